import { Labels, TermNode } from '../ast';
import { leavesOf } from '../terms';
import { Goal } from './clauses';

/**
 * Most selectors name each label once. Then the terms don't depend on each other, and labels that make every term come out as
 * it should make the whole come out as it should (with negations pushed to the leaves, a formula of && and || can only become
 * true as its leaves do). Undefined where a label occurs twice or a leaf has no choice: then the search has to look.
 * One walk over the leaves.
 */
export function obviousLabels(goals: readonly Goal[]): Labels | undefined {
  const labels = new Map<string, string | undefined>();
  for (const { node, wanted } of goals) {
    for (const leaf of leavesOf(node)) {
      const term = leaf.node;
      if (term.kind === 'all' || term.kind === 'global' || labels.has(term.label)) {
        return undefined;
      }
      const holds = wanted !== leaf.negated;
      const negative = term.kind === 'notEquals' || term.kind === 'notIn';
      if ((term.kind === 'in' || term.kind === 'notIn') && term.values.length === 0) {
        return undefined;
      }
      labels.set(term.label, holds === negative ? undefined : exampleOf(term));
    }
  }
  const present = [...labels].filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(present);
}

/** A value of which the term, without its negation, is true. */
function exampleOf(term: TermNode): string {
  switch (term.kind) {
    case 'has':
      return 'x';
    case 'in':
    case 'notIn':
      return term.values[0];
    default:
      return term.value === '' && term.kind !== 'equals' && term.kind !== 'notEquals' ? 'x' : term.value;
  }
}
