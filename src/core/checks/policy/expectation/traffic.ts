import { Expectation } from '../../../manifests';
import { End, FlowFault, Packet, protocolName, protocolNumber } from '../../../policy';
import { Connections, PLACES, PROTOCOLS, runAt } from '../../../policy/connectivity';
import { Match } from '../../../policy/match';
import { TrafficRange } from '../../../policy/proof';
import { hasPorts, ICMP, ICMPV6, SCTP, TCP, UDP } from '../../../policy/protocols';
import { readPorts } from '../../../policy/read-rule';

/** Places on the line of all protocols and ports, first and last included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

const HIGHEST_PORT = 65_535;

/** What an expectation says of protocols and ports. */
export class ExpectedTraffic {
  private readonly protocol: number | undefined;
  private readonly numbers: readonly Span[];
  private readonly names: readonly string[];

  /** @throws FlowFault where there is no such protocol, or it has no ports */
  constructor({ protocol, ports }: Expectation) {
    const { ranges, names } = readPorts(ports) ?? { ranges: [], names: [] };
    this.protocol = protocol === undefined ? (ports.length > 0 ? TCP : undefined) : protocolNumber(protocol);
    this.names = names;
    if (protocol !== undefined && this.protocol === undefined) {
      throw new FlowFault(`there is no protocol ${JSON.stringify(protocol)}`);
    }
    if (ports.length > 0 && !hasPorts(this.protocol!)) {
      throw new FlowFault(`${protocolName(this.protocol!)} has no ports in Calico`);
    }
    this.numbers = ports.length > 0 ? ranges.map(({ first, last }) => spanOf(this.protocol!, first, last)) : wholeSpans(this.protocol);
  }

  /** True where it isn't the same for every destination: ports by names are the destination's own. */
  public get dependsOnDestination(): boolean {
    return this.names.length > 0;
  }

  /** The places that are meant at a destination. Those that people think of come first. */
  public spansAt({ classes }: End): readonly Span[] {
    if (this.names.length === 0) {
      return this.numbers;
    }
    const named = classes.flatMap(({ ports }) => ports).filter(({ name, protocol }) => protocol === this.protocol && this.names.includes(name));
    return [...this.numbers, ...named.map(({ protocol, port }) => spanOf(protocol, port, port))];
  }

  /** The same for proofs, without ports by names. Undefined: any traffic. */
  public get numbered(): readonly TrafficRange[] | undefined {
    return this.isAny ? undefined : rangesOf(this.numbers);
  }

  /** The same for proofs, with every port that could have one of the names. */
  public get anyName(): readonly TrafficRange[] | undefined {
    return this.dependsOnDestination ? rangesOf(wholeSpans(this.protocol)) : this.numbered;
  }

  /** The same for proofs, at a destination. */
  public at(end: End): readonly TrafficRange[] | undefined {
    return this.isAny ? undefined : rangesOf(this.spansAt(end));
  }

  private get isAny(): boolean {
    return this.protocol === undefined;
  }
}

function rangesOf(spans: readonly Span[]): TrafficRange[] {
  return spans.map(({ first, last }) => ({ protocol: Math.floor(first / PLACES), first: first % PLACES, last: last % PLACES }));
}

/** Where a packet stands on the line. */
export function placeOf({ protocol, destinationPort, icmpType = 0, icmpCode = 0 }: Packet): number {
  return protocol * PLACES + (destinationPort ?? icmpType * 256 + icmpCode);
}

/** Every place of a protocol, or of all. Nothing goes to port 0. */
function wholeSpans(protocol: number | undefined): Span[] {
  if (protocol !== undefined) {
    return [spanOf(protocol, hasPorts(protocol) ? 1 : 0, HIGHEST_PORT)];
  }
  const known = [TCP, UDP, SCTP, ICMP, ICMPV6];
  const others = Array.from({ length: PROTOCOLS }, (_, number) => number).filter((number) => !known.includes(number));
  return [...known, ...others].flatMap((number) => wholeSpans(number));
}

function spanOf(protocol: number, first: number, last: number): Span {
  return { first: protocol * PLACES + first, last: protocol * PLACES + last };
}

/** The first run of places in the spans whose answer is looked for, cut to its span. Grows with the spans, and the logarithm of the runs. */
export function findRun({ starts, matches }: Connections, spans: readonly Span[], isLookedFor: (match: Match) => boolean): Span | undefined {
  for (const { first, last } of spans) {
    for (let run = runAt(starts, first); run < starts.length && starts[run] <= last; run++) {
      if (isLookedFor(matches[run])) {
        return { first: Math.max(first, starts[run]), last: Math.min(last, (starts[run + 1] ?? Infinity) - 1) };
      }
    }
  }
  return undefined;
}

/** The packet at a place of the line. */
export function packetAt(place: number, source: End, destination: End): Packet {
  const protocol = Math.floor(place / PLACES);
  const within = place % PLACES;
  const isIcmp = protocol === ICMP || protocol === ICMPV6;
  return {
    isV6: source.block.family === 6,
    protocol,
    source,
    destination,
    sourcePort: undefined,
    destinationPort: hasPorts(protocol) ? within : undefined,
    icmpType: isIcmp ? Math.floor(within / 256) : undefined,
    icmpCode: isIcmp ? within % 256 : undefined,
    http: undefined,
  };
}
