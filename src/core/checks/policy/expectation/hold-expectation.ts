import { Candidate, candidatesOf } from './candidates';
import { ResolvedSide, resolveSide } from './resolve-side';
import { ExpectedTraffic, findRun, Span } from './traffic';
import { Family } from '../../../cidr';
import { Expectation } from '../../../manifests';
import { FlowFault, Packet, PolicyModel } from '../../../policy';
import { ConnectionPool, Connections, FamilyConnectivity, familiesOf, pairConnections, PLACES } from '../../../policy/connectivity';
import { isAssumed, NO, YES } from '../../../policy/match';
import { hasPorts, ICMP, ICMPV6 } from '../../../policy/protocols';

/** A flow that isn't as it is expected. */
export interface Witness {
  readonly source: Candidate;
  readonly destination: Candidate;
  /** The ports around it of which the same is true. */
  readonly span: Span;
  readonly packet: Packet;
}

/** What becomes of an expectation. */
export type Outcome =
  | { readonly is: 'met' }
  /** It can't be asked, for the reason given. */
  | { readonly is: 'unaskable'; readonly reason: string }
  /** `others`: how many further pairs of ends, or of kinds of ends, there are like the witness. */
  | { readonly is: 'broken' | 'unproved'; readonly witness: Witness; readonly others: number };

/** As many pairs are asked for one by one; for more, the classes of the whole cluster cost less. */
const MOST_PAIRS = 16;

/**
 * Holds expectations against a model. A pair of ends costs the rules at both; a group costs the classes of ends of the cluster, once for all
 * expectations, and then the pairs of classes in it.
 */
export class ExpectationJudge {
  private readonly connectivities = new Map<Family, FamilyConnectivity>();
  private readonly pool = new ConnectionPool();

  constructor(private readonly model: PolicyModel, private readonly mostPairs = MOST_PAIRS) {}

  public hold(expectation: Expectation): Outcome {
    try {
      return this.ask(expectation);
    } catch (error) {
      if (error instanceof FlowFault) {
        return { is: 'unaskable', reason: error.message };
      }
      throw error;
    }
  }

  private ask(expectation: Expectation): Outcome {
    const traffic = new ExpectedTraffic(expectation);
    const from = resolveSide(this.model, expectation.from);
    const to = resolveSide(this.model, expectation.to);
    Object.entries({ from, to }).filter(([, { isEmpty }]) => isEmpty).forEach(([name]) => {
      throw new FlowFault(`the manifests declare nothing that \`${name}\` means`);
    });
    const search = new Search(expectation.allowed, traffic);
    for (const family of this.familiesIn(from, to)) {
      const connectivity = (): FamilyConnectivity => this.connectivityOf(family);
      const sources = candidatesOf(this.model, from, family, connectivity);
      const destinations = candidatesOf(this.model, to, family, connectivity);
      if (sources.length * destinations.length <= this.mostPairs) {
        search.over(sources.map((one) => [one]), destinations.map((one) => [one]), (source, destination) =>
          pairConnections(this.model, source.end, destination.end, this.pool));
      } else {
        search.over(byClass(sources, connectivity()), byClass(destinations, connectivity(), traffic), (source, destination) =>
          connectivity().between(source.end, destination.end));
      }
    }
    return search.outcome([from, to].every(({ endpoints, addresses, outside }) => endpoints.size + addresses.length + outside.length > 0));
  }

  private familiesIn(...sides: readonly ResolvedSide[]): Family[] {
    const asked = sides.flatMap(({ addresses }) => addresses.map(({ family }) => family));
    return [...new Set([...familiesOf(this.model), ...asked])].sort();
  }

  private connectivityOf(family: Family): FamilyConnectivity {
    const connectivity = this.connectivities.get(family) ?? new FamilyConnectivity(this.model, family);
    this.connectivities.set(family, connectivity);
    return connectivity;
  }
}

/** Candidates that no rule tells apart, two of each kind: a pod is no example of what it sends to itself. */
function byClass(candidates: readonly Candidate[], connectivity: FamilyConnectivity, traffic?: ExpectedTraffic): Candidate[][] {
  const classes = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const ports = traffic?.dependsOnDestination ? JSON.stringify(traffic.spansAt(candidate.end)) : '';
    const key = `${connectivity.classOf(candidate.end).id} ${candidate.isSure} ${ports}`;
    const known = classes.get(key);
    if (!known) {
      classes.set(key, [candidate]);
    } else if (known.length < 2) {
      known.push(candidate);
    }
  }
  return [...classes.values()];
}

type Asked = (source: Candidate, destination: Candidate) => Connections;

/** Looks through pairs for flows that aren't as expected. */
class Search {
  private readonly found: Record<'broken' | 'unproved', Witness[]> = { broken: [], unproved: [] };
  private hasEnds = false;
  private hasPairs = false;
  private unnamed: Candidate | undefined;

  constructor(private readonly allowed: boolean, private readonly traffic: ExpectedTraffic) {}

  public over(sources: readonly Candidate[][], destinations: readonly Candidate[][], ask: Asked): void {
    this.hasEnds ||= sources.length > 0 && destinations.length > 0;
    for (const destinationClass of destinations) {
      for (const sourceClass of sources) {
        const pair = pairOf(sourceClass, destinationClass);
        if (pair) {
          this.look(pair[0], pair[1], ask);
        }
      }
    }
  }

  private look(source: Candidate, destination: Candidate, ask: Asked): void {
    const spans = this.traffic.spansAt(destination.end);
    if (spans.length === 0) {
      this.unnamed ??= destination;
      return;
    }
    this.hasPairs = true;
    const connections = ask(source, destination);
    const broken = findRun(connections, spans, this.allowed ? (match) => match === NO : (match) => match === YES);
    const isKnown = source.isSure && destination.isSure;
    const span = broken ?? findRun(connections, spans, isAssumed);
    if (span) {
      this.found[broken && isKnown ? 'broken' : 'unproved'].push({ source, destination, span, packet: packetAt(span.first, source, destination) });
    }
  }

  /** `isAsked`: whether something is left to ask for at both ends. */
  public outcome(isAsked: boolean): Outcome {
    for (const is of ['broken', 'unproved'] as const) {
      const [witness, ...others] = this.found[is];
      if (witness) {
        return { is, witness, others: others.length };
      }
    }
    if (this.unnamed && !this.hasPairs) {
      return { is: 'unaskable', reason: `${this.unnamed.title} has no port of the name` };
    }
    return this.hasEnds || !isAsked ? { is: 'met' } : { is: 'unaskable', reason: 'its ends have no IP version in common' };
  }
}

/** Two of different pods, if there are. */
function pairOf(sources: readonly Candidate[], destinations: readonly Candidate[]): [Candidate, Candidate] | undefined {
  for (const source of sources) {
    for (const destination of destinations) {
      if (source.end.endpoint === undefined || source.end.endpoint.kind !== 'Pod' || source.end.endpoint !== destination.end.endpoint) {
        return [source, destination];
      }
    }
  }
  return undefined;
}

function packetAt(place: number, { end: source }: Candidate, { end: destination }: Candidate): Packet {
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
