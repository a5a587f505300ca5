import { Choice, FALSE, Formula, Formulas, TRUE } from './formula';

/*
 * "One formula and not the other" of two that are mostly alike, as the walks of two similar models are. Asked as it is, a search has to prove the
 * alike parts equal again and again. Here both are followed from the top: where they choose by the same condition, what differs on its two
 * sides remains, and what is the same on both is gone. What remains is the way to each place where they differ, and the difference there.
 */

/** How far down a formula the condition of the other is looked for, where one has a choice that the other hasn't. */
const LOOK_AHEAD = 64;

/** How many pairs are followed; further ones are left to the search as they are. */
const MOST_PAIRS = 100_000;

interface Split {
  readonly condition: Formula;
  readonly yes: Pair;
  readonly no: Pair;
}

type Pair = readonly [a: Formula, b: Formula];

export class FormulaDifference {
  private readonly known = new Map<string, Formula>();
  private readonly splits = new Map<string, Split | undefined>();

  constructor(private readonly formulas: Formulas) {}

  /** `a` and not `b`. Grows with the pairs of choices that are followed. Keeps its own stack. */
  public of(a: Formula, b: Formula): Formula {
    const pending: Pair[] = [[a, b]];
    for (let pair = pending.at(-1); pair !== undefined; pair = pending.at(-1)) {
      const split = this.splitOf(pair);
      const open = split ? [split.yes, split.no].filter((part) => !this.known.has(part.join())) : [];
      if (open.length > 0) {
        pending.push(...open);
      } else {
        pending.pop();
        this.known.set(pair.join(), split
          ? this.formulas.choose(split.condition, this.known.get(split.yes.join())!, this.known.get(split.no.join())!)
          : this.formulas.all([pair[0], -pair[1]]));
      }
    }
    return this.known.get([a, b].join())!;
  }

  private splitOf(pair: Pair): Split | undefined {
    const key = pair.join();
    let split = this.splits.get(key);
    if (split === undefined && this.splits.size < MOST_PAIRS) {
      split = this.split(pair);
      this.splits.set(key, split);
    }
    return split;
  }

  private split([a, b]: Pair): Split | undefined {
    const [left, right] = [this.formulas.choiceOf(a), this.formulas.choiceOf(b)];
    if (a === b || a === TRUE || a === FALSE || b === TRUE || b === FALSE || !left || !right) {
      return undefined;
    }
    if (left.condition === right.condition) {
      return { condition: left.condition, yes: [left.yes, right.yes], no: [left.no, right.no] };
    }
    return this.isAhead(right.condition, left) || !this.isAhead(left.condition, right)
      ? { condition: left.condition, yes: [left.yes, b], no: [left.no, b] }
      : { condition: right.condition, yes: [a, right.yes], no: [a, right.no] };
  }

  private isAhead(condition: Formula, { no }: Choice): boolean {
    let next = this.formulas.choiceOf(no);
    for (let count = 0; next && count < LOOK_AHEAD; count++) {
      if (next.condition === condition) {
        return true;
      }
      next = this.formulas.choiceOf(next.no);
    }
    return false;
  }
}
