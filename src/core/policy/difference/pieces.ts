import { ConnectionRange, Connections, isOpen, rangesOf } from '../connectivity';
import { ASSUMED_NO, ASSUMED_YES, isAssumed, Match, NO, YES } from '../match';

/** `added` and `removed`: one of the ends is only in one of the clusters. */
export type Change = 'allowed' | 'denied' | 'added' | 'removed';

/** How the answer for a place has changed. */
export interface PlaceChange {
  readonly change: Change;
  /** False: it rests on something that isn't known, in one of the clusters at least. */
  readonly isCertain: boolean;
}

/** A change of what passes, without its ends. */
export interface Piece extends PlaceChange {
  readonly ranges: readonly ConnectionRange[];
}

const OPENNESS: Readonly<Record<Match, number>> = { [NO]: 0, [ASSUMED_NO]: 1, [ASSUMED_YES]: 2, [YES]: 3 };
/** More than there are connections. */
const MOST = 2 ** 26;

/** Whether an answer is more open than another: no, no as far as is known, yes as far as is known, yes. */
export function isMoreOpen(match: Match, than: Match): boolean {
  return OPENNESS[match] > OPENNESS[than];
}

/** The change from an answer to another, which isn't the same. */
export function changeBetween(before: Match, after: Match): PlaceChange {
  return { change: isMoreOpen(after, before) ? 'allowed' : 'denied', isCertain: !isAssumed(before) && !isAssumed(after) };
}

/** What differs between connections, for each two once. */
export class PiecePool {
  private readonly between = new Map<number, readonly Piece[]>();
  private readonly whole: Readonly<Record<'added' | 'removed', Map<number, readonly Piece[]>>> = { added: new Map(), removed: new Map() };
  private readonly known = new Map<string, Piece>();

  /** What differs. Grows with the runs of both. */
  public ofChange(before: Connections, after: Connections): readonly Piece[] {
    const key = before.id * MOST + after.id;
    let pieces = this.between.get(key);
    if (!pieces) {
      const places = new Places([before, after]);
      pieces = [...groupPlaces(places, ([was, is]) => {
        const [match, matchNow] = [before.matches[was], after.matches[is]];
        return match === matchNow ? undefined : changeBetween(match, matchNow);
      }, ({ change, isCertain }) => `${change} ${isCertain}`)].map(({ group, ranges }) => this.of(group, ranges));
      this.between.set(key, pieces);
    }
    return pieces;
  }

  /** What passes where one of the ends is only in one cluster. */
  public ofWhole(connections: Connections, change: 'added' | 'removed'): readonly Piece[] {
    let pieces = this.whole[change].get(connections.id);
    if (!pieces) {
      const parts = [{ isCertain: true, ranges: rangesOf(connections, isOpen) }, { isCertain: false, ranges: rangesOf(connections, isAssumed) }];
      pieces = parts.filter(({ ranges }) => ranges.length > 0).map(({ isCertain, ranges }) => this.of({ change, isCertain }, ranges));
      this.whole[change].set(connections.id, pieces);
    }
    return pieces;
  }

  private of({ change, isCertain }: PlaceChange, ranges: readonly ConnectionRange[]): Piece {
    const key = `${change} ${isCertain} ${ranges.map(({ protocol, first, last }) => `${protocol}:${first}-${last}`).join()}`;
    const piece = this.known.get(key) ?? { change, isCertain, ranges };
    this.known.set(key, piece);
    return piece;
  }
}

/** The places where any of some runs begins, and for each the index of the run of each of them. */
export class Places {
  public readonly starts: readonly number[];
  public readonly indexes: readonly (readonly number[])[];

  constructor(all: readonly { readonly starts: readonly number[] }[]) {
    this.starts = [...new Set(all.flatMap(({ starts }) => starts))].sort((a, b) => a - b);
    let at = all.map(() => -1);
    this.indexes = this.starts.map((start) => {
      at = at.map((index, which) => (all[which].starts[index + 1] === start ? index + 1 : index));
      return at;
    });
  }
}

/** Joins the places that belong to the same group. */
export function groupPlaces<T>(
  { starts, indexes }: Places, find: (at: readonly number[]) => T | undefined, keyOf: (group: T) => string,
): { readonly group: T; readonly ranges: readonly ConnectionRange[] }[] {
  const found = new Map<string, { readonly group: T; readonly matches: Match[] }>();
  indexes.forEach((at, index) => {
    const group = find(at);
    if (group) {
      const known = found.get(keyOf(group)) ?? { group, matches: starts.map(() => NO) };
      found.set(keyOf(group), known);
      known.matches[index] = YES;
    }
  });
  return [...found.values()].map(({ group, matches }) => ({ group, ranges: rangesOf({ starts, matches }, isOpen) }));
}
