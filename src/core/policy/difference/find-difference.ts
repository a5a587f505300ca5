import { changedPairs, isOneWithItself } from './changed-pairs';
import { DeciderPool } from './deciders';
import { JointClass, jointClasses } from './joint-classes';
import { Piece, PiecePool } from './pieces';
import { Side } from './side';
import { Family } from '../../cidr';
import { ConnectionPool } from '../connectivity';
import { PolicyModel } from '../policy-model';

/** What has changed from each of some classes to each of others. */
export interface DifferenceRow {
  readonly sources: readonly JointClass[];
  readonly destinations: readonly JointClass[];
  readonly piece: Piece;
}

/** How two clusters differ in what passes, for one family. */
export interface FamilyDifference {
  readonly family: Family;
  readonly classes: readonly JointClass[];
  readonly rows: readonly DifferenceRow[];
}

/**
 * Compares what passes in two clusters: pairs of classes that neither cluster tells apart, never pairs of endpoints. Empty exactly when every
 * flow between ends that both have is decided alike, and as certainly. Growth: as connectivity for each of them, and the pairs of
 * classes that differ.
 */
export function findDifference(before: PolicyModel, after: PolicyModel, family: Family): FamilyDifference {
  const [connections, deciders, pieces] = [new ConnectionPool(), new DeciderPool(), new PiecePool()];
  const [first, second] = [before, after].map((model) => new Side(model, family, connections, deciders));
  const classes = jointClasses(first, second);
  const rows = new RowCollector(classes);
  for (const [source, destination] of changedPairs(classes, first, second)) {
    pieces.between(first.way(source.before, destination.before), second.way(source.after, destination.after))
      .forEach((piece) => rows.add(piece, source, destination));
  }
  for (const [change, side, isThere] of [
    ['added', second, ({ after: here, before: there }: JointClass) => [here, there]],
    ['removed', first, ({ before: here, after: there }: JointClass) => [here, there]],
  ] as const) {
    const present = classes.filter((one) => isThere(one)[0]);
    const isOnlyHere = (one: JointClass): boolean => isThere(one)[1] === undefined;
    const only = present.filter(isOnlyHere);
    const add = (source: JointClass, destination: JointClass): void => {
      if (!isOneWithItself(source, destination)) {
        pieces.whole(side.connectivity.connections(isThere(source)[0]!, isThere(destination)[0]!), change)
          .forEach((piece) => rows.add(piece, source, destination));
      }
    };
    for (const one of only) {
      present.forEach((other) => add(one, other));
      present.filter((other) => !isOnlyHere(other)).forEach((other) => add(other, one));
    }
  }
  return { family, classes, rows: rows.rows() };
}

/** Collects pairs by what has changed between them, then joins those that have the same other ends. */
class RowCollector {
  private readonly found = new Map<Piece, Map<number, number[]>>();

  constructor(private readonly classes: readonly JointClass[]) {}

  public add(piece: Piece, { id: source }: JointClass, { id: destination }: JointClass): void {
    const bySource = this.found.get(piece) ?? new Map<number, number[]>();
    this.found.set(piece, bySource);
    push(bySource, source, destination);
  }

  public rows(): DifferenceRow[] {
    const named = (ids: readonly number[]): JointClass[] => ids.map((id) => this.classes[id]);
    return [...this.found].flatMap(([piece, bySource]) => {
      const rows = joined(bySource);
      const turned = joined(turnedRound(bySource));
      return turned.length < rows.length
        ? turned.map(([destinations, sources]) => ({ sources: named(sources), destinations: named(destinations), piece }))
        : rows.map(([sources, destinations]) => ({ sources: named(sources), destinations: named(destinations), piece }));
    });
  }
}

function turnedRound(lists: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const turned = new Map<number, number[]>();
  lists.forEach((others, one) => others.forEach((other) => push(turned, other, one)));
  return turned;
}

/** Joins the keys of equal lists. */
function joined(lists: ReadonlyMap<number, number[]>): [number[], number[]][] {
  const byList = new Map<string, [number[], number[]]>();
  for (const [one, others] of lists) {
    const sorted = [...others].sort((a, b) => a - b);
    const key = sorted.join();
    const row = byList.get(key);
    if (row) {
      row[0].push(one);
    } else {
      byList.set(key, [[one], sorted]);
    }
  }
  return [...byList.values()];
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
