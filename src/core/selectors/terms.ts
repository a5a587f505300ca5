import { Labels, LeafNode, SelectorNode, TermNode } from './ast';
import { evaluateSelector } from './evaluate';

/** A label that a selector looks at, and where it stands in the text. */
export interface LabelUse {
  readonly label: string;
  readonly term: TermNode;
  /** Offsets of the label's name. Undefined for a selector that was built, not parsed. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** A leaf of a selector, and whether an odd number of `!` stands before it. */
export interface SignedLeaf {
  readonly node: LeafNode;
  readonly negated: boolean;
}

/** The leaves in the order of the text. Grows with the number of nodes; costs no JavaScript stack. */
export function leavesOf(ast: SelectorNode): SignedLeaf[] {
  if (ast.kind !== 'not' && ast.kind !== 'and' && ast.kind !== 'or') {
    // Most selectors of an app are one term.
    return [{ node: ast, negated: false }];
  }
  const leaves: SignedLeaf[] = [];
  const pending: { node: SelectorNode; negated: boolean }[] = [{ node: ast, negated: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, negated } = next;
    if (node.kind === 'not') {
      pending.push({ node: node.operand, negated: !negated });
    } else if (node.kind === 'and' || node.kind === 'or') {
      for (let i = node.operands.length - 1; i >= 0; i--) {
        pending.push({ node: node.operands[i], negated });
      }
    } else {
      leaves.push({ node, negated });
    }
  }
  return leaves;
}

/** Every use of a label, in the order of the text. */
export function labelsOf(ast: SelectorNode): LabelUse[] {
  const uses: LabelUse[] = [];
  for (const { node } of leavesOf(ast)) {
    if (node.kind !== 'all' && node.kind !== 'global') {
      uses.push({ label: node.label, term: node, start: node.span?.labelStart, end: node.span?.labelEnd });
    }
  }
  return uses;
}

/** True where the selector holds `global()` anywhere. */
export function usesGlobal(ast: SelectorNode): boolean {
  return leavesOf(ast).some(({ node }) => node.kind === 'global');
}

/**
 * True where every term only rules out: `!=`, `not in`, or a negated `==`, `in`, `has`, `contains` … Such a selector matches
 * whatever doesn't have the labels at all, which is seldom meant. `all()` and `global()` are no such terms: they say all on purpose.
 */
export function usesOnlyNegativeTerms(ast: SelectorNode): boolean {
  return leavesOf(ast).every(({ node, negated }) => {
    if (node.kind === 'all' || node.kind === 'global') {
      return false;
    }
    return negated !== (node.kind === 'notEquals' || node.kind === 'notIn');
  });
}

const NO_LABELS: Labels = {};

/** True where the selector matches an endpoint that has no label at all. */
export function matchesUnlabelled(ast: SelectorNode): boolean {
  return evaluateSelector(ast, NO_LABELS);
}
