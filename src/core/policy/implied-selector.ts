import { CompiledSelector } from './label-view';
import { findLabels, SelectorNode, TermNode, ValueNode, valueTest } from '../selectors';

/** Steps that one question about selectors may cost; beyond it nothing is proved. */
const BUDGET = 20_000;

/**
 * Whether it is proved that all labels that match the first selector match one of the others. Conjunctions, which most selectors are, are compared
 * term by term; the rest is decided exactly, within a budget.
 */
export function isImplied(by: CompiledSelector, ...others: readonly CompiledSelector[]): boolean {
  if (others.some(({ text }) => text === by.text)) {
    return true;
  }
  const known = termsOf(by.ast);
  if (others.length > 1 && known?.every(({ kind }) => kind === 'equals')) {
    // Where the values are given, others seldom add up: only in labels that these don't name.
    return others.some((other) => isImplied(by, other));
  }
  if (others.length === 1) {
    const wanted = termsOf(others[0].ast);
    if (known && wanted) {
      return wanted.every((term) => follows(term, known));
    }
  }
  return findLabels({ matching: [by.ast], notMatching: others.map(({ ast }) => ast) }, BUDGET).answer === 'no';
}

/** Whether it is proved that no labels match both selectors. Conjunctions that ask one label for two values are found without a search. */
export function areDisjoint(a: CompiledSelector, b: CompiledSelector): boolean {
  const known = termsOf(a.ast);
  const others = termsOf(b.ast);
  if (known?.some((term) => term.kind === 'equals' && others?.some((other) => other.kind === 'equals' && other.label === term.label
    && other.value !== term.value))) {
    return true;
  }
  return findLabels({ matching: [a.ast, b.ast] }, BUDGET).answer === 'no';
}

/** Labels that have one value in everything that the selector matches, each as `label=value`: those that a conjunction asks for. */
export function fixedLabels({ ast }: CompiledSelector): string[] {
  return (termsOf(ast) ?? []).flatMap((term) => {
    const value = term.kind === 'equals' ? term.value : term.kind === 'in' && term.values.length === 1 ? term.values[0] : undefined;
    return value === undefined ? [] : [`${term.label}=${value}`];
  });
}

/** The terms of a conjunction without negations and constants but `all()`; undefined where a selector is none. */
function termsOf(ast: SelectorNode): readonly TermNode[] | undefined {
  let terms = TERMS.get(ast);
  if (terms === undefined) {
    terms = collectTerms(ast) ?? null;
    TERMS.set(ast, terms);
  }
  return terms ?? undefined;
}

const TERMS = new WeakMap<SelectorNode, readonly TermNode[] | null>();

function collectTerms(ast: SelectorNode): TermNode[] | undefined {
  const terms: TermNode[] = [];
  const pending: SelectorNode[] = [ast];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'and') {
      pending.push(...node.operands);
    } else if ('label' in node) {
      terms.push(node);
    } else if (node.kind !== 'all') {
      return undefined;
    }
  }
  return terms;
}

/** Whether a term is true of all labels of which the others are. One that is true without them, such as `not in {}`, counts as not. */
function follows(term: TermNode, known: readonly TermNode[]): boolean {
  return known.some((other) => other.label === term.label && followsFrom(term, other));
}

function followsFrom(term: TermNode, known: TermNode): boolean {
  switch (known.kind) {
    case 'equals':
      return valueTest(term)(known.value);
    case 'in':
      return known.values.every(valueTest(term));
    case 'notEquals':
      return term.kind === 'notEquals' && term.value === known.value;
    case 'notIn':
      return (term.kind === 'notEquals' && known.values.includes(term.value))
        || (term.kind === 'notIn' && term.values.every((value) => known.values.includes(value)));
    case 'has':
      return term.kind === 'has';
    default:
      return term.kind === 'has' || (term.kind === known.kind && (term as ValueNode).value === known.value);
  }
}
