import { make, plain, Snippet, then, Writer } from './snippet';
import { GroupNode, parseSelector, SelectorNode } from '../core/selectors';
import { Selector } from '../values/selector';

/** A selector with more terms is easier to read as one text. */
const MOST_TERMS = 6;

const COMPARISONS = { equals: 'equals', notEquals: 'notEquals', contains: 'contains', startsWith: 'startsWith', endsWith: 'endsWith' } as const;

/**
 * A selector: built of terms where it has few and is written as a built one would be, otherwise parsed, which keeps the text.
 */
export const selector: Writer = (json) => {
  if (typeof json !== 'string') {
    return undefined;
  }
  const parsed = make(Selector, 'parse', [plain(json)]);
  const ast = parsed && parseSelector(json);
  if (!ast?.ok || termsOf(ast.ast) > MOST_TERMS) {
    return parsed;
  }
  const built = build(ast.ast);
  return built && built.value._toManifest() === json ? built : parsed;
};

function build(node: SelectorNode): Snippet | undefined {
  switch (node.kind) {
    case 'all':
    case 'global':
      return make(Selector, node.kind, []);
    case 'and':
    case 'or':
      return buildGroup(node);
    case 'not':
      return buildNegation(node.operand);
    case 'has':
      return term(node.label, 'exists');
    case 'in':
    case 'notIn':
      return term(node.label, node.kind, node.values);
    default:
      return term(node.label, COMPARISONS[node.kind], [node.value]);
  }
}

function buildNegation(operand: SelectorNode): Snippet | undefined {
  if (operand.kind === 'has') {
    return term(operand.label, 'absent');
  }
  const inner = build(operand);
  return inner && then(inner, 'not');
}

function buildGroup({ kind, operands }: GroupNode): Snippet | undefined {
  const built = operands.map(build);
  return built.every((operand) => operand !== undefined) ? then(built[0], kind, built.slice(1)) : undefined;
}

function term(label: string, method: string, values: readonly string[] = []): Snippet | undefined {
  const begun = make(Selector, 'label', [plain(label)]);
  return begun && then(begun, method, values.map((value) => plain(value)));
}

function termsOf(root: SelectorNode): number {
  let count = 0;
  const pending = [root];
  for (let node = pending.pop(); node !== undefined && count <= MOST_TERMS; node = pending.pop()) {
    if (node.kind === 'not') {
      pending.push(node.operand);
      // A hostile text has no end of negations.
      count += node.operand.kind === 'not' ? 1 : 0;
    } else if (node.kind === 'and' || node.kind === 'or') {
      node.operands.forEach((operand) => pending.push(operand));
    } else {
      count++;
    }
  }
  return count;
}
