import { both, holds, isAssumed, Match, NO, YES } from '../match';
import { hasPorts, ICMP, ICMPV6 } from '../protocols';

/*
 * What may pass from one end to another: an answer for every protocol and port. All of them stand on one line of 256 × 65,536 places, so that
 * equal neighbours make one run. The place within a protocol is the port at the destination; of ICMP and ICMPv6 it is type × 256 + code.
 */

export const PLACES = 65_536;
export const PROTOCOLS = 256;
const LINE = PROTOCOLS * PLACES;

/** Runs of equal answers, in order. Two of equal runs are the same object. */
export interface Connections {
  /** Counts from 0, which is nothing at all. */
  readonly id: number;
  readonly starts: readonly number[];
  readonly matches: readonly Match[];
}

/** What passes of one protocol: places from `first` to `last`. */
export interface ConnectionRange {
  readonly protocol: number;
  readonly first: number;
  readonly last: number;
}

/** Whether the places of a protocol mean something. */
export function hasPlaces(protocol: number): boolean {
  return hasPorts(protocol) || protocol === ICMP || protocol === ICMPV6;
}

/** The answer at a place. */
export function matchAt({ starts, matches }: Connections, protocol: number, place: number): Match {
  return matches[runAt(starts, protocol * PLACES + place)];
}

/** The run that holds a place of the line. Takes log n. */
export function runAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (starts[middle] <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** The places whose answer is one of some, by protocol. */
export function rangesOf({ starts, matches }: Pick<Connections, 'starts' | 'matches'>, isWanted: (match: Match) => boolean): ConnectionRange[] {
  const ranges: ConnectionRange[] = [];
  for (let index = 0; index < starts.length; index++) {
    if (isWanted(matches[index])) {
      const end = starts[index + 1] ?? LINE;
      for (let protocol = Math.floor(starts[index] / PLACES); protocol * PLACES < end; protocol++) {
        const first = Math.max(starts[index] - protocol * PLACES, 0);
        const last = Math.min(end - protocol * PLACES, PLACES) - 1;
        const before = ranges.at(-1);
        if (before?.protocol === protocol && before.last === first - 1) {
          ranges[ranges.length - 1] = { protocol, first: before.first, last };
        } else {
          ranges.push({ protocol, first, last });
        }
      }
    }
  }
  return ranges;
}

/** Places that are open for sure. */
export function isOpen(match: Match): boolean {
  return match === YES;
}

/** Places of which more knowledge could change the answer; `isTaken` is what is taken for true. */
export function isUncertain(isTaken: boolean): (match: Match) => boolean {
  return (match) => isAssumed(match) && holds(match) === isTaken;
}

/** Makes connections, each once. */
export class ConnectionPool {
  private readonly known = new Map<string, Connections>();
  private readonly joined = new Map<number, Connections>();
  private readonly all: Connections[] = [];
  public readonly nothing = this.of([0], [NO]);

  /** From runs in order; neighbours may be equal. */
  public of(starts: readonly number[], matches: readonly Match[]): Connections {
    const kept = starts.map((_, index) => index).filter((index) => index === 0 || matches[index] !== matches[index - 1]);
    const key = kept.map((index) => `${starts[index]}:${matches[index]}`).join();
    let found = this.known.get(key);
    if (!found) {
      found = { id: this.all.length, starts: kept.map((index) => starts[index]), matches: kept.map((index) => matches[index]) };
      this.known.set(key, found);
      this.all.push(found);
    }
    return found;
  }

  /** What two stations let pass, one after the other. Each two are joined once. */
  public both(a: Connections, b: Connections): Connections {
    if (a.id === b.id || a === this.nothing) {
      return a;
    }
    if (b === this.nothing) {
      return b;
    }
    const key = Math.min(a.id, b.id) * 2 ** 26 + Math.max(a.id, b.id);
    let found = this.joined.get(key);
    if (!found) {
      found = this.join(a, b);
      this.joined.set(key, found);
    }
    return found;
  }

  private join(a: Connections, b: Connections): Connections {
    const starts: number[] = [];
    const matches: Match[] = [];
    for (let i = 0, k = 0; i < a.starts.length || k < b.starts.length;) {
      const start = Math.min(a.starts[i] ?? LINE, b.starts[k] ?? LINE);
      i += a.starts[i] === start ? 1 : 0;
      k += b.starts[k] === start ? 1 : 0;
      starts.push(start);
      matches.push(both(a.matches[i - 1], b.matches[k - 1]));
    }
    return this.of(starts, matches);
  }
}
