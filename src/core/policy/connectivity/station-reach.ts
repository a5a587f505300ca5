import { ConnectionPool, Connections } from './connections';
import { answerOf, Part, Parts } from './parts';
import { PeerClass, PeerClasses, stationKey } from './peer-classes';
import { askAll, Cuts, cutNames, cutsOf, namesIn } from './traffic-places';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../match';
import { Packet } from '../match-rule';
import { PolicyModel } from '../policy-model';
import { Direction, Rule } from '../rule';
import { Services } from '../services';
import { Station } from '../station';
import { Passage, walk } from '../walk';

/** What a station lets pass, by class of the other end. */
export interface Reach {
  /** For all classes that aren't in `special`. */
  readonly base: Connections;
  readonly special: ReadonlyMap<number, Connections>;
  /** Numbers for the classes in `special`: equal where the station's rules answer alike. */
  readonly groups: ReadonlyMap<number, number>;
}

/**
 * What the stations of a model's workloads let pass. The classes of other ends that a station's rules answer alike are asked for once, with one
 * packet between each two ports where an answer may change, by the walk that a verdict takes. Stations of the same policies whose own
 * ends are alike share the answer. Growth: for each station its rules, the classes that differ from the rest for them, and the ports
 * that they name.
 */
export class StationReaches {
  private readonly known = new Map<string, Reach>();
  private readonly rules = new Map<string, StationRules>();

  constructor(private readonly model: PolicyModel, private readonly classes: PeerClasses, private readonly pool: ConnectionPool) {}

  /** Of a class without a station: everything. */
  public of(own: PeerClass, direction: Direction): Reach {
    const station = own.end[direction];
    if (!station) {
      return { base: this.pool.of([0], [YES]), special: new Map(), groups: new Map() };
    }
    const stack = `${direction} ${stationKey(this.model, station)}`;
    const rules = this.rules.get(stack) ?? new StationRules(station, this.classes.parts, this.model.services);
    this.rules.set(stack, rules);
    const key = `${stack} ${rules.own.map((part) => answerOf(part, own.id)).join()}`;
    const reach = this.known.get(key) ?? this.reach(own, station, rules);
    this.known.set(key, reach);
    return reach;
  }

  private reach(own: PeerClass, station: Station, rules: StationRules): Reach {
    const groups = groupsOf(rules.peers);
    const byGroup = new Map<number, Connections>();
    const special = new Map<number, Connections>();
    for (const [id, group] of groups) {
      let connections = byGroup.get(group);
      if (!connections) {
        connections = this.ask(own, this.classes.classes[id], station, rules);
        byGroup.set(group, connections);
      }
      special.set(id, connections);
    }
    const usual = this.classes.classes.find(({ id }) => !groups.has(id));
    return { base: usual ? this.ask(own, usual, station, rules) : this.pool.nothing, special, groups };
  }

  private ask(own: PeerClass, peer: PeerClass, station: Station, { cuts, names }: StationRules): Connections {
    const [source, destination] = station.direction === 'egress' ? [own.end, peer.end] : [peer.end, own.end];
    const ask = (packet: Packet): Match => matchOf(walk(station, packet, this.model.services));
    return askAll(cutNames(cuts, names, destination), source, destination, this.pool, ask);
  }
}

/** More than any part has different answers. */
const MOST_ANSWERS = 2 ** 26;

/** Numbers for the classes that differ from the base of some part: equal where all parts answer alike. */
function groupsOf(parts: readonly Part[]): Map<number, number> {
  const groups = new Map<number, number>();
  let count = 1;
  for (const { ends, answers } of parts) {
    const refined = new Map<number, number>();
    for (let at = 0; at < ends.length; at++) {
      const key = (groups.get(ends[at]) ?? 0) * MOST_ANSWERS + answers[at];
      let group = refined.get(key);
      if (group === undefined) {
        group = count++;
        refined.set(key, group);
      }
      groups.set(ends[at], group);
    }
  }
  return groups;
}

function matchOf({ outcome, possible }: Passage): Match {
  if (outcome === 'deny') {
    return possible.allow ? ASSUMED_NO : NO;
  }
  return possible.deny ? ASSUMED_YES : YES;
}

/** The rules of a station, in order. */
export function rulesAt({ tiers, profiles, direction }: Pick<Station, 'tiers' | 'profiles' | 'direction'>): Rule[] {
  return [
    ...tiers.flatMap(({ policies }) => policies.flatMap(({ policy }) => policy[direction]!)),
    ...profiles.flatMap((profile) => profile[direction]),
  ];
}

/** What the rules of a station ask. */
class StationRules {
  public readonly own: readonly Part[];
  public readonly peers: readonly Part[];
  public readonly cuts: Cuts;
  public readonly names: ReadonlySet<string>;

  constructor({ tiers, profiles, direction }: Station, parts: Parts, services: Services) {
    const rules = rulesAt({ tiers, profiles, direction });
    const isOut = direction === 'egress';
    this.own = [...new Set(rules.flatMap(({ source, destination }) => parts.of(isOut ? source : destination)))];
    this.peers = [...new Set(rules.flatMap(({ source, destination }) => parts.of(isOut ? destination : source)))];
    this.cuts = cutsOf(rules, services);
    this.names = namesIn(rules);
  }
}
