import { Connections, ConnectionPool, PLACES, PROTOCOLS } from './connections';
import { End } from '../end';
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
    [protocol, notProtocol].forEach((one) => one !== undefined && cutsIn(cuts, one));
    const ports = portProtocols(rule);
    if (destination.ports ?? destination.notPorts ?? source.ports ?? source.notPorts ?? destination.service) {
      ports.forEach((one) => cutsIn(cuts, one));
    }
    for (const { first, last } of [...destination.ports?.ranges ?? [], ...destination.notPorts?.ranges ?? []]) {
      ports.forEach((one) => cut(cuts, one, first, last));
    }
    if (destination.service) {
      services.portsOf(destination.service.key).forEach((one) => cut(cuts, one.protocol, one.port, one.port));
    }
    [icmp, notIcmp].forEach((one) => one && cutTypes(cuts, one));
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
export function cutNames(cuts: Cuts, names: ReadonlySet<string>, { classes }: End): Cuts {
  if (names.size === 0) {
    return cuts;
  }
  const all = new Map([...cuts].map(([protocol, places]) => [protocol, new Set(places)]));
  for (const { name, protocol, port } of classes.flatMap(({ ports }) => ports)) {
    if (names.has(name)) {
      cut(all, protocol, port, port);
    }
  }
  return all;
}

/** The names of ports that rules ask for at the destination. */
export function namesIn(rules: readonly Rule[]): Set<string> {
  return new Set(rules.flatMap(({ destination: { ports, notPorts } }) => [...ports?.names ?? [], ...notPorts?.names ?? []]));
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

/** One packet between each two cuts, and the places where what it stands for begins. All protocols without cuts have one packet in common. */
export interface Samples {
  readonly starts: readonly number[];
  readonly packets: readonly Packet[];
}

/** Asks for every sample once. Grows with the cuts. */
export function askAll(cuts: Cuts, source: End, destination: End, pool: ConnectionPool, ask: (packet: Packet) => Match): Connections {
  const { starts, packets } = samplesOf(cuts, source, destination);
  const answers = new Map<Packet, Match>();
  return pool.of(starts, packets.map((packet) => {
    const match = answers.get(packet) ?? ask(packet);
    answers.set(packet, match);
    return match;
  }));
}

/** The samples between two ends. Grows with the cuts. */
export function samplesOf(cuts: Cuts, source: End, destination: End): Samples {
  const isV6 = destination.block.family === 6;
  const at = (protocol: number, destinationPort?: number, icmpType?: number, icmpCode?: number): Packet =>
    ({ isV6, source, destination, sourcePort: undefined, http: undefined, protocol, destinationPort, icmpType, icmpCode });
  let other = 0;
  while (cuts.has(other)) {
    other++;
  }
  const others = other < PROTOCOLS ? at(other) : undefined;
  const starts: number[] = [];
  const packets: Packet[] = [];
  const fill = (from: number, to: number): void => {
    if (from < to) {
      starts.push(from * PLACES);
      packets.push(others!);
    }
  };
  let next = 0;
  for (const protocol of [...cuts.keys()].sort((a, b) => a - b)) {
    fill(next, protocol);
    next = protocol + 1;
    for (const place of [...cuts.get(protocol)!].sort((a, b) => a - b)) {
      starts.push(protocol * PLACES + place);
      packets.push(hasPorts(protocol)
        ? at(protocol, place)
        : WITH_TYPES.includes(protocol) ? at(protocol, undefined, Math.floor(place / 256), place % 256) : at(protocol));
    }
  }
  fill(next, PROTOCOLS);
  return { starts, packets };
}
