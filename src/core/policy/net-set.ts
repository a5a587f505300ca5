import { ASSUMED_NO, Match, NO, YES } from './match';
import { mayHoldPods } from './pod-addresses';
import { Family, minimalBlocks, Prefix, readCidrOrAddress } from '../cidr';

/** Blocks of one family. Finding an address takes log n. */
export class NetSet {
  public static of(blocks: Iterable<Prefix>): NetSet {
    return new NetSet(minimalBlocks(blocks));
  }

  /** The fewest blocks that hold the same addresses, in order. */
  private constructor(public readonly blocks: readonly Prefix[]) {}

  /** Whether an address lies in the set; or, of an end that may be anywhere in a block, whether it is known to. */
  public holds(block: Prefix): Match {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.blocks[middle].compare(block) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low > 0 && this.blocks[low - 1].contains(block)) {
      return YES;
    }
    return low < this.blocks.length && block.contains(this.blocks[low]) && this.mayHoldPods ? ASSUMED_NO : NO;
  }

  /** Of an end whose address isn't known this much is: packets from link-local addresses stay on their link. */
  private get mayHoldPods(): boolean {
    return this.blocks.some(mayHoldPods);
  }
}

/** The nets of a rule by family, as Felix renders them. */
export interface RuleNets {
  readonly v4: NetSet | undefined;
  readonly v6: NetSet | undefined;
}

/** Reads nets as Calico does: what it can't read is left out (`ConvertStringsToNets`, `NormalizeIPNets` in updateprocessors/rules.go). */
export function readNets(texts: readonly string[]): Prefix[] {
  return texts.flatMap((text) => readCidrOrAddress(text)?.network ?? []);
}

/** Blocks split by family; undefined where there are none at all. */
export function splitFamilies(blocks: readonly Prefix[]): RuleNets | undefined {
  return blocks.length === 0 ? undefined : { v4: ofFamily(blocks, 4), v6: ofFamily(blocks, 6) };
}

function ofFamily(blocks: readonly Prefix[], family: Family): NetSet | undefined {
  const own = blocks.filter((block) => block.family === family);
  return own.length === 0 ? undefined : NetSet.of(own);
}
