import { Candidate, candidatesOf } from './candidates';
import { Outcome, Witness } from './outcome';
import { ResolvedSide, resolveSide } from './resolve-side';
import { ExpectedTraffic, findRun, packetAt } from './traffic';
import { UndeclaredPods } from './undeclared-pods';
import { Family, Prefix } from '../../../cidr';
import { Expectation } from '../../../manifests';
import { FlowFault, PolicyModel } from '../../../policy';
import { ConnectionPool, Connections, FamilyConnectivity, familiesOf, pairConnections } from '../../../policy/connectivity';
import { isAssumed, NO, YES } from '../../../policy/match';

/** As many pairs are asked for one by one; for more, the classes of the whole cluster cost less. */
const MOST_PAIRS = 16;

/**
 * Holds expectations against a model. A pair of ends costs the rules at both; a group costs the classes of ends of the cluster, once for all
 * expectations, and then the pairs of classes in it.
 */
export class ExpectationJudge {
  private readonly connectivities = new Map<Family, FamilyConnectivity>();
  private readonly pool = new ConnectionPool();

  private readonly undeclared: UndeclaredPods;

  /** @param podBlocks where addresses of pods lie. Empty: not known */
  constructor(private readonly model: PolicyModel, podBlocks: readonly Prefix[] = [], private readonly mostPairs = MOST_PAIRS) {
    this.undeclared = new UndeclaredPods(model, podBlocks);
  }

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
    Object.entries({ from, to }).filter(([, { isEmpty }]) => isEmpty && expectation.declaredOnly).forEach(([name]) => {
      throw new FlowFault(`the manifests declare nothing that \`${name}\` means`);
    });
    const search = new Search(expectation.allowed, traffic);
    const families = this.familiesIn(from, to);
    for (const family of families) {
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
    const outcome = search.outcome([from, to].every(({ endpoints, addresses, outside }) => endpoints.size + addresses.length + outside.length > 0));
    if (expectation.declaredOnly || outcome.is === 'broken') {
      return outcome;
    }
    const undeclared = this.undeclared.search({ asked: expectation.from, is: from }, { asked: expectation.to, is: to }, traffic, families);
    return undeclared && (undeclared.is === 'broken' || outcome.is !== 'unproved') ? undeclared : outcome;
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
      this.found[broken && isKnown ? 'broken' : 'unproved'].push({ source, destination, span, packet: packetAt(span.first, source.end, destination.end) });
    }
  }

  /** `isAsked`: whether something is left to ask for at both ends. */
  public outcome(isAsked: boolean): Outcome {
    const { broken: [witness, ...others], unproved: [open] } = this.found;
    if (witness) {
      return { is: 'broken', witness, others: others.length, isDeclared: true };
    }
    if (open) {
      return { is: 'unproved', witness: open, why: [] };
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
