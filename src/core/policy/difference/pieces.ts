import { Decided } from './deciders';
import { Step, Way } from './side';
import { ConnectionRange, Connections, isOpen, isUncertain, rangesOf } from '../connectivity';
import { ASSUMED_NO, ASSUMED_YES, isAssumed, Match, NO, YES } from '../match';

/** `added` and `removed`: one of the ends is only in one of the clusters. */
export type Change = 'allowed' | 'denied' | 'added' | 'removed';

/** What decides at a station now, and what decided there before; undefined: nobody asks there. */
export interface Cause {
  readonly before: Decided | undefined;
  readonly after: Decided | undefined;
}

/** A change of what passes, without its ends. */
export interface Piece {
  /** Counts from 0. */
  readonly id: number;
  readonly change: Change;
  /** False: it rests on something that isn't known, in one of the clusters at least. */
  readonly isCertain: boolean;
  readonly ranges: readonly ConnectionRange[];
  readonly causes: readonly Cause[];
}

const OPENNESS: Readonly<Record<Match, number>> = { [NO]: 0, [ASSUMED_NO]: 1, [ASSUMED_YES]: 2, [YES]: 3 };

type PieceParts = Omit<Piece, 'id' | 'ranges'>;

/** Finds what differs, each piece once. */
export class PiecePool {
  private readonly known = new Map<string, Piece>();
  private readonly byWays = new Map<string, readonly Piece[]>();
  private readonly byConnections = new Map<string, readonly Piece[]>();

  /** What differs between two ways. Grows with the places where one of them changes. */
  public between(before: Way, after: Way): readonly Piece[] {
    if (before.id === undefined || after.id === undefined) {
      return this.compare(before, after);
    }
    const key = `${before.id}:${after.id}`;
    const pieces = this.byWays.get(key) ?? this.compare(before, after);
    this.byWays.set(key, pieces);
    return pieces;
  }

  /** What passes where one of the ends is only in one cluster. */
  public whole(connections: Connections, change: 'added' | 'removed'): readonly Piece[] {
    const key = `${change} ${connections.id}`;
    const pieces = this.byConnections.get(key) ?? [
      ...this.part(rangesOf(connections, isOpen), { change, isCertain: true, causes: [] }),
      ...this.part(rangesOf(connections, (match) => isUncertain(true)(match) || isUncertain(false)(match)), { change, isCertain: false, causes: [] }),
    ];
    this.byConnections.set(key, pieces);
    return pieces;
  }

  private part(ranges: readonly ConnectionRange[], parts: PieceParts): Piece[] {
    return ranges.length > 0 ? [this.of(ranges, parts)] : [];
  }

  private of(ranges: readonly ConnectionRange[], parts: PieceParts): Piece {
    const key = `${keyOf(parts)} ${ranges.map(({ protocol, first, last }) => `${protocol}:${first}-${last}`).join()}`;
    const piece = this.known.get(key) ?? { id: this.known.size, ranges, ...parts };
    this.known.set(key, piece);
    return piece;
  }

  private compare(before: Way, after: Way): Piece[] {
    const starts = [...new Set([...before.starts, ...after.starts])].sort((a, b) => a - b);
    const found = new Map<string, PieceParts & { readonly isPart: boolean[] }>();
    let [was, is] = [-1, -1];
    starts.forEach((start, index) => {
      was += before.starts[was + 1] === start ? 1 : 0;
      is += after.starts[is + 1] === start ? 1 : 0;
      if (before.matches[was] !== after.matches[is]) {
        const parts = partsOf(before.matches[was], after.matches[is], before.steps[was], after.steps[is]);
        const key = keyOf(parts);
        const known = found.get(key) ?? { ...parts, isPart: starts.map(() => false) };
        known.isPart[index] = true;
        found.set(key, known);
      }
    });
    return [...found.values()].map(({ isPart, ...parts }) =>
      this.of(rangesOf({ starts, matches: isPart.map((part) => (part ? YES : NO)) }, isOpen), parts));
  }
}

function keyOf({ change, isCertain, causes }: PieceParts): string {
  return `${change} ${isCertain} ${causes.map(({ before, after }) => `${before?.id}>${after?.id}`).join()}`;
}

/** The stations count that were closed and are more open now, or the other way round. */
function partsOf(was: Match, is: Match, stepsBefore: readonly Step[], stepsAfter: readonly Step[]): PieceParts {
  const isAllowed = OPENNESS[is] > OPENNESS[was];
  const [closed, open] = isAllowed ? [stepsBefore, stepsAfter] : [stepsAfter, stepsBefore];
  const causes = closed.filter(({ match }) => match !== YES).flatMap((step): Cause[] => {
    const other = open.find(({ decided: { direction, host } }) => direction === step.decided.direction && host === step.decided.host);
    if (other && OPENNESS[other.match] <= OPENNESS[step.match]) {
      return [];
    }
    return [isAllowed ? { before: step.decided, after: other?.decided } : { before: other?.decided, after: step.decided }];
  });
  return { change: isAllowed ? 'allowed' : 'denied', isCertain: !isAssumed(was) && !isAssumed(is), causes };
}
