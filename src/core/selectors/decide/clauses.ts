import { SelectorNode } from '../ast';
import { AtomTable, Literal } from './atoms';

/*
 * Turns "these selectors match, those don't" into clauses: lists of literals of which at least one must be true.
 * Negations are pushed to the leaves on the way. A conjunction inside a disjunction gets a number of its own, with clauses that
 * say what follows from it (that direction is enough, as such a number is only ever wanted true: Plaisted and Greenbaum 1986).
 * So the clauses are as long as the selectors are, where multiplying out would explode. Keeps its own stack.
 */

export type Clause = Literal[];

/** A selector and the truth that it should have. */
export interface Goal {
  readonly node: SelectorNode;
  readonly wanted: boolean;
}

interface Definition extends Goal {
  /** The negated number of the conjunction that this is part of: where that is false, nothing is asked of this. */
  readonly unless: readonly Literal[];
}

export function clausesOf(goals: readonly Goal[], table: AtomTable): Clause[] {
  const clauses: Clause[] = [];
  const pending: Definition[] = goals.map((goal) => ({ ...goal, unless: [] })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, wanted, unless } = next;
    if (isGroup(node, wanted, 'and')) {
      for (let i = node.operands.length - 1; i >= 0; i--) {
        pending.push({ node: node.operands[i], wanted, unless });
      }
    } else if (node.kind === 'not') {
      pending.push({ node: node.operand, wanted: !wanted, unless });
    } else {
      const disjuncts = disjunctsOf(next, table);
      if (disjuncts) {
        const clause = [...unless, ...disjuncts.literals];
        for (const conjunction of disjuncts.conjunctions) {
          const number = table.reserve();
          clause.push(number);
          pending.push({ ...conjunction, unless: [-number] });
        }
        clauses.push(clause);
      }
    }
  }
  return clauses;
}

/** What a disjunction, flattened, needs one of: literals and inner conjunctions. Undefined where it is always true. */
function disjunctsOf(goal: Goal, table: AtomTable): { literals: Literal[]; conjunctions: Goal[] } | undefined {
  const literals = new Set<Literal>();
  const conjunctions: Goal[] = [];
  const pending: Goal[] = [goal];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, wanted } = next;
    if (isGroup(node, wanted, 'or')) {
      for (let i = node.operands.length - 1; i >= 0; i--) {
        pending.push({ node: node.operands[i], wanted });
      }
    } else if (isGroup(node, wanted, 'and')) {
      conjunctions.push(next);
    } else if (node.kind === 'not') {
      pending.push({ node: node.operand, wanted: !wanted });
    } else {
      const literal = table.literalOf(node, !wanted);
      if (literal === true) {
        return undefined;
      }
      if (literal !== false) {
        literals.add(literal);
      }
    }
  }
  return { literals: [...literals], conjunctions };
}

type Group = Extract<SelectorNode, { kind: 'and' | 'or' }>;

/** True for a group that acts as this kind: a negated `&&` acts as `||`. */
function isGroup(node: SelectorNode, wanted: boolean, kind: 'and' | 'or'): node is Group {
  return (node.kind === 'and' || node.kind === 'or') && (node.kind === kind) === wanted;
}
