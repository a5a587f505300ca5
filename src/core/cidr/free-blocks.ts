import { gapsIn, minimalBlocks } from './address-set';
import { Prefix } from './prefix';
import { HOST_LENGTH } from './print-address';

/** What room is looked for. */
export interface FreeBlocksQuery {
  /** The length of the blocks wanted, such as 16 for `10.0.0.0/16`. */
  readonly prefixLength: number;
  /** Where to look. Blocks of the other family, or smaller than what is wanted, have no room. */
  readonly within: Iterable<Prefix>;
  /** What is in use. */
  readonly taken: Iterable<Prefix>;
  /** How many blocks to name at most. */
  readonly limit: number;
}

/** The first blocks of a length, aligned, that lie in a range and touch nothing that is taken. n log n in what is taken, and the blocks named. */
export function freeBlocks({ prefixLength, within, taken, limit }: FreeBlocksQuery): Prefix[] {
  const minimalTaken = minimalBlocks(taken);
  const free: Prefix[] = [];
  for (const range of minimalBlocks(within)) {
    if (range.length > prefixLength || prefixLength > HOST_LENGTH[range.family]) {
      continue;
    }
    for (const gap of gapsIn(range, minimalTaken, prefixLength)) {
      for (const block of subnetsOf(gap, prefixLength)) {
        if (free.length >= limit) {
          return free;
        }
        free.push(block);
      }
    }
  }
  return free;
}

/** The blocks of a length that make up a block, in order and lazily. The length is at least the block's own. */
export function* subnetsOf(block: Prefix, prefixLength: number): Generator<Prefix> {
  let subnet: Prefix | undefined = block.extend(prefixLength);
  while (subnet !== undefined && block.contains(subnet)) {
    yield subnet;
    subnet = subnet.next();
  }
}
