import { DeciderPool, Decided, OpenQuestions } from './deciders';
import { Family, Prefix } from '../../cidr';
import { ConnectionPool, FamilyConnectivity, PeerClass } from '../connectivity';
import { stationKey } from '../connectivity/peer-classes';
import { Reach, rulesAt } from '../connectivity/station-reach';
import { Cuts, cutNames, cutPort, cutsOf, namesIn, samplesOf } from '../connectivity/traffic-places';
import { decide, routeOf } from '../decide';
import { ASSUMED_NO, ASSUMED_YES, both, Match, NO, YES } from '../match';
import { Packet } from '../match-rule';
import { PolicyModel } from '../policy-model';
import { Direction } from '../rule';
import { Station } from '../station';
import { walk } from '../walk';

/** What a station on the way made of a packet. */
export interface Step {
  readonly match: Match;
  readonly decided: Decided;
}

/** What becomes of the packets from one class to another, and who says so: for each start, up to the next. */
export interface Way {
  /** Two of equal ids are equal; undefined: found for one pair only. */
  readonly id: string | undefined;
  readonly starts: readonly number[];
  readonly matches: readonly Match[];
  readonly steps: readonly (readonly Step[])[];
}

interface StationAnswers {
  readonly id: number;
  readonly starts: readonly number[];
  readonly steps: readonly Step[];
}

/** One of two clusters that are compared. */
export class Side {
  public readonly connectivity: FamilyConnectivity;
  private readonly answers = new Map<Reach, Map<number | undefined, StationAnswers>>();
  private readonly rules = new Map<string, { readonly cuts: Cuts; readonly names: ReadonlySet<string> }>();
  private readonly ways = new Map<string, Way>();
  private count = 0;

  constructor(public readonly model: PolicyModel, family: Family, pool: ConnectionPool, private readonly deciders: DeciderPool) {
    this.connectivity = new FamilyConnectivity(model, family, pool);
  }

  public get hasHosts(): boolean {
    return this.model.hostEndpoints.length > 0;
  }

  public classAt(address: Prefix): PeerClass {
    return this.connectivity.classOf(this.model.endAt(address));
  }

  /** What becomes of packets between two classes. Grows with the rules at both ends, once for all pairs that they treat alike. */
  public way(source: PeerClass, destination: PeerClass): Way {
    return this.hasHosts ? this.pairWay(source, destination) : this.stationsWay(source, destination);
  }

  private stationsWay(source: PeerClass, destination: PeerClass): Way {
    const out = this.stationAnswers(source, destination, 'egress');
    const into = this.stationAnswers(destination, source, 'ingress');
    const id = `${out?.id} ${into?.id}`;
    const way = this.ways.get(id) ?? joinAnswers(id, [out, into].flatMap((one) => one ?? []));
    this.ways.set(id, way);
    return way;
  }

  private stationAnswers(own: PeerClass, peer: PeerClass, direction: Direction): StationAnswers | undefined {
    const station = own.end[direction];
    if (!station) {
      return undefined;
    }
    const reach = this.connectivity.reachOf(own, direction);
    const byGroup = this.answers.get(reach) ?? new Map<number | undefined, StationAnswers>();
    this.answers.set(reach, byGroup);
    const group = reach.groups.get(peer.id);
    const known = byGroup.get(group) ?? this.askStation(station, own, peer);
    byGroup.set(group, known);
    return known;
  }

  private askStation(station: Station, own: PeerClass, peer: PeerClass): StationAnswers {
    const [source, destination] = station.direction === 'egress' ? [own.end, peer.end] : [peer.end, own.end];
    const { cuts, names } = this.rulesOf(station);
    const { starts, packets } = samplesOf(cutNames(cuts, names, destination), source, destination);
    return { id: this.count++, starts, steps: packets.map((packet) => this.step(station, packet)) };
  }

  private rulesOf(station: Station): { readonly cuts: Cuts; readonly names: ReadonlySet<string> } {
    const key = `${station.direction} ${stationKey(this.model, station)}`;
    const rules = rulesAt(station);
    const known = this.rules.get(key) ?? { cuts: cutsOf(rules, this.model.services), names: namesIn(rules) };
    this.rules.set(key, known);
    return known;
  }

  private step(station: Station, packet: Packet): Step {
    const passage = walk(station, packet, this.model.services);
    const { outcome, possible } = passage;
    const isCertain = outcome === 'deny' ? !possible.allow && !possible.continue : !possible.deny;
    const questions = new OpenQuestions();
    if (!isCertain) {
      walk(station, packet, this.model.services, questions);
    }
    return { match: matchOf(outcome !== 'deny', isCertain), decided: this.deciders.of(station, passage, questions.open) };
  }

  /** Where there are host endpoints the way depends on both ends. */
  private pairWay({ end: source }: PeerClass, { end: destination }: PeerClass): Way {
    const base = { protocol: 0, sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };
    const stations = routeOf(this.model, { ...base, isV6: source.block.family === 6, source, destination }).groups.flat();
    const rules = stations.flatMap(rulesAt);
    const cuts = cutsOf(rules, this.model.services);
    stations.forEach(({ failsafe }) => failsafe.forEach(({ protocol, port }) => cutPort(cuts, protocol, port)));
    const { starts, packets } = samplesOf(cutNames(cuts, namesIn(rules), destination), source, destination);
    const decisions = packets.map((packet) => decide(this.model, packet));
    return {
      id: undefined,
      starts,
      matches: decisions.map(({ allowed, certain }) => matchOf(allowed, certain)),
      steps: decisions.map(({ met }, index) => met.map(({ station }) => this.step(station, packets[index]))),
    };
  }
}

function matchOf(isAllowed: boolean, isCertain: boolean): Match {
  return isAllowed ? (isCertain ? YES : ASSUMED_YES) : (isCertain ? NO : ASSUMED_NO);
}

function joinAnswers(id: string, answers: readonly StationAnswers[]): Way {
  const starts = [...new Set([0, ...answers.flatMap((one) => one.starts)])].sort((a, b) => a - b);
  const at = answers.map(() => -1);
  const steps = starts.map((start) => answers.map((one, index) => {
    at[index] += one.starts[at[index] + 1] === start ? 1 : 0;
    return one.steps[at[index]];
  }));
  return { id, starts, steps, matches: steps.map((list) => list.reduce<Match>((match, step) => both(match, step.match), YES)) };
}
