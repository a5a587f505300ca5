import { changedPairs, isOneWithItself } from './changed-pairs';
import { DeciderPool } from './deciders';
import { JointClass, jointClasses, SharedClass } from './joint-classes';
import { Piece, PiecePool } from './pieces';
import { ReasonFinder, Reasons } from './reasons';
import { Side } from './side';
import { addToList } from '../../add-to-list';
import { Family } from '../../cidr';
import { ConnectionPool } from '../connectivity';
import { PolicyModel } from '../policy-model';

/** What has changed from each of some classes to each of others. */
export interface DifferenceRow {
  readonly sources: readonly JointClass[];
  readonly destinations: readonly JointClass[];
  readonly piece: Piece;
  /** None where one of the ends was added or removed. */
  readonly reasons: Reasons;
}

/** How two clusters differ in what passes, for one family. */
export interface FamilyDifference {
  readonly family: Family;
  readonly classes: readonly JointClass[];
  readonly rows: readonly DifferenceRow[];
}

const NO_REASONS: Reasons = { reasons: [], isComplete: true };

/**
 * Compares what passes in two clusters: pairs of classes that neither cluster tells apart, never pairs of endpoints. Empty exactly when every
 * flow between ends that both have is decided alike, and as certainly. Growth: as connectivity for each of them, and the pairs of
 * classes that differ.
 */
export function findDifference(before: PolicyModel, after: PolicyModel, family: Family): FamilyDifference {
  const [connections, deciders, pieces] = [new ConnectionPool(), new DeciderPool(), new PiecePool()];
  const [first, second] = [before, after].map((model) => new Side(model, family, connections, deciders));
  const classes = jointClasses(first, second);
  const changed = new PairCollector();
  for (const [source, destination, was, is] of changedPairs(classes, first, second)) {
    pieces.ofChange(was, is).forEach((piece) => changed.add(piece, source.id, destination.id));
  }
  const reasons = new ReasonFinder(first, second);
  const moved = new PairCollector();
  addOnly(moved, pieces, 'added', second, classes, ({ after: here, before: there }) => [here, there]);
  addOnly(moved, pieces, 'removed', first, classes, ({ before: here, after: there }) => [here, there]);
  const rows = [
    ...changed.rows(classes).map((row): DifferenceRow =>
      ({ ...row, reasons: reasons.of(row.piece, row.sources as SharedClass[], row.destinations as SharedClass[]) })),
    ...moved.rows(classes).map((row): DifferenceRow => ({ ...row, reasons: NO_REASONS })),
  ];
  return { family, classes, rows };
}

/** What passes to and from the ends that only one side has. */
function addOnly(
  pairs: PairCollector, pieces: PiecePool, change: 'added' | 'removed', { connectivity }: Side, classes: readonly JointClass[],
  sidesOf: (one: JointClass) => [JointClass['before'], JointClass['after']],
): void {
  const present = classes.filter((one) => sidesOf(one)[0]);
  const [only, others] = [present.filter((one) => !sidesOf(one)[1]), present.filter((one) => sidesOf(one)[1])];
  const add = (source: JointClass, destination: JointClass): void => {
    if (!isOneWithItself(source, destination)) {
      pieces.ofWhole(connectivity.connections(sidesOf(source)[0]!, sidesOf(destination)[0]!), change)
        .forEach((piece) => pairs.add(piece, source.id, destination.id));
    }
  };
  for (const one of only) {
    present.forEach((other) => add(one, other));
    others.forEach((other) => add(other, one));
  }
}

/** Collects pairs by what has changed between them, then joins those that have the same other ends. */
class PairCollector {
  private readonly found = new Map<Piece, Map<number, number[]>>();

  public add(piece: Piece, source: number, destination: number): void {
    let bySource = this.found.get(piece);
    if (!bySource) {
      bySource = new Map();
      this.found.set(piece, bySource);
    }
    addToList(bySource, source, destination);
  }

  /** Joined by sources or by destinations, whichever makes fewer rows. */
  public rows(classes: readonly JointClass[]): Omit<DifferenceRow, 'reasons'>[] {
    const named = (ids: readonly number[]): JointClass[] => ids.map((id) => classes[id]);
    return [...this.found].flatMap(([piece, bySource]) => {
      const rows = joined(bySource);
      const turned = rows.length === 1 ? rows : joined(turnedRound(bySource));
      return turned.length < rows.length
        ? turned.map(([destinations, sources]) => ({ sources: named(sources), destinations: named(destinations), piece }))
        : rows.map(([sources, destinations]) => ({ sources: named(sources), destinations: named(destinations), piece }));
    });
  }
}

function turnedRound(lists: ReadonlyMap<number, readonly number[]>): Map<number, number[]> {
  const turned = new Map<number, number[]>();
  lists.forEach((others, one) => others.forEach((other) => addToList(turned, other, one)));
  return turned;
}

/** Joins the keys of equal lists. */
function joined(lists: ReadonlyMap<number, readonly number[]>): [number[], number[]][] {
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
