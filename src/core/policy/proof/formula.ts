import { evaluateSelector, Labels, Literal, Problem, SetNode, TermNode } from '../../selectors';

/**
 * A Boolean formula by its number; the negated number is its negation. Equal formulas of one `Formulas` have equal numbers, as far as
 * constants, double negations and the order of operands go.
 */
export type Formula = number;

export const TRUE: Formula = 1;
export const FALSE: Formula = -1;

/** More than memory holds: two numbers below it make one that is exact. */
const MOST_FORMULAS = 2 ** 25;

/** One formula where a condition holds, another where it doesn't. */
export interface Choice {
  readonly condition: Formula;
  readonly yes: Formula;
  readonly no: Formula;
}

/** A model of a formula: what to choose for its variables. */
export type FormulaSolution = FormulaSolved | { readonly answer: 'no' | 'unknown' };

export interface FormulaSolved {
  readonly answer: 'yes';
  readonly labels: Labels;
  readonly holds: (formula: Formula) => boolean;
  /** The same with other labels and other choices for variables; undefined where that is no solution. Grows with all formulas. */
  readonly adjust: (labels: Labels, truths: ReadonlyMap<Formula, boolean>) => FormulaSolved | undefined;
}

/**
 * Builds formulas over terms about labels and over free variables, each part once, however often it is used: a walk through tiers uses what
 * comes after a policy in several places, and as text would double with each. Building costs the operands.
 */
export class Formulas {
  /** By number: operands of a conjunction; undefined of a leaf. */
  private readonly operands: (readonly Formula[] | undefined)[] = [undefined, undefined];
  /** By number: the literal that stands for the formula. 0: none yet. */
  private readonly literals: Literal[] = [0, 0];
  /** Formulas whose definition is among the clauses, in the direction in which they are used. */
  private readonly defined = new Set<Formula>();
  /** Conjunctions of two by both operands in one number, others by all operands. */
  private readonly pairs = new Map<number, Formula>();
  private readonly conjunctions = new Map<string, Formula>();
  /** By literal. */
  private readonly leaves = new Map<Literal, Formula>();
  /** By formula: the term of a leaf, in the positive. */
  private readonly terms = new Map<Formula, TermNode>();
  private readonly choices = new Map<Formula, Choice>();
  private readonly problem = new Problem();
  private readonly demanded: Formula[] = [];

  constructor() {
    this.literals[TRUE] = this.problem.proposition();
    this.problem.add([this.literals[TRUE]]);
  }

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
    if (formulas.length < 3) {
      const [a = TRUE, b = TRUE] = formulas;
      return this.both(a, b);
    }
    const kept = new Set<Formula>();
    for (const formula of formulas) {
      if (formula === FALSE || kept.has(-formula)) {
        return FALSE;
      }
      if (formula !== TRUE) {
        kept.add(formula);
      }
    }
    if (kept.size < 3) {
      const [a = TRUE, b = TRUE] = kept;
      return this.both(a, b);
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

  /** Most are of two, and found without a list. */
  public both(a: Formula, b: Formula): Formula {
    if (a === FALSE || b === FALSE || a === -b) {
      return FALSE;
    }
    if (a === TRUE || a === b) {
      return b;
    }
    if (b === TRUE) {
      return a;
    }
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = (low + MOST_FORMULAS) * MOST_FORMULAS * 2 + high + MOST_FORMULAS;
    let known = this.pairs.get(key);
    if (known === undefined) {
      known = this.push([low, high], 0);
      this.pairs.set(key, known);
    }
    return known;
  }

  public either(a: Formula, b: Formula): Formula {
    return -this.both(-a, -b);
  }

  /** One of the formulas at least. */
  public any(formulas: readonly Formula[]): Formula {
    return -this.all(formulas.map((formula) => -formula));
  }

  public implies(a: Formula, b: Formula): Formula {
    return this.either(-a, b);
  }

  /** One formula where a condition holds, another where it doesn't. */
  public choose(condition: Formula, whereTrue: Formula, whereFalse: Formula): Formula {
    const yes = Math.abs(whereTrue) === Math.abs(condition) ? (whereTrue === condition ? TRUE : FALSE) : whereTrue;
    const no = Math.abs(whereFalse) === Math.abs(condition) ? (whereFalse === condition ? FALSE : TRUE) : whereFalse;
    if (yes === no || condition === TRUE) {
      return yes;
    }
    if (condition === FALSE) {
      return no;
    }
    const made = this.either(this.both(condition, yes), this.both(-condition, no));
    this.choices.set(made, { condition, yes, no });
    return made;
  }

  /** What a formula was chosen by, if it was made by `choose`. */
  public choiceOf(formula: Formula): Choice | undefined {
    return this.choices.get(formula);
  }

  /** From now on only what makes the formula true counts. */
  public demand(formula: Formula): void {
    this.demanded.push(formula);
    const pending = [formula];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const operands = this.operands[Math.abs(next)];
      if (operands && next > 0) {
        pending.push(...operands);
      } else {
        this.problem.add(operands ? operands.map((operand) => this.literalOf(-operand)) : [this.literalOf(next)]);
      }
    }
  }

  /** What makes all demands true, and `more` this once. `budget` is in steps of the search. */
  public solve(more: readonly Formula[], budget: number): FormulaSolution {
    const solution = this.problem.solve(budget, more.map((formula) => this.literalOf(formula)));
    if (solution.answer !== 'yes') {
      return solution;
    }
    return this.solved(solution.labels, (leaf) => solution.isTrue(this.literals[leaf]), more);
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
          this.problem.define(this.literals[number], ...operands.map((operand) => [this.nameOf(operand)]));
          pending.push(...operands);
        } else {
          this.problem.define(-this.literals[number], operands.map((operand) => this.nameOf(-operand)));
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

  /** Terms are what the labels say, as the search may have left them open. What is built on others has a higher number than they. */
  private solved(labels: Labels, isTrue: (leaf: Formula) => boolean, more: readonly Formula[]): FormulaSolved {
    const values = new Int8Array(this.operands.length);
    values[TRUE] = 1;
    const holds = (formula: Formula): boolean => (values[Math.abs(formula)] === 1) === formula > 0;
    for (let number = TRUE + 1; number < values.length; number++) {
      const operands = this.operands[number];
      const term = this.terms.get(number);
      values[number] = (operands ? operands.every(holds) : term ? evaluateSelector(term, labels) : isTrue(number)) ? 1 : 0;
    }
    return {
      answer: 'yes',
      labels,
      holds,
      adjust: (otherLabels, truths) => {
        const other = this.solved({ ...labels, ...otherLabels }, (leaf) => truths.get(leaf) ?? isTrue(leaf), more);
        return [...this.demanded, ...more].every(other.holds) ? other : undefined;
      },
    };
  }
}

/** `!=` and `not in` are the negations of leaves. */
function positive(term: TermNode): TermNode {
  return term.kind === 'notEquals' ? { ...term, kind: 'equals' } : { ...(term as SetNode), kind: 'in' };
}
