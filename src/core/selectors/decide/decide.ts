import { Labels, SelectorNode } from '../ast';
import { AtomTable } from './atoms';
import { Budget, withinBudget } from './budget';
import { clausesOf, Goal } from './clauses';
import { obviousLabels } from './obvious';
import { Search } from './search';

/*
 * Decides exactly, for the whole language: is there a label set that a selector matches, is there one that it doesn't match,
 * does every label set that one selector matches satisfy another.
 *
 * Theory. A label set maps each label to a text or leaves it out, so labels are independent of each other, and each term looks
 * at one label. A selector is a Boolean formula over terms; it is satisfiable if some assignment of true and false to its terms
 * makes the formula true and, label by label, some value makes just those terms true. The first half is search.ts (over clauses
 * from clauses.ts), the second label-theory.ts, which also proves that it is exact.
 * Every question here is one of that kind: `a` implies `b` if nothing satisfies `a` and not `b`.
 *
 * The universe is the one of Calico's evaluator: any text can be a label's value, whether or not Kubernetes would take it. So
 * "no label set matches" holds for every source of labels; the other way, `app contains "/"` counts as satisfiable although
 * no Kubernetes object can have such a label.
 *
 * The answer is `unknown` only where the budget is spent. That takes a formula built to be hard, not merely a long one.
 */

/** `unknown`: the question took more work than its budget. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Which labels are asked for: those that every selector of `matching` matches, and none of `notMatching`. */
export interface Question {
  readonly matching?: readonly SelectorNode[];
  readonly notMatching?: readonly SelectorNode[];
}

export type Found = { readonly answer: 'yes'; readonly labels: Labels } | { readonly answer: 'no' | 'unknown' };

/** Steps of work; some 100 ms here. */
const DEFAULT_BUDGET = 5_000_000;

/** Finds labels as asked for, or says that there are none. */
export function findLabels(question: Question, budget = DEFAULT_BUDGET): Found {
  const goals: Goal[] = [
    ...(question.matching ?? []).map((node) => ({ node, wanted: true })),
    ...(question.notMatching ?? []).map((node) => ({ node, wanted: false })),
  ];
  const obvious = obviousLabels(goals);
  if (obvious) {
    return { answer: 'yes', labels: obvious };
  }
  const labels = withinBudget(() => {
    const table = new AtomTable();
    return new Search(clausesOf(goals, table), table, new Budget(budget)).run();
  });
  return labels === 'unknown' ? { answer: labels } : labels ? { answer: 'yes', labels: Object.fromEntries(labels) } : { answer: 'no' };
}

/** Does any label set match? */
export function isSatisfiable(ast: SelectorNode): Answer {
  return findLabels({ matching: [ast] }).answer;
}

/** Does every label set match? */
export function isTautology(ast: SelectorNode): Answer {
  return opposite(findLabels({ notMatching: [ast] }).answer);
}

/** Does every label set that `a` matches match `b` too? */
export function implies(a: SelectorNode, b: SelectorNode): Answer {
  return opposite(findLabels({ matching: [a], notMatching: [b] }).answer);
}

/** Do `a` and `b` match the same label sets? */
export function areEquivalent(a: SelectorNode, b: SelectorNode): Answer {
  const forth = implies(a, b);
  return forth === 'yes' ? implies(b, a) : forth;
}

/** A label set that the selector matches; undefined where none is known. */
export function witness(ast: SelectorNode): Labels | undefined {
  const found = findLabels({ matching: [ast] });
  return found.answer === 'yes' ? found.labels : undefined;
}

function opposite(answer: Answer): Answer {
  return answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes';
}
