import { Prefix } from './prefix';
import { sortedOrder } from './prefix-order';

/**
 * Sets of addresses, as lists of blocks. A list is *minimal* when it is sorted, its blocks are disjoint, and no two of them are the halves
 * of one block: every set has exactly one minimal list, so two sets are equal when their lists are. All functions here return minimal
 * lists and take any list. IPv4 and IPv6 live side by side.
 *
 * Only the union has to join halves. Where two minimal lists are intersected or subtracted, a result with both halves of a block would mean
 * that a block around both was there to begin with.
 *
 * Growth: linear but for searches in sorted lists, n log n; subtraction adds at most 128 blocks for each block taken away.
 */

/** The union: the fewest blocks that hold the same addresses. */
export function minimalBlocks(blocks: Iterable<Prefix>): Prefix[] {
  const all = Array.isArray(blocks) ? blocks as readonly Prefix[] : [...blocks];
  const minimal: Prefix[] = [];
  for (const index of sortedOrder(all)) {
    const block = all[index];
    if (minimal.length === 0 || !minimal[minimal.length - 1].contains(block)) {
      appendBlock(minimal, block);
    }
  }
  return minimal;
}

/** Appends a block that follows all others, and joins halves for as long as there are any. */
function appendBlock(minimal: Prefix[], block: Prefix): void {
  let last = block;
  while (minimal.length > 0 && last.length > 0 && minimal[minimal.length - 1].length === last.length) {
    const joined = last.truncate(last.length - 1);
    if (!joined.contains(minimal[minimal.length - 1])) {
      break;
    }
    minimal.pop();
    last = joined;
  }
  minimal.push(last);
}

/** The addresses in both. */
export function intersectBlocks(a: Iterable<Prefix>, b: Iterable<Prefix>): Prefix[] {
  const left = minimalBlocks(a);
  const right = minimalBlocks(b);
  const shared: Prefix[] = [];
  for (let i = 0, k = 0; i < left.length && k < right.length;) {
    if (left[i].contains(right[k])) {
      shared.push(right[k++]);
    } else if (right[k].contains(left[i])) {
      shared.push(left[i++]);
    } else if (left[i].compare(right[k]) < 0) {
      i++;
    } else {
      k++;
    }
  }
  return shared;
}

/** The addresses in the first that are not in the second. */
export function subtractBlocks(from: Iterable<Prefix>, taken: Iterable<Prefix>): Prefix[] {
  const left: Prefix[] = [];
  const minimalTaken = minimalBlocks(taken);
  for (const block of minimalBlocks(from)) {
    for (const gap of gapsIn(block, minimalTaken, 128)) {
      left.push(gap);
    }
  }
  return left;
}

/** How many addresses the blocks hold, each counted once. */
export function countAddresses(blocks: Iterable<Prefix>): bigint {
  return minimalBlocks(blocks).reduce((count, block) => count + block.addressCount, 0n);
}

/** The fewest blocks that make up the addresses from first to last: two addresses of one family, in order. At most 254. */
export function blocksOfRange(first: Prefix, last: Prefix): Prefix[] {
  let whole = first;
  while (!whole.contains(last)) {
    whole = whole.truncate(whole.length - 1);
  }
  const blocks: Prefix[] = [];
  const open = [whole];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    const blockLast = block.last;
    if (block.first.compare(last) > 0 || blockLast.compare(first) < 0) {
      continue;
    }
    if (block.first.compare(first) >= 0 && blockLast.compare(last) <= 0) {
      blocks.push(block);
    } else {
      const [lower, upper] = block.halves();
      open.push(upper, lower);
    }
  }
  return blocks;
}

/**
 * The largest blocks of a block that none of the taken ones touches, in order and lazily. Gaps smaller than a block of length `longest`
 * are left out. `taken` must be minimal.
 */
export function* gapsIn(within: Prefix, taken: readonly Prefix[], longest: number): Generator<Prefix> {
  const start = firstFrom(taken, within, 0, taken.length);
  if (start > 0 && taken[start - 1].contains(within)) {
    return;
  }
  const open = [{ block: within, from: start, to: firstFrom(taken, within.last, start, taken.length, 1) }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { block, from, to } = part;
    if (from === to) {
      yield block;
    } else if (!taken[from].contains(block) && block.length < longest) {
      const [lower, upper] = block.halves();
      const middle = firstFrom(taken, upper, from, to);
      open.push({ block: upper, from: middle, to }, { block: lower, from, to: middle });
    }
  }
}

/** The index of the first of the sorted blocks that comes after `block`; with `after` 0, also of one that is equal to it. */
function firstFrom(blocks: readonly Prefix[], block: Prefix, from: number, to: number, after: 0 | 1 = 0): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle].compare(block) < after) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
