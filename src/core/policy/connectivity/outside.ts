import { Family, gapsIn, minimalBlocks, Prefix, PrefixIndex, subtractBlocks } from '../../cidr';
import { everywhere } from '../end';

/** Addresses that lie in the same of all blocks that the model names. Those of endpoints among them are meant by their endpoints. */
export interface Region {
  readonly blocks: readonly Prefix[];
  /** An address of it that no endpoint has. */
  readonly sample: Prefix;
}

/**
 * Splits all addresses by the blocks that rules, network sets and nodes name: each block without what lies in it is one region, unless
 * endpoints have all of its addresses. Growth: n log n, and the blocks that remain around each one taken away.
 */
export function regionsOf(family: Family, named: readonly Prefix[], endpoints: readonly Prefix[]): Region[] {
  const distinct = new Map<string, Prefix>();
  for (const block of [everywhere(family), ...named]) {
    if (block.family === family) {
      distinct.set(block.toString(), block);
    }
  }
  const inner = new Map<Prefix, Prefix[]>([...distinct.values()].map((block) => [block, []]));
  for (const { outer, shared } of PrefixIndex.of(distinct.values(), (block) => block).nestings()) {
    inner.get(outer)!.push(shared);
  }
  const taken = minimalBlocks(endpoints);
  return [...inner].flatMap(([block, within]) => {
    const blocks = subtractBlocks([block], within);
    const sample = firstFree(blocks, taken);
    return sample ? [{ blocks, sample }] : [];
  });
}

/** The first address of some blocks that isn't taken. */
export function firstFree(blocks: readonly Prefix[], taken: readonly Prefix[]): Prefix | undefined {
  for (const block of blocks) {
    for (const gap of gapsIn(block, taken, 128)) {
      return gap.first;
    }
  }
  return undefined;
}
