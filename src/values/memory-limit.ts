import { Size, SizeRoundingBehavior } from 'cdk8s';

/**
 * Memory above which a program collects garbage more often.
 */
export class MemoryLimit {
  /** No limit. */
  public static readonly NONE = new MemoryLimit(-1);

  /**
   * A limit.
   *
   * @param size whole mebibytes
   * @throws where the size is no whole number of mebibytes
   */
  public static of(size: Size): MemoryLimit {
    return new MemoryLimit(wholeMebibytes(size, 'MemoryLimit.of'));
  }

  private constructor(
    /** The limit in mebibytes, -1 for none. */
    public readonly mebibytes: number,
  ) {}

  /** Such as `512 MiB`, or `none`. */
  public toString(): string {
    return this.mebibytes < 0 ? 'none' : `${this.mebibytes} MiB`;
  }
}

/**
 * Whole mebibytes.
 *
 * @param place what the message begins with
 * @throws where the size is no whole number of mebibytes
 */
export function wholeMebibytes(size: Size, place: string): number {
  const amount = size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  if (!Number.isInteger(amount)) {
    throw new Error(`${place}: ${size.asString()} is no whole number of mebibytes, which is the unit here; give Size.mebibytes(${Math.ceil(amount)})`);
  }
  return amount;
}
