import { AtomTable, LabelAtoms, Literal } from './atoms';
import { Budget } from './budget';
import { Clause } from './clauses';
import { LabelTheory } from './label-theory';

/*
 * Looks for label values that make every clause true: the usual search with propagation and learned clauses (CDCL: two watched
 * literals, first unique implication point, jumping back), joined with the theory of one label (DPLL(T)). Labels don't depend
 * on each other, so each is asked by itself, after each propagation, for a value that satisfies the literals assigned so far;
 * where there is none, the literals that exclude each other are a conflict like any other.
 *
 * It stops as soon as every clause is true; atoms without a value by then don't matter. Deciding is NP-complete, so the work is
 * counted against a budget.
 */

type LabelState = {
  readonly theory: LabelTheory;
  /** The literals about this label that are assigned, in the order of assignment. */
  readonly assigned: Literal[];
  /** A value that satisfied all literals when last asked. */
  value: string | undefined;
  /** How many of `assigned` the value is known to satisfy. */
  checked: number;
};

const NOTHING_GUARDED: readonly Clause[] = [];

export class Search {
  private readonly values: Int8Array;
  private readonly levels: Int32Array;
  private readonly reasons: (Clause | undefined)[] = [];
  private readonly watches: Clause[][] = [];
  private readonly trail: Literal[] = [];
  /** For each level: the length of the trail, and the first clause that wasn't known to be true, when its decision was taken. */
  private readonly decisions: { trail: number; list: number; clause: number }[] = [];
  private readonly states = new Map<LabelAtoms, LabelState>();
  private readonly touched = new Set<LabelState>();
  private propagated = 0;
  /** Where to look for a clause that isn't true yet: in `clauses` at -1, otherwise among those that a literal of the trail guards. */
  private openList = -1;
  private firstOpen = 0;

  /**
   * `guarded` are clauses that say what follows from a literal that stands for a formula, by that literal: they can be made true once it is known
   * whether the formula holds, and so they aren't worked for unless the literal is true.
   */
  constructor(
    private readonly clauses: Clause[],
    private readonly table: AtomTable,
    private readonly budget: Budget,
    private readonly guarded: ReadonlyMap<Literal, readonly Clause[]> = new Map(),
  ) {
    this.values = new Int8Array(table.atoms.length);
    this.levels = new Int32Array(table.atoms.length);
    for (let i = 0; i < 2 * table.atoms.length; i++) {
      this.watches.push([]);
    }
    for (const label of table.labels.values()) {
      this.states.set(label, { theory: new LabelTheory(label, table.atoms, budget), assigned: [], value: undefined, checked: 0 });
    }
  }

  /** Labels that make every clause true, or undefined if none do. Throws BudgetSpent. */
  public run(): Map<string, string> | undefined {
    for (const clause of [...this.clauses, ...[...this.guarded.values()].flat()]) {
      if (clause.length < 2 ? !this.assume(clause) : !this.watch(clause)) {
        return undefined;
      }
    }
    for (;;) {
      const conflict = this.propagate() ?? this.askLabels();
      if (conflict) {
        if (!this.learn(conflict)) {
          return undefined;
        }
      } else if (!this.decide()) {
        return this.found();
      }
    }
  }

  /** After `run` has found labels: whether a literal is true of what it found. What it left open is false. */
  public isTrue(literal: Literal): boolean {
    return this.valueOf(literal) > 0;
  }

  private found(): Map<string, string> {
    const labels = new Map<string, string>();
    for (const [{ name }, { value, assigned }] of this.states) {
      if (assigned.some((literal) => literal > 0)) {
        labels.set(name, value!);
      }
    }
    return labels;
  }

  private assume(clause: Clause): boolean {
    return clause.length === 1 && (this.valueOf(clause[0]) === 0 ? this.assign(clause[0], clause) : this.valueOf(clause[0]) > 0);
  }

  private watch(clause: Clause): true {
    this.watches[slot(clause[0])].push(clause);
    this.watches[slot(clause[1])].push(clause);
    return true;
  }

  /** 1 true, -1 false, 0 not assigned. */
  private valueOf(literal: Literal): number {
    return literal > 0 ? this.values[literal] : -this.values[-literal];
  }

  private assign(literal: Literal, reason: Clause | undefined): true {
    const number = Math.abs(literal);
    this.values[number] = Math.sign(literal);
    this.levels[number] = this.decisions.length;
    this.reasons[number] = reason;
    this.trail.push(literal);
    const label = this.table.atoms[number]?.label;
    if (label) {
      const state = this.states.get(label)!;
      state.assigned.push(literal);
      this.touched.add(state);
    }
    return true;
  }

  /** Follows clauses with one literal left. Returns a clause that became false. */
  private propagate(): Clause | undefined {
    while (this.propagated < this.trail.length) {
      const falsified = -this.trail[this.propagated++];
      const watching = this.watches[slot(falsified)];
      let kept = 0;
      for (let i = 0; i < watching.length; i++) {
        const clause = watching[i];
        this.budget.spend(1);
        if (clause[0] === falsified) {
          clause[0] = clause[1];
          clause[1] = falsified;
        }
        if (this.valueOf(clause[0]) <= 0 && this.watchAnother(clause)) {
          continue;
        }
        watching[kept++] = clause;
        if (this.valueOf(clause[0]) < 0) {
          for (i++; i < watching.length; i++) {
            watching[kept++] = watching[i];
          }
          watching.length = kept;
          return clause;
        }
        if (this.valueOf(clause[0]) === 0) {
          this.assign(clause[0], clause);
        }
      }
      watching.length = kept;
    }
    return undefined;
  }

  private watchAnother(clause: Clause): boolean {
    for (let i = 2; i < clause.length; i++) {
      this.budget.spend(1);
      if (this.valueOf(clause[i]) >= 0) {
        const literal = clause[i];
        clause[i] = clause[1];
        clause[1] = literal;
        this.watches[slot(literal)].push(clause);
        return true;
      }
    }
    return false;
  }

  /** Asks each label whose literals changed for a value. Returns a clause that its literals make false. */
  private askLabels(): Clause | undefined {
    for (const state of this.touched) {
      const { theory, assigned } = state;
      while (state.checked < assigned.length && theory.holds(assigned[state.checked], state.value)) {
        state.checked++;
      }
      if (state.checked < assigned.length) {
        const verdict = theory.decide(assigned);
        if ('conflict' in verdict) {
          return verdict.conflict.map((literal) => -literal);
        }
        state.value = verdict.value;
        state.checked = assigned.length;
      }
      this.touched.delete(state);
    }
    return undefined;
  }

  /** Takes the first clause that isn't true yet, and makes a literal of it true. False if every clause is true. */
  private decide(): boolean {
    for (; this.openList < this.trail.length; this.openList++, this.firstOpen = 0) {
      const list = this.openList < 0 ? this.clauses : this.guarded.get(this.trail[this.openList]) ?? NOTHING_GUARDED;
      for (; this.firstOpen < list.length; this.firstOpen++) {
        const clause = list[this.firstOpen];
        this.budget.spend(clause.length);
        if (!clause.some((literal) => this.valueOf(literal) > 0)) {
          this.decisions.push({ trail: this.trail.length, list: this.openList, clause: this.firstOpen });
          this.assign(clause.find((literal) => this.valueOf(literal) === 0)!, undefined);
          return true;
        }
      }
      this.budget.spend(1);
    }
    return false;
  }

  /** Learns from a false clause and goes back to where what it learned says something new. False if nothing can be true at all. */
  private learn(conflict: Clause): boolean {
    const level = this.decisions.length;
    if (level === 0) {
      return false;
    }
    const seen = new Set<number>();
    const learned: Clause = [];
    let reason: Clause = conflict;
    let open = 0;
    let at = this.trail.length;
    for (;;) {
      for (const literal of reason) {
        const number = Math.abs(literal);
        this.budget.spend(1);
        if (!seen.has(number) && this.levels[number] > 0 && this.valueOf(literal) < 0) {
          seen.add(number);
          if (this.levels[number] === level) {
            open++;
          } else {
            learned.push(literal);
          }
        }
      }
      do {
        at--;
      } while (!seen.has(Math.abs(this.trail[at])));
      open--;
      if (open === 0) {
        break;
      }
      reason = this.reasons[Math.abs(this.trail[at])]!;
    }
    learned.unshift(-this.trail[at]);
    this.goBack(learned);
    return true;
  }

  private goBack(learned: Clause): void {
    let second = 1;
    for (let i = 2; i < learned.length; i++) {
      if (this.levels[Math.abs(learned[i])] > this.levels[Math.abs(learned[second])]) {
        second = i;
      }
    }
    this.undo(learned.length === 1 ? 0 : this.levels[Math.abs(learned[second])]);
    if (learned.length > 1) {
      [learned[1], learned[second]] = [learned[second], learned[1]];
      this.watch(learned);
    }
    this.clauses.push(learned);
    this.assign(learned[0], learned);
  }

  private undo(level: number): void {
    const { trail, list, clause } = this.decisions[level];
    this.decisions.length = level;
    this.openList = list;
    this.firstOpen = clause;
    while (this.trail.length > trail) {
      const number = Math.abs(this.trail.pop()!);
      this.values[number] = 0;
      const label = this.table.atoms[number]?.label;
      if (label) {
        const state = this.states.get(label)!;
        state.assigned.pop();
        state.checked = Math.min(state.checked, state.assigned.length);
      }
    }
    this.propagated = trail;
  }
}

/** The place of a literal in a list by literals. */
function slot(literal: Literal): number {
  return literal > 0 ? 2 * literal : -2 * literal + 1;
}
