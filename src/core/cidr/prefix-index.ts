import { Prefix } from './prefix';
import { sortedOrder } from './prefix-order';

/** Two entries whose blocks share addresses. */
export interface OverlapPair<T> {
  /** The entry with the larger block; of two equal blocks, the one that was given first. */
  readonly outer: T;
  /** The entry whose block lies in the other. */
  readonly inner: T;
  /** Exactly what the two share, which is the inner block. */
  readonly shared: Prefix;
  /** Whether the two blocks are equal. */
  readonly equal: boolean;
}

/**
 * Blocks, each with what it belongs to, ready to be asked what overlaps what.
 *
 * Two blocks overlap only if one holds the other, so all blocks form a forest. Sorted by first address with the larger first, a block's parent
 * (its nearest container) comes before it, and what a block holds comes right after it, without a gap. One sweep finds every parent;
 * the chain of parents of a block is everything that holds it. Equal blocks chain to each other in the order given.
 *
 * Growth: building is linear after the sort. A question costs log n, at most 129 steps along the chain, and its answers.
 * All pairs cost n and the pairs: with n equal blocks these are n² / 2, so `overlaps` is lazy, `countOverlaps` doesn't list them, and
 * `nestings` names each block only against its parent.
 */
export class PrefixIndex<T> {
  static of<T>(entries: Iterable<T>, blockOf: (entry: T) => Prefix): PrefixIndex<T> {
    const given = [...entries];
    const blocks = given.map(blockOf);
    const order = sortedOrder(blocks);
    const sortedBlocks: Prefix[] = new Array(given.length);
    const sortedEntries: T[] = new Array(given.length);
    for (let at = 0; at < order.length; at++) {
      sortedBlocks[at] = blocks[order[at]];
      sortedEntries[at] = given[order[at]];
    }
    return new PrefixIndex(sortedEntries, sortedBlocks);
  }

  /** For each position, the position of its parent, or -1. */
  private readonly parents: Int32Array;
  /** For each position, that of the first block that is equal to it. */
  private readonly firsts: Int32Array;

  private constructor(private readonly entries: readonly T[], private readonly blocks: readonly Prefix[]) {
    this.parents = new Int32Array(blocks.length);
    this.firsts = new Int32Array(blocks.length);
    for (let at = 0; at < blocks.length; at++) {
      const parent = this.nearest(at - 1, blocks[at]);
      this.parents[at] = parent;
      this.firsts[at] = parent >= 0 && blocks[parent].length === blocks[at].length ? this.firsts[parent] : at;
    }
  }

  /** How many entries there are. */
  get size(): number {
    return this.entries.length;
  }

  /** Every two entries that overlap, by the inner block in sorted order, each from its nearest container outwards. Lazy: stop at will. */
  * overlaps(): Generator<OverlapPair<T>> {
    for (let inner = 0; inner < this.blocks.length; inner++) {
      for (let outer = this.parents[inner]; outer >= 0; outer = this.parents[outer]) {
        yield this.pair(outer, inner);
      }
    }
  }

  /** For each entry whose block lies in another's, the pair with its nearest container: at most one pair for each entry. */
  nestings(): OverlapPair<T>[] {
    const pairs: OverlapPair<T>[] = [];
    for (let inner = 0; inner < this.blocks.length; inner++) {
      if (this.parents[inner] >= 0) {
        pairs.push(this.pair(this.parents[inner], inner));
      }
    }
    return pairs;
  }

  /** How many pairs `overlaps` would give. Linear. */
  countOverlaps(): number {
    const depths = new Float64Array(this.blocks.length);
    let count = 0;
    for (let at = 0; at < depths.length; at++) {
      depths[at] = this.parents[at] < 0 ? 0 : depths[this.parents[at]] + 1;
      count += depths[at];
    }
    return count;
  }

  /** The entries whose blocks hold the whole of a block, equal ones included, the nearest first. */
  containing(block: Prefix): T[] {
    const found: T[] = [];
    for (let at = this.nearest(this.positionAfter(block) - 1, block); at >= 0; at = this.parents[at]) {
      found.push(this.entries[at]);
    }
    return found;
  }

  /** The entries whose blocks lie in a block and are smaller, in sorted order. */
  within(block: Prefix): T[] {
    const found: T[] = [];
    for (let at = this.positionAfter(block); at < this.blocks.length && block.contains(this.blocks[at]); at++) {
      found.push(this.entries[at]);
    }
    return found;
  }

  /** The entries whose blocks share an address with a block: those that hold it, then those within it. */
  overlapping(block: Prefix): T[] {
    return [...this.containing(block), ...this.within(block)];
  }

  /**
   * The nearest position at or before `from`, along the chain of parents, that holds a block which sorts after all of them; or -1.
   * Equal blocks are skipped at once, so the way is no longer than an address has bits.
   */
  private nearest(from: number, block: Prefix): number {
    let at = from;
    while (at >= 0 && !this.blocks[at].contains(block)) {
      at = this.parents[this.firsts[at]];
    }
    return at;
  }

  /** The first position whose block sorts after a block and isn't equal to it. */
  private positionAfter(block: Prefix): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.blocks[middle].compare(block) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private pair(outer: number, inner: number): OverlapPair<T> {
    const shared = this.blocks[inner];
    return { outer: this.entries[outer], inner: this.entries[inner], shared, equal: this.blocks[outer].length === shared.length };
  }
}
