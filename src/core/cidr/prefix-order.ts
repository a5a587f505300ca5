import { Prefix } from './prefix';

/** Up to this many, insertion by comparison is faster than sorting by digits. */
const FEW = 24;

/**
 * The positions of the blocks in sorted order (`Prefix.compare`); blocks that are equal stay in the order given.
 *
 * The sort key is six words: family, the four of the address, length. Sorts by one word, then each run of equal words by the next one.
 * A word is sorted by its bytes (radix, from the last to the first), leaving out bytes that are the same in the whole run; short runs by insertion.
 * Growth is linear, with at most 18 passes; most blocks are told apart by one or two words, and comparisons would take five times as long.
 */
export function sortedOrder(blocks: readonly Prefix[]): Uint32Array {
  const order = new Uint32Array(blocks.length);
  for (let at = 0; at < order.length; at++) {
    order[at] = at;
  }
  new RadixSort(blocks, order).sort(0, order.length, 0);
  return order;
}

class RadixSort {
  private readonly columns: Int32Array[];
  private readonly spare: Uint32Array;
  private readonly ends = new Uint32Array(256);

  constructor(private readonly blocks: readonly Prefix[], private readonly order: Uint32Array) {
    this.spare = new Uint32Array(order.length);
    this.columns = keyColumns(blocks);
  }

  /** Sorts the positions from `start` to before `end`, whose words before `word` are all equal. At most six calls deep. */
  sort(start: number, end: number, word: number): void {
    if (end - start <= FEW) {
      this.insertionSort(start, end);
      return;
    }
    const keys = this.columns[word];
    this.radixSort(keys, start, end);
    if (word + 1 === this.columns.length) {
      return;
    }
    const { order } = this;
    for (let runStart = start; runStart < end;) {
      const key = keys[order[runStart]];
      let runEnd = runStart + 1;
      while (runEnd < end && keys[order[runEnd]] === key) {
        runEnd++;
      }
      if (runEnd - runStart > 1) {
        this.sort(runStart, runEnd, word + 1);
      }
      runStart = runEnd;
    }
  }

  private insertionSort(start: number, end: number): void {
    const { blocks, order } = this;
    for (let next = start + 1; next < end; next++) {
      const inserted = order[next];
      const block = blocks[inserted];
      let at = next;
      for (; at > start && blocks[order[at - 1]].compare(block) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = inserted;
    }
  }

  private radixSort(keys: Int32Array, start: number, end: number): void {
    const { order, spare, ends } = this;
    let differing = 0;
    for (let at = start; at < end; at++) {
      differing |= keys[order[at]] ^ keys[order[start]];
    }
    for (let shift = 0; shift < 32; shift += 8) {
      if (((differing >>> shift) & 255) === 0) {
        continue;
      }
      ends.fill(0);
      for (let at = start; at < end; at++) {
        ends[(keys[order[at]] >>> shift) & 255]++;
      }
      ends[0] += start;
      for (let digit = 1; digit < 256; digit++) {
        ends[digit] += ends[digit - 1];
      }
      for (let at = end - 1; at >= start; at--) {
        spare[--ends[(keys[order[at]] >>> shift) & 255]] = order[at];
      }
      order.set(spare.subarray(start, end), start);
    }
  }
}

/** The words of the sort key, the most significant first. */
function keyColumns(blocks: readonly Prefix[]): Int32Array[] {
  const columns = Array.from({ length: 6 }, () => new Int32Array(blocks.length));
  const [families, w0, w1, w2, w3, lengths] = columns;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    families[at] = block.family;
    w0[at] = block.w0;
    w1[at] = block.w1;
    w2[at] = block.w2;
    w3[at] = block.w3;
    lengths[at] = block.length;
  }
  return columns;
}
