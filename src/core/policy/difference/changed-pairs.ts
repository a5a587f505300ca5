import { isShared, JointClass, SharedClass } from './joint-classes';
import { Side } from './side';
import { addToList } from '../../add-to-list';
import { Connections } from '../connectivity';
import { Reach } from '../connectivity/reach';
import { Direction } from '../rule';

type Pair = readonly [SharedClass, SharedClass];

/** A source and a destination, and what passes between them in both clusters. */
export type ChangedPair = readonly [...Pair, before: Connections, after: Connections];

/**
 * The pairs of classes between which two clusters let different things pass. Without host endpoints only those are looked at of which one
 * station has changed its answer for the other class: few, where little has changed. Growth: the classes and the answers of their stations that
 * differ from the usual, and the pairs whose answer has changed; with host endpoints all pairs.
 */
export function* changedPairs(classes: readonly JointClass[], before: Side, after: Side): Generator<ChangedPair> {
  const shared = classes.filter(isShared);
  for (const [source, destination] of before.hasHosts || after.hasHosts ? allPairs(shared) : new StationChanges(shared, before, after).pairs()) {
    if ((source.endpoints.length > 0 || destination.endpoints.length > 0) && !isOneWithItself(source, destination)) {
      const was = before.connectivity.connections(source.before, destination.before);
      const is = after.connectivity.connections(source.after, destination.after);
      if (was !== is) {
        yield [source, destination, was, is];
      }
    }
  }
}

/** What a pod sends to itself meets no policy. */
export function isOneWithItself(source: JointClass, destination: JointClass): boolean {
  return source === destination && new Set(source.endpoints).size === 1 && ['Pod', 'HostEndpoint'].includes(source.endpoints[0].kind);
}

function* allPairs(classes: readonly SharedClass[]): Generator<Pair> {
  for (const source of classes) {
    for (const destination of classes) {
      yield [source, destination];
    }
  }
}

class StationChanges {
  private readonly byBefore = new Map<number, SharedClass[]>();
  private readonly byAfter = new Map<number, SharedClass[]>();
  private readonly known = new Map<Reach, Map<Reach, readonly SharedClass[]>>();

  constructor(private readonly classes: readonly SharedClass[], private readonly before: Side, private readonly after: Side) {
    for (const one of classes) {
      addToList(this.byBefore, one.before.id, one);
      addToList(this.byAfter, one.after.id, one);
    }
  }

  /** Each pair once. */
  public* pairs(): Generator<Pair> {
    for (const source of this.classes) {
      for (const destination of this.changed(source, 'egress')) {
        yield [source, destination];
      }
    }
    for (const destination of this.classes) {
      for (const source of this.changed(destination, 'ingress')) {
        const [was, is] = this.reaches(source, 'egress');
        if (was.of(destination.before.id) === is.of(destination.after.id)) {
          yield [source, destination];
        }
      }
    }
  }

  private reaches(own: SharedClass, direction: Direction): [Reach, Reach] {
    return [this.before.connectivity.reachOf(own.before, direction), this.after.connectivity.reachOf(own.after, direction)];
  }

  /** The classes that a station treats otherwise than before; found once for all stations of equal answers. */
  private changed(own: SharedClass, direction: Direction): readonly SharedClass[] {
    const [was, is] = this.reaches(own, direction);
    const known = this.known.get(was) ?? new Map<Reach, readonly SharedClass[]>();
    this.known.set(was, known);
    const found = known.get(is) ?? this.candidates(was, is).filter((peer) => was.of(peer.before.id) !== is.of(peer.after.id));
    known.set(is, found);
    return found;
  }

  private candidates(was: Reach, is: Reach): readonly SharedClass[] {
    if (was.base !== is.base) {
      return this.classes;
    }
    const met = new Set<SharedClass>();
    was.special.forEach((id) => this.byBefore.get(id)?.forEach((one) => met.add(one)));
    is.special.forEach((id) => this.byAfter.get(id)?.forEach((one) => met.add(one)));
    return [...met];
  }
}
