/** Thrown where a question takes more work than it was given; `withinBudget` turns it into the answer `unknown`. */
export class BudgetSpent extends Error {}

/** Counts work in steps of about the same small cost. Counted, not timed: the same question always has the same answer. */
export class Budget {
  constructor(private left: number) {}

  public spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) {
      throw new BudgetSpent();
    }
  }
}

/** What a search finds, or that its budget was spent before. */
export function withinBudget<T>(search: () => T): T | 'unknown' {
  try {
    return search();
  } catch (error) {
    if (error instanceof BudgetSpent) {
      return 'unknown';
    }
    throw error;
  }
}
