import { Prefix } from './prefix';
import { tryCidr } from './strict-cidr';

/** What a special range is set aside for. */
export type SpecialUse =
  | 'unspecified' | 'this-network' | 'loopback' | 'link-local' | 'multicast' | 'broadcast' | 'reserved' | 'discard'
  | 'documentation' | 'benchmarking' | 'protocol' | 'transition' | 'ipv4-mapped' | 'private' | 'shared' | 'unique-local';

/** A range that an RFC sets aside. */
export interface SpecialRange {
  readonly use: SpecialUse;
  /** The words for a sentence: `the IPv4 loopback range`. */
  readonly name: string;
  readonly block: Prefix;
  /** The RFC that says so. */
  readonly source: string;
  /**
   * Whether ordinary hosts may have addresses of it and reach each other, so that a pool or a network may lie in it.
   * False where systems refuse such addresses, keep them to themselves, or read them as something else, or an RFC says not to.
   */
  readonly forHosts: boolean;
}

/** A special range that a block has to do with. */
export interface SpecialOverlap {
  readonly range: SpecialRange;
  /** What the two share. */
  readonly shared: Prefix;
  /** Whether the block lies wholly in the special range. False: it holds the range, and more. */
  readonly within: boolean;
}

type Row = readonly [cidr: string, use: SpecialUse, name: string, source: string];

const FOR_HOSTS: ReadonlySet<SpecialUse> = new Set<SpecialUse>(['private', 'shared', 'unique-local', 'benchmarking']);

/** The registries of special-purpose addresses (RFC 6890 and what updates it), as far as they matter to a cluster. */
const ROWS: readonly Row[] = [
  ['0.0.0.0/8', 'this-network', 'the "this network" range', 'RFC 791, section 3.2'],
  ['10.0.0.0/8', 'private', 'the private range 10.0.0.0/8', 'RFC 1918'],
  ['100.64.0.0/10', 'shared', 'the range shared by carriers for NAT', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'the IPv4 loopback range', 'RFC 1122, section 3.2.1.3'],
  ['169.254.0.0/16', 'link-local', 'the IPv4 link-local range', 'RFC 3927'],
  ['172.16.0.0/12', 'private', 'the private range 172.16.0.0/12', 'RFC 1918'],
  ['192.0.0.0/24', 'protocol', 'the range for IETF protocols', 'RFC 6890, section 2.1'],
  ['192.0.2.0/24', 'documentation', 'the documentation range TEST-NET-1', 'RFC 5737'],
  ['192.88.99.0/24', 'transition', 'the range of former 6to4 relays', 'RFC 7526'],
  ['192.168.0.0/16', 'private', 'the private range 192.168.0.0/16', 'RFC 1918'],
  ['198.18.0.0/15', 'benchmarking', 'the range for benchmarks', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation', 'the documentation range TEST-NET-2', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation', 'the documentation range TEST-NET-3', 'RFC 5737'],
  ['224.0.0.0/4', 'multicast', 'the IPv4 multicast range', 'RFC 5771'],
  ['240.0.0.0/4', 'reserved', 'the reserved range (class E)', 'RFC 1112, section 4'],
  ['255.255.255.255/32', 'broadcast', 'the broadcast address', 'RFC 919, section 7'],
  ['::/128', 'unspecified', 'the unspecified IPv6 address', 'RFC 4291, section 2.5.2'],
  ['::1/128', 'loopback', 'the IPv6 loopback address', 'RFC 4291, section 2.5.3'],
  ['64:ff9b::/96', 'transition', 'the range that NAT64 translates to IPv4', 'RFC 6052'],
  ['64:ff9b:1::/48', 'transition', 'the range for local NAT64', 'RFC 8215'],
  ['100::/64', 'discard', 'the range that routers discard', 'RFC 6666'],
  ['2001::/32', 'transition', 'the Teredo range', 'RFC 4380'],
  ['2001:db8::/32', 'documentation', 'the IPv6 documentation range', 'RFC 3849'],
  ['2002::/16', 'transition', 'the 6to4 range', 'RFC 3056'],
  ['3fff::/20', 'documentation', 'the newer IPv6 documentation range', 'RFC 9637'],
  ['fc00::/7', 'unique-local', 'the unique-local IPv6 range', 'RFC 4193'],
  ['fe80::/10', 'link-local', 'the IPv6 link-local range', 'RFC 4291, section 2.5.6'],
  ['fec0::/10', 'reserved', 'the former site-local range', 'RFC 3879'],
  ['ff00::/8', 'multicast', 'the IPv6 multicast range', 'RFC 4291, section 2.7'],
];

/** The special ranges, in sorted order. Where they nest, the wider comes first. */
export const SPECIAL_RANGES: readonly SpecialRange[] = [
  ...ROWS.map(([cidr, use, name, source]) => ({ use, name, block: tryCidr(cidr)!, source, forHosts: FOR_HOSTS.has(use) })),
  // The one that can't be written as a CIDR, because strict reading refuses it.
  {
    use: 'ipv4-mapped' as const,
    name: 'the range of IPv4-mapped addresses',
    block: Prefix.of(6, 0, 0, 0xffff, 0, 96),
    source: 'RFC 4291, section 2.5.5.2',
    forHosts: false,
  },
].sort((a, b) => a.block.compare(b.block));

/** Every special range that a block lies in or holds. The table is short: each call looks at all of it. */
export function specialRangesOf(block: Prefix): SpecialOverlap[] {
  return SPECIAL_RANGES
    .filter((range) => range.block.overlaps(block))
    .map((range) => {
      const within = range.block.contains(block);
      return { range, shared: within ? block : range.block, within };
    });
}
