import { subtractBlocks } from './address-set';
import { freeBlocks } from './free-blocks';
import { Prefix } from './prefix';
import { tryCidr } from './strict-cidr';

/** A range that machines often use by themselves, so that no plan mentions it. */
export interface KnownNeighbour {
  readonly cidr: string;
  /** Who uses it, for a sentence: `the default bridge of Docker`. */
  readonly name: string;
}

/** Ranges that software on a node uses unless it is told otherwise. They are not suggested; to use one is no fault. */
export const KNOWN_NEIGHBOURS: readonly KnownNeighbour[] = [
  { cidr: '172.17.0.0/16', name: 'the default bridge of Docker' },
  { cidr: '10.88.0.0/16', name: 'the default network of Podman' },
  { cidr: '192.168.122.0/24', name: 'the default network of libvirt' },
];

/** Room that is free as far as is known. */
export interface FreeRoom {
  /** The private range that was looked in, such as `172.16.0.0/12`. */
  readonly within: string;
  /** Free blocks in it, in order. */
  readonly blocks: readonly string[];
  /** Blocks that nobody declared, but that were passed over on the way because a machine may use them. */
  readonly leftOut: readonly KnownNeighbour[];
}

/**
 * Where to look, in order: 172.16.0.0/12 first because companies fill 10.0.0.0/8 and homes, hotels and Calico's own default pool 192.168.0.0/16.
 * IPv6 has one: unique-local addresses that a site assigns for itself.
 */
const PRIVATE_RANGES = ['172.16.0.0/12', '10.0.0.0/8', '192.168.0.0/16', 'fd00::/8'].map((cidr) => tryCidr(cidr)!);

/**
 * The first free blocks of a length in private space: RFC 1918, or RFC 4193 for IPv6, whose blocks are only an example
 * because that RFC wants 40 random bits after `fd`.
 * The first private range with `limit` free blocks serves, else the one with the most; nothing if no block is free anywhere.
 */
export function findFreeRoom(family: 4 | 6, prefixLength: number, taken: Iterable<Prefix>, limit: number): FreeRoom | undefined {
  const used = [...taken];
  let best: FreeRoom | undefined;
  for (const within of PRIVATE_RANGES.filter((range) => range.family === family)) {
    const room = roomIn(within, prefixLength, used, limit);
    if (room.blocks.length > (best?.blocks.length ?? 0)) {
      best = room;
    }
    if (best?.blocks.length === limit) {
      break;
    }
  }
  return best;
}

function roomIn(within: Prefix, prefixLength: number, taken: readonly Prefix[], limit: number): FreeRoom {
  const neighbours = KNOWN_NEIGHBOURS.map((neighbour) => ({ neighbour, block: tryCidr(neighbour.cidr)! }));
  const free = freeBlocks({ prefixLength, within: [within], taken: [...taken, ...neighbours.map(({ block }) => block)], limit });
  const passed = neighbours.filter(({ block }) => free.length > 0
    && within.contains(block)
    && block.compare(free[free.length - 1]) < 0
    && subtractBlocks([block], taken).length > 0);
  return { within: within.toString(), blocks: free.map(String), leftOut: passed.map(({ neighbour }) => neighbour) };
}
