import { DeciderPool, Decided, OpenQuestions } from './deciders';
import { Family, Prefix } from '../../cidr';
import { ConnectionPool, Connections, FamilyConnectivity, PeerClass } from '../connectivity';
import { stationKey } from '../connectivity/peer-classes';
import { Reach } from '../connectivity/reach';
import { rulesAt } from '../connectivity/station-reach';
import { cutHostTraffic, cutNames, cutsOf, namesIn, placesOf, RulePlaces, samplesOf } from '../connectivity/traffic-places';
import { decide, routeOf } from '../decide';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../match';
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

/** What a station makes of packets to or from a class: for each start, up to the next. */
export interface StationAnswers {
  /** Two of equal ids are equal. */
  readonly id: number;
  readonly starts: readonly number[];
  readonly steps: readonly Step[];
}

/** What becomes of the packets from one class to another where host endpoints have a say, and of whom all on the way. */
export interface Way {
  readonly starts: readonly number[];
  readonly matches: readonly Match[];
  readonly steps: readonly (readonly Step[])[];
}

const UNKNOWN = { protocol: 0, sourcePort: undefined, destinationPort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };

/** One of two clusters that are compared. */
export class Side {
  public readonly connectivity: FamilyConnectivity;
  private readonly known = new Map<Reach, Map<number | undefined, StationAnswers>>();
  private readonly places = new Map<string, RulePlaces>();
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

  /** What the station of a class lets pass to or from another. */
  public passes(own: PeerClass, peer: PeerClass, direction: Direction): Connections {
    return this.connectivity.reachOf(own, direction).of(peer.id);
  }

  /**
   * The same, and who says so: asked for once for all classes that the station treats alike; only of a class that has a station, as others never
   * change their answer. Grows with the rules of the station.
   */
  public answers(own: PeerClass, peer: PeerClass, direction: Direction): StationAnswers {
    const station = own.end[direction]!;
    const reach = this.connectivity.reachOf(own, direction);
    let byGroup = this.known.get(reach);
    if (!byGroup) {
      byGroup = new Map();
      this.known.set(reach, byGroup);
    }
    const group = reach.groupOf(peer.id);
    let answers = byGroup.get(group);
    if (!answers) {
      answers = this.askStation(station, own, peer);
      byGroup.set(group, answers);
    }
    return answers;
  }

  private askStation(station: Station, own: PeerClass, peer: PeerClass): StationAnswers {
    const [source, destination] = station.direction === 'egress' ? [own.end, peer.end] : [peer.end, own.end];
    const { starts, packets } = samplesOf(this.placesOf(station).at(destination), source, destination);
    return { id: ++this.count, starts, steps: packets.map((packet) => this.step(station, packet)) };
  }

  private placesOf(station: Station): RulePlaces {
    const key = `${station.direction} ${stationKey(this.model, station)}`;
    let known = this.places.get(key);
    if (!known) {
      known = new RulePlaces(rulesAt(station), this.model.services);
      this.places.set(key, known);
    }
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

  /** Where there are host endpoints the way depends on both ends. Grows with the rules of all on it. */
  public way({ end: source }: PeerClass, { end: destination }: PeerClass): Way {
    const stations = routeOf(this.model, { ...UNKNOWN, isV6: source.block.family === 6, source, destination }).groups.flat();
    const rules = stations.flatMap(rulesAt);
    const cuts = cutsOf(rules, this.model.services);
    cutHostTraffic(cuts, this.model.hosts);
    const { starts, packets } = samplesOf(placesOf(cutNames(cuts, namesIn(rules), destination)), source, destination);
    const decisions = packets.map((packet) => decide(this.model, packet));
    return {
      starts,
      matches: decisions.map(({ allowed, certain }) => matchOf(allowed, certain)),
      steps: decisions.map(({ met, barrier }, index) => [
        ...met.map(({ station }) => this.step(station, packets[index])),
        ...(barrier === undefined ? [] : [{ match: NO as Match, decided: this.deciders.ofBarrier(barrier) }]),
      ]),
    };
  }
}

function matchOf(isAllowed: boolean, isCertain: boolean): Match {
  return isAllowed ? (isCertain ? YES : ASSUMED_YES) : (isCertain ? NO : ASSUMED_NO);
}
