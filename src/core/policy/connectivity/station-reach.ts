import { ConnectionPool, Connections } from './connections';
import { answerOf, Part, Parts } from './parts';
import { PeerClass, PeerClasses, stationKey } from './peer-classes';
import { Grouping, Reach } from './reach';
import { askAll, RulePlaces } from './traffic-places';
import { ASSUMED_NO, ASSUMED_YES, Match, NO, YES } from '../match';
import { Packet } from '../match-rule';
import { PolicyModel } from '../policy-model';
import { Direction, Rule } from '../rule';
import { Services } from '../services';
import { Station } from '../station';
import { Passage, walk } from '../walk';

/**
 * What the stations of a model's workloads let pass. The classes of other ends that a station's rules answer alike are asked for once, with one
 * packet between each two ports where an answer may change, by the walk that a verdict takes. Stations of the same policies whose own
 * ends are alike share the answer. Growth: for each station its rules, the classes that differ from the rest for them, and the ports
 * that they name.
 */
export class StationReaches {
  private readonly known = new Map<string, Reach>();
  private readonly rules = new Map<string, StationRules>();
  private readonly grouping: Grouping;
  private readonly unpoliced: Reach;

  constructor(private readonly model: PolicyModel, private readonly classes: PeerClasses, private readonly pool: ConnectionPool) {
    this.grouping = new Grouping(classes.classes.length);
    this.unpoliced = Reach.same(pool.of([0], [YES]));
  }

  /** Of a class without a station: everything. */
  public of(own: PeerClass, direction: Direction): Reach {
    const station = own.end[direction];
    if (!station) {
      return this.unpoliced;
    }
    const stack = `${direction} ${stationKey(this.model, station)}`;
    const rules = this.rules.get(stack) ?? new StationRules(station, this.classes.parts, this.model.services);
    this.rules.set(stack, rules);
    const key = `${stack} ${[...rules.own].map((part) => answerOf(part, own.id)).join()}`;
    const reach = this.known.get(key) ?? this.reach(own, station, rules);
    this.known.set(key, reach);
    return reach;
  }

  private reach(own: PeerClass, station: Station, rules: StationRules): Reach {
    const { classes } = this.classes;
    const { ids, groups } = this.grouping.of(rules.peers);
    const byGroup: Connections[] = [];
    let usual = 0;
    for (let at = 0; at < ids.length; at++) {
      byGroup[groups[at]] ??= this.ask(own, classes[ids[at]], station, rules);
      if (ids[at] === usual) {
        usual++;
      }
    }
    return new Reach(usual < classes.length ? this.ask(own, classes[usual], station, rules) : this.pool.nothing, ids, groups, byGroup);
  }

  private ask(own: PeerClass, peer: PeerClass, station: Station, rules: StationRules): Connections {
    const [source, destination] = station.direction === 'egress' ? [own.end, peer.end] : [peer.end, own.end];
    const ask = (packet: Packet): Match => matchOf(walk(station, packet, this.model.services));
    return askAll(rules.places.at(destination), source, destination, this.pool, ask);
  }
}

function matchOf({ outcome, possible }: Passage): Match {
  if (outcome === 'deny') {
    return possible.allow ? ASSUMED_NO : NO;
  }
  return possible.deny ? ASSUMED_YES : YES;
}

/** The rules of a station, in order. */
export function rulesAt({ tiers, profiles, direction }: Pick<Station, 'tiers' | 'profiles' | 'direction'>): Rule[] {
  const rules: Rule[] = [];
  for (const { policies } of tiers) {
    for (const { policy } of policies) {
      policy[direction]!.forEach((rule) => rules.push(rule));
    }
  }
  for (const profile of profiles) {
    profile[direction].forEach((rule) => rules.push(rule));
  }
  return rules;
}

/** What the rules of a station ask. */
class StationRules {
  public readonly own: ReadonlySet<Part>;
  public readonly peers: ReadonlySet<Part>;
  public readonly places: RulePlaces;

  constructor({ tiers, profiles, direction }: Station, parts: Parts, services: Services) {
    const rules = rulesAt({ tiers, profiles, direction });
    const sources = new Set<Part>();
    const destinations = new Set<Part>();
    for (const { source, destination } of rules) {
      parts.of(source).forEach((part) => sources.add(part));
      parts.of(destination).forEach((part) => destinations.add(part));
    }
    [this.own, this.peers] = direction === 'egress' ? [sources, destinations] : [destinations, sources];
    this.places = new RulePlaces(rules, services);
  }
}
