import { Connections, ConnectionPool, PLACES, PROTOCOLS } from './connections';
import { End } from '../end';
import { NamedPort } from '../endpoint';
import { Match } from '../match';
import { Packet } from '../match-rule';
import { HostNetwork } from '../policy-model';
import { hasPorts, ICMP, ICMPV6, SCTP, TCP, UDP } from '../protocols';
import { IcmpMatch, Rule } from '../rule';
import { Services } from '../services';

const WITH_PORTS = [TCP, UDP, SCTP];
const WITH_TYPES = [ICMP, ICMPV6];

/**
 * Where the answer for a protocol may change, by protocol: the first places of every range that a rule names, and of what lies between. Protocols
 * that aren't here have one answer in common.
 */
export type Cuts = ReadonlyMap<number, ReadonlySet<number>>;

/** The cuts that rules make, but for ports by their names: `cutNames` adds those of an end. */
export function cutsOf(rules: readonly Rule[], services: Services): Map<number, Set<number>> {
  const cuts = new Map<number, Set<number>>();
  for (const rule of rules) {
    const { destination, source, protocol, notProtocol, icmp, notIcmp } = rule;
    if (protocol !== undefined) {
      cutsIn(cuts, protocol);
    }
    if (notProtocol !== undefined) {
      cutsIn(cuts, notProtocol);
    }
    if (destination.ports ?? destination.notPorts ?? source.ports ?? source.notPorts ?? destination.service) {
      for (const one of portProtocols(rule)) {
        cutsIn(cuts, one);
        destination.ports?.ranges.forEach(({ first, last }) => cut(cuts, one, first, last));
        destination.notPorts?.ranges.forEach(({ first, last }) => cut(cuts, one, first, last));
      }
    }
    if (destination.service) {
      services.portsOf(destination.service.key).forEach((one) => cut(cuts, one.protocol, one.port, one.port));
    }
    if (icmp) {
      cutTypes(cuts, icmp);
    }
    if (notIcmp) {
      cutTypes(cuts, notIcmp);
    }
  }
  return cuts;
}

function portProtocols({ protocol }: Rule): readonly number[] {
  return protocol === undefined ? WITH_PORTS : hasPorts(protocol) ? [protocol] : [];
}

function cutTypes(cuts: Map<number, Set<number>>, { type, code }: IcmpMatch): void {
  for (const protocol of WITH_TYPES) {
    cut(cuts, protocol, type * 256 + (code ?? 0), type * 256 + (code ?? 255));
  }
}

/** Adds what Felix never asks the policies of hosts about: failsafe ports, and what nodes carry packets of pods with. */
export function cutHostTraffic(cuts: Map<number, Set<number>>, { failsafe, nodeTraffic }: HostNetwork): void {
  for (const { protocol, port } of [...failsafe.inbound, ...failsafe.outbound, ...nodeTraffic.tunnels]) {
    if (port === undefined) {
      cutsIn(cuts, protocol);
    } else {
      cut(cuts, protocol, port, port);
    }
  }
}

/** Adds the ports that an end has of the names that rules give. */
export function cutNames(cuts: Cuts, names: ReadonlySet<string>, end: End): Cuts {
  if (names.size === 0) {
    return cuts;
  }
  const all = new Map([...cuts].map(([protocol, places]) => [protocol, new Set(places)]));
  portsNamed(names, end).forEach(({ protocol, port }) => cut(all, protocol, port, port));
  return all;
}

function portsNamed(names: ReadonlySet<string>, { classes }: End): NamedPort[] {
  return classes.flatMap(({ ports }) => ports.filter(({ name }) => names.has(name)));
}

/** The places of some rules at whatever destination: worked out once for all that have the same ports of the names that the rules give. */
export class RulePlaces {
  private readonly cuts: Cuts;
  private readonly names: ReadonlySet<string>;
  private readonly known = new Map<string, Places>();

  constructor(rules: readonly Rule[], services: Services) {
    this.cuts = cutsOf(rules, services);
    this.names = namesIn(rules);
  }

  public at(destination: End): Places {
    const key = this.names.size === 0 ? '' : portsNamed(this.names, destination).map(({ protocol, port }) => `${protocol}:${port}`).join();
    const places = this.known.get(key) ?? placesOf(cutNames(this.cuts, this.names, destination));
    this.known.set(key, places);
    return places;
  }
}

/** The names of ports that rules ask for at the destination. */
export function namesIn(rules: readonly Rule[]): Set<string> {
  const names = new Set<string>();
  for (const { destination: { ports, notPorts } } of rules) {
    ports?.names.forEach((name) => names.add(name));
    notPorts?.names.forEach((name) => names.add(name));
  }
  return names;
}

function cutsIn(cuts: Map<number, Set<number>>, protocol: number): Set<number> {
  let places = cuts.get(protocol);
  if (!places) {
    places = new Set([0]);
    cuts.set(protocol, places);
  }
  return places;
}

function cut(cuts: Map<number, Set<number>>, protocol: number, first: number, last: number): void {
  const places = cutsIn(cuts, protocol).add(first);
  if (last + 1 < PLACES) {
    places.add(last + 1);
  }
}

/** What to ask between each two cuts: all protocols without cuts have one sample in common. */
export interface Places {
  readonly starts: readonly number[];
  /** For each start the index of the sample that stands for it. */
  readonly samples: readonly number[];
  readonly traffic: readonly Traffic[];
}

/** A packet without its ends. */
type Traffic = Pick<Packet, 'protocol' | 'destinationPort' | 'icmpType' | 'icmpCode'>;

/** Packets, and the places where what they stand for begins. */
export interface Samples {
  readonly starts: readonly number[];
  readonly packets: readonly Packet[];
}

/** Asks for every sample once. Grows with the cuts. */
export function askAll(
  { starts, samples, traffic }: Places, source: End, destination: End, pool: ConnectionPool, ask: (packet: Packet) => Match,
): Connections {
  const answers = traffic.map((one) => ask(packetOf(one, source, destination)));
  return pool.of(starts, samples.map((sample) => answers[sample]));
}

/** The samples between two ends. Grows with the cuts. */
export function samplesOf({ starts, samples, traffic }: Places, source: End, destination: End): Samples {
  const packets = traffic.map((one) => packetOf(one, source, destination));
  return { starts, packets: samples.map((sample) => packets[sample]) };
}

function packetOf({ protocol, destinationPort, icmpType, icmpCode }: Traffic, source: End, destination: End): Packet {
  const isV6 = destination.block.family === 6;
  return { isV6, source, destination, sourcePort: undefined, http: undefined, protocol, destinationPort, icmpType, icmpCode };
}

/** The places that cuts make. */
export function placesOf(cuts: Cuts): Places {
  const starts: number[] = [];
  const samples: number[] = [];
  const traffic: Traffic[] = [];
  let others: number | undefined;
  const fill = (from: number, to: number): void => {
    if (from < to) {
      others ??= traffic.push({ protocol: from, destinationPort: undefined, icmpType: undefined, icmpCode: undefined }) - 1;
      starts.push(from * PLACES);
      samples.push(others);
    }
  };
  let next = 0;
  for (const protocol of [...cuts.keys()].sort((a, b) => a - b)) {
    fill(next, protocol);
    next = protocol + 1;
    for (const place of [...cuts.get(protocol)!].sort((a, b) => a - b)) {
      starts.push(protocol * PLACES + place);
      samples.push(traffic.push(trafficAt(protocol, place)) - 1);
    }
  }
  fill(next, PROTOCOLS);
  return { starts, samples, traffic };
}

/** What stands at a place. */
function trafficAt(protocol: number, place: number): Traffic {
  const isTyped = WITH_TYPES.includes(protocol);
  return {
    protocol,
    destinationPort: hasPorts(protocol) ? place : undefined,
    icmpType: isTyped ? Math.floor(place / 256) : undefined,
    icmpCode: isTyped ? place % 256 : undefined,
  };
}
