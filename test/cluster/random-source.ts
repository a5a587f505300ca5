/** Numbers that look random and are the same in every run: the minimal standard generator of Park and Miller. */
export class RandomSource {
  constructor(private state: number) {}

  /** A whole number from 0 up to, not including, `bound`. */
  public below(bound: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % bound;
  }

  public chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  public pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}
