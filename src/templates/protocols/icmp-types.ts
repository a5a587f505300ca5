/** A message of ICMP or ICMPv6. */
export interface IcmpType {
  readonly protocol: 'ICMP' | 'ICMPv6';
  readonly type: number;
}

function typesOf(protocol: IcmpType['protocol'], ...types: number[]): IcmpType[] {
  return types.map((type) => ({ protocol, type }));
}

/** What `ping` sends. */
export const ECHO_REQUESTS: readonly IcmpType[] = [...typesOf('ICMP', 8), ...typesOf('ICMPv6', 128)];

/** That a packet didn't arrive: unreachable, too big, too many hops, not understood (RFC 792 types 3, 11, 12; RFC 4443 types 1 to 4). */
export const ERRORS: readonly IcmpType[] = [...typesOf('ICMP', 3, 11, 12), ...typesOf('ICMPv6', 1, 2, 3, 4)];

/** How IPv6 finds routers and neighbours, as ARP does for IPv4 (RFC 4861 types 133 to 136), and joins groups for it (RFC 2710, RFC 3810). */
export const NEIGHBOUR_DISCOVERY: readonly IcmpType[] = typesOf('ICMPv6', 133, 134, 135, 136, 130, 131, 132, 143);
