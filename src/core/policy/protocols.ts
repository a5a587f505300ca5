/** The protocols that Calico knows by name, with their numbers at IANA. */
const NUMBERS: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, sctp: 132, udplite: 136 };
const NAMES: Readonly<Record<number, string>> = { 1: 'ICMP', 6: 'TCP', 17: 'UDP', 58: 'ICMPv6', 132: 'SCTP', 136: 'UDPLite' };

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;
export const SCTP = 132;

/** Protocols whose ports Calico matches (`SupportsPorts` in api/pkg/lib/numorstring/protocol.go). */
export function hasPorts(protocol: number): boolean {
  return protocol === TCP || protocol === UDP || protocol === SCTP;
}

/** The number of a protocol given as a name in any case, a number, or a number as text; undefined where it is none of them. */
export function protocolNumber(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 0 && value <= 255 ? value : undefined;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  const lower = value.toLowerCase();
  if (Object.hasOwn(NUMBERS, lower)) {
    return NUMBERS[lower];
  }
  return /^[0-9]{1,3}$/.test(value) ? protocolNumber(Number(value)) : undefined;
}

/** The name of a protocol, or its number. */
export function protocolName(protocol: number): string {
  return NAMES[protocol] ?? String(protocol);
}
