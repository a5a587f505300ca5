import { IpFamily } from './ip-family';
import { blocksOfRange, CidrFault, HOST_LENGTH, parseAddress, parseCidr, Prefix, subnetsOf, subtractBlocks } from '../core/cidr';

/** How many blocks `subnets` lists without a limit. */
const MOST_SUBNETS = 65_536;

/**
 * A block of IPv4 or IPv6 addresses, in CIDR notation, that starts where its prefix length says: `10.0.0.0/16`, never `10.0.0.5/16`.
 *
 * Immutable. Two blocks are either disjoint, or one holds the other.
 */
export class Cidr {
  /**
   * Parses CIDR notation, strictly. Any spelling of an IPv6 network is taken; it prints in canonical form (RFC 5952).
   *
   * @param text such as `10.0.0.0/16` or `2001:db8::/32`
   * @throws with the reason, and the canonical form where it is known what was meant: host bits, no prefix length, leading zeros, a zone,
   * an IPv4-mapped address, numbers out of range, white space, anything else
   */
  public static parse(text: string): Cidr {
    return new Cidr(orThrow('Cidr.parse', parseCidr(text)));
  }

  /**
   * The block of one address: `/32` or `/128`.
   *
   * @param address such as `10.0.0.1` or `2001:db8::1`
   * @throws where the text is no address
   */
  public static ofAddress(address: string): Cidr {
    return new Cidr(addressOf('Cidr.ofAddress', address));
  }

  /**
   * The fewest blocks that make up the addresses from a first to a last one, both included.
   *
   * @param firstAddress such as `10.0.0.16`
   * @param lastAddress of the same family, not before the first
   * @throws where a text is no address, the families differ, or the last comes before the first
   */
  public static ofRange(firstAddress: string, lastAddress: string): Cidr[] {
    const first = addressOf('Cidr.ofRange', firstAddress);
    const last = addressOf('Cidr.ofRange', lastAddress);
    if (first.family !== last.family || first.compare(last) > 0) {
      throw new Error(`Cidr.ofRange: ${lastAddress} is no last address of a range that starts at ${firstAddress}: it has the same family and doesn't come before it`);
    }
    return blocksOfRange(first, last).map((block) => new Cidr(block));
  }

  private constructor(private readonly prefix: Prefix) {}

  /** Whether the addresses are IPv4 or IPv6. */
  public get family(): IpFamily {
    return this.prefix.family === 4 ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  /** How many leading bits all addresses share: 0 to 32, or 0 to 128. */
  public get prefixLength(): number {
    return this.prefix.length;
  }

  /** The first address, such as `10.0.0.0`. */
  public get firstAddress(): string {
    return this.prefix.toAddress();
  }

  /** The last address, such as `10.0.255.255`. */
  public get lastAddress(): string {
    return this.prefix.last.toAddress();
  }

  /** How many addresses it holds, in decimal digits: IPv6 blocks hold more than a number of every language can count. */
  public get addressCount(): string {
    return this.prefix.addressCount.toString();
  }

  /** Whether every address of the other block is in this one; also true where the two are equal. */
  public contains(other: Cidr): boolean {
    return this.prefix.contains(other.prefix);
  }

  /**
   * Whether an address is in it.
   *
   * @param address such as `10.0.0.1`; one of the other family isn't
   * @throws where the text is no address
   */
  public containsAddress(address: string): boolean {
    return this.prefix.contains(addressOf('Cidr.containsAddress', address));
  }

  /** Whether the two share an address. */
  public overlaps(other: Cidr): boolean {
    return this.prefix.overlaps(other.prefix);
  }

  /** Whether the two hold the same addresses. */
  public isEqualTo(other: Cidr): boolean {
    return this.prefix.equals(other.prefix);
  }

  /**
   * The blocks of a longer (or the same) prefix length that make it up, in order.
   *
   * @param prefixLength at least this block's own, at most 32 or 128
   * @param limit how many to give at most. @default - all
   * @throws where the prefix length is out of range, or there are more than 65,536 and no limit is given
   */
  public subnets(prefixLength: number, limit?: number): Cidr[] {
    const longest = HOST_LENGTH[this.prefix.family];
    if (!Number.isInteger(prefixLength) || prefixLength < this.prefixLength || prefixLength > longest) {
      throw new Error(`Cidr.subnets: ${this} has no subnets of prefix length ${prefixLength}: it is a whole number from ${this.prefixLength} to ${longest}`);
    }
    if (limit !== undefined && (!Number.isInteger(limit) || limit < 0)) {
      throw new Error(`Cidr.subnets: the limit is a whole number from 0, not ${limit}`);
    }
    const count = 2 ** (prefixLength - this.prefixLength);
    if (limit === undefined && count > MOST_SUBNETS) {
      throw new Error(`Cidr.subnets: ${this} has ${count} subnets of prefix length ${prefixLength}: give a limit to list the first of more than ${MOST_SUBNETS}`);
    }
    const subnets: Cidr[] = [];
    for (const subnet of subnetsOf(this.prefix, prefixLength)) {
      if (subnets.length === limit) {
        break;
      }
      subnets.push(new Cidr(subnet));
    }
    return subnets;
  }

  /** The fewest blocks that hold what is in this one and not in the other; none where the other holds it all. */
  public minus(other: Cidr): Cidr[] {
    return subtractBlocks([this.prefix], [other.prefix]).map((block) => new Cidr(block));
  }

  /** Canonical text: what Calico prints for the same network. */
  public toString(): string {
    return this.prefix.toString();
  }

  /** The same text, for what serialises values. */
  public toJSON(): string {
    return this.toString();
  }
}

function addressOf(caller: string, text: string): Prefix {
  return orThrow(caller, parseAddress(text));
}

function orThrow(caller: string, parsed: Prefix | CidrFault): Prefix {
  if (parsed instanceof Prefix) {
    return parsed;
  }
  throw new Error(`${caller}: ${parsed.what}\n  why  ${parsed.why}\n  fix  ${parsed.fix}`);
}
