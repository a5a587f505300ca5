import { evaluateSelector, Labels, Literal, Problem, SetNode, TermNode } from '../../selectors';

/**
 * A Boolean formula by its number; the negated number is its negation. Equal formulas of one `Formulas` have equal numbers, as far as
 * constants, double negations and the order of operands go.
 */
export type Formula = number;

export const TRUE: Formula = 1;
export const FALSE: Formula = -1;

/** A model of a formula: what to choose for its variables. */
export type FormulaSolution =
  | { readonly answer: 'yes'; readonly labels: Labels; readonly holds: (formula: Formula) => boolean }
  | { readonly answer: 'no' | 'unknown' };

/**
 * Builds formulas over terms about labels and over free variables, each part once, however often it is used: a walk through tiers uses what
 * comes after a policy in several places, and as text would double with each. Building costs the operands.
 */
export class Formulas {
  /** By number: operands of a conjunction; undefined of a leaf. */
  private readonly operands: (readonly Formula[] | undefined)[] = [undefined, undefined];
  /** By number: the literal that stands for the formula. 0: none yet. */
  private readonly literals: number[] = [0, 0];
  /** Formulas whose definition is among the clauses, in the direction in which they are used. */
  private readonly defined = new Set<Formula>();
  private readonly conjunctions = new Map<string, Formula>();
  /** By literal. */
  private readonly leaves = new Map<Literal, Formula>();
  /** By formula: the term of a leaf, in the positive. */
  private readonly terms = new Map<Formula, TermNode>();
  private readonly problem = new Problem();

  /** A variable that means what its maker says. */
  public variable(): Formula {
    return this.push(undefined, this.problem.proposition());
  }

  /** A term about a label. */
  public term(term: TermNode): Formula {
    const literal = this.problem.literalOf(term);
    if (typeof literal === 'boolean') {
      return literal ? TRUE : FALSE;
    }
    const number = Math.abs(literal);
    let leaf = this.leaves.get(number);
    if (leaf === undefined) {
      leaf = this.push(undefined, number);
      this.leaves.set(number, leaf);
      this.terms.set(leaf, literal > 0 ? term : positive(term));
    }
    return literal < 0 ? -leaf : leaf;
  }

  private push(operands: readonly Formula[] | undefined, literal: number): Formula {
    this.operands.push(operands);
    return this.literals.push(literal) - 1;
  }

  /** All of the formulas. */
  public all(formulas: readonly Formula[]): Formula {
    const kept = new Set<Formula>();
    for (const formula of formulas) {
      if (formula === FALSE || kept.has(-formula)) {
        return FALSE;
      }
      if (formula !== TRUE) {
        kept.add(formula);
      }
    }
    if (kept.size < 2) {
      return kept.size === 0 ? TRUE : [...kept][0];
    }
    const operands = [...kept].sort((a, b) => a - b);
    const key = operands.join();
    let known = this.conjunctions.get(key);
    if (known === undefined) {
      known = this.push(operands, 0);
      this.conjunctions.set(key, known);
    }
    return known;
  }

  /** One of the formulas at least. */
  public any(formulas: readonly Formula[]): Formula {
    return -this.all(formulas.map((formula) => -formula));
  }

  public implies(a: Formula, b: Formula): Formula {
    return this.any([-a, b]);
  }

  public same(a: Formula, b: Formula): Formula {
    return this.choose(a, b, -b);
  }

  /** One formula where a condition holds, another where it doesn't. */
  public choose(condition: Formula, yes: Formula, no: Formula): Formula {
    if (yes === no || condition === TRUE) {
      return yes;
    }
    return condition === FALSE ? no : this.any([this.all([condition, yes]), this.all([-condition, no])]);
  }

  /** From now on only what makes the formula true counts. */
  public demand(formula: Formula): void {
    const pending = [formula];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const operands = this.operands[Math.abs(next)];
      if (next === FALSE) {
        this.problem.add([]);
      } else if (operands && next > 0) {
        pending.push(...operands);
      } else if (next !== TRUE) {
        this.problem.add(operands ? operands.map((operand) => this.literalOf(-operand)) : [this.literalOf(next)]);
      }
    }
  }

  /** What makes all demands true, and `more` this once. `budget` is in steps of the search. */
  public solve(more: readonly Formula[], budget: number): FormulaSolution {
    if (more.includes(FALSE)) {
      return { answer: 'no' };
    }
    const solution = this.problem.solve(budget, more.filter((formula) => formula !== TRUE).map((formula) => this.literalOf(formula)));
    if (solution.answer !== 'yes') {
      return solution;
    }
    const { labels, isTrue } = solution;
    return { answer: 'yes', labels, holds: (formula) => this.holds(formula, labels, isTrue) };
  }

  /** The literal of a formula, with the clauses that define it in the direction in which it is used (Plaisted and Greenbaum 1986). */
  private literalOf(formula: Formula): Literal {
    const literal = this.nameOf(formula);
    const pending = [formula];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const number = Math.abs(next);
      const operands = this.operands[number];
      if (operands && !this.defined.has(next)) {
        this.defined.add(next);
        if (next > 0) {
          operands.forEach((operand) => this.problem.add([-this.literals[number], this.nameOf(operand)]));
          pending.push(...operands);
        } else {
          this.problem.add([this.literals[number], ...operands.map((operand) => this.nameOf(-operand))]);
          pending.push(...operands.map((operand) => -operand));
        }
      }
    }
    return literal;
  }

  private nameOf(formula: Formula): Literal {
    const number = Math.abs(formula);
    this.literals[number] ||= this.problem.proposition();
    return formula < 0 ? -this.literals[number] : this.literals[number];
  }

  /** Terms are what the labels say, as the search may have left them open; definitions are followed down to what they are made of. */
  private holds(formula: Formula, labels: Labels, isTrue: (literal: Literal) => boolean): boolean {
    const results = new Map<Formula, boolean>([[TRUE, true]]);
    const pending = [Math.abs(formula)];
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      const operands: readonly Formula[] = this.operands[next] ?? [];
      const open = operands.filter((operand) => !results.has(Math.abs(operand)));
      if (open.length > 0) {
        pending.push(...open.map(Math.abs));
        continue;
      }
      pending.pop();
      if (!results.has(next)) {
        const term = this.terms.get(next);
        results.set(next, operands.length > 0
          ? operands.every((operand) => results.get(Math.abs(operand)) === operand > 0)
          : term ? evaluateSelector(term, labels) : isTrue(this.literals[next]));
      }
    }
    return results.get(Math.abs(formula)) === formula > 0;
  }
}

/** `!=` and `not in` are the negations of leaves. */
function positive(term: TermNode): TermNode {
  return term.kind === 'notEquals' ? { ...term, kind: 'equals' } : { ...(term as SetNode), kind: 'in' };
}
