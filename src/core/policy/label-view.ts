import { assumed, both, either, Match, matchOf, negate, NO, YES } from './match';
import { holdsWhenAbsent, Labels, Matcher, SelectorNode, TermNode, valueTest } from '../selectors';

/** Labels of an endpoint or network set, those of its namespace and service account among them. */
export interface LabelView {
  readonly labels: Labels;
  /** Prefixes of labels that nothing is known of, unless they are among `labels`. */
  readonly unknownPrefixes: readonly string[];
  /** Labels that a controller adds, with a value that isn't known. */
  readonly unknownNames: readonly string[];
}

/** A selector, parsed and compiled once. Two of equal text are the same object. */
export interface CompiledSelector {
  readonly id: number;
  readonly text: string;
  readonly ast: SelectorNode;
  /** Those that it looks at. */
  readonly labels: readonly string[];
  readonly matches: Matcher;
}

/** Labels in one object, whatever their names. The first entry of a name counts. */
export function labelObject(...sources: Iterable<readonly [string, string]>[]): Labels {
  const labels = Object.create(null) as Record<string, string>;
  for (const source of sources) {
    for (const [name, value] of source) {
      if (!(name in labels)) {
        labels[name] = value;
      }
    }
  }
  return labels;
}

/** Whether nothing is known of a label. */
export function isUnknown(view: LabelView, label: string): boolean {
  return !(label in view.labels) && (view.unknownNames.includes(label) || view.unknownPrefixes.some((prefix) => label.startsWith(prefix)));
}

/** Whether a selector matches, as far as the labels are known. */
export function matchLabels(selector: CompiledSelector, view: LabelView): Match {
  if ((view.unknownNames.length === 0 && view.unknownPrefixes.length === 0)
    || !selector.labels.some((label) => isUnknown(view, label))) {
    return selector.matches(view.labels) ? YES : NO;
  }
  return matchPartly(selector.ast, view);
}

/** Evaluates term by term, from the leaves up: a term on an unknown label is what it is without the label, assumed. Keeps its own stack. */
function matchPartly(ast: SelectorNode, view: LabelView): Match {
  const results: Match[] = [];
  const pending: { node: SelectorNode; entered: boolean }[] = [{ node: ast, entered: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind !== 'not' && node.kind !== 'and' && node.kind !== 'or') {
      results.push(node.kind === 'all' || node.kind === 'global' ? YES : matchTerm(node, view));
    } else if (!next.entered) {
      pending.push({ node, entered: true });
      for (const operand of node.kind === 'not' ? [node.operand] : node.operands) {
        pending.push({ node: operand, entered: false });
      }
    } else if (node.kind === 'not') {
      results.push(negate(results.pop()!));
    } else {
      const operands = results.splice(results.length - node.operands.length);
      results.push(operands.reduce(node.kind === 'and' ? both : either));
    }
  }
  return results[0];
}

function matchTerm(term: TermNode, view: LabelView): Match {
  const value = view.labels[term.label];
  if (value !== undefined) {
    return matchOf(valueTest(term)(value));
  }
  const absent = matchOf(holdsWhenAbsent(term));
  const isSettled = 'values' in term && term.values.length === 0;
  return isUnknown(view, term.label) && !isSettled ? assumed(absent) : absent;
}
