import { Decided } from './deciders';
import { SharedClass } from './joint-classes';
import { changeBetween, groupPlaces, isMoreOpen, Piece, PlaceChange, Places } from './pieces';
import { Side, StationAnswers, Step, Way } from './side';
import { ConnectionRange, Connections } from '../connectivity';
import { both, Match, YES } from '../match';
import { Direction } from '../rule';

/** What decides at a station now, and what decided there before; undefined: nobody asks there. */
export interface Cause {
  readonly before: Decided | undefined;
  readonly after: Decided | undefined;
}

/** A part of a change, and who made it. */
export interface Reason extends PlaceChange {
  readonly cause: Cause;
  readonly ranges: readonly ConnectionRange[];
}

/** The reasons of a row. */
export interface Reasons {
  readonly reasons: readonly Reason[];
  /** False: the row has more pairs than were looked at, and perhaps more reasons. */
  readonly isComplete: boolean;
}

/** Pairs of a row of which all are looked at; of more, the first sources and the first destinations. */
const MOST_PAIRS = 256;
const MOST_ENDS = 32;

type Passes = readonly [before: Connections, after: Connections];

/** Finds who made changes. */
export class ReasonFinder {
  private readonly known = new Map<string, readonly Reason[]>();

  constructor(private readonly before: Side, private readonly after: Side) {}

  /** Who made the change of a row. */
  public of({ change, isCertain }: Piece, sources: readonly SharedClass[], destinations: readonly SharedClass[]): Reasons {
    const isComplete = sources.length * destinations.length <= MOST_PAIRS;
    const pairs = isComplete
      ? sources.flatMap((source) => destinations.map((destination) => [source, destination] as const))
      : [
        ...sources.slice(0, MOST_ENDS).map((source) => [source, destinations[0]] as const),
        ...destinations.slice(0, MOST_ENDS).map((destination) => [sources[0], destination] as const),
      ];
    const found = new Map<string, Reason>();
    for (const [source, destination] of pairs) {
      for (const reason of this.between(source, destination)) {
        if (reason.change === change && reason.isCertain === isCertain) {
          found.set(`${causeKey(reason)} ${reason.ranges.map(({ protocol, first, last }) => `${protocol}:${first}-${last}`).join()}`, reason);
        }
      }
    }
    return { reasons: [...found.values()], isComplete };
  }

  private between(source: SharedClass, destination: SharedClass): readonly Reason[] {
    if (this.before.hasHosts || this.after.hasHosts) {
      return reasonsOnWay(this.before.way(source.before, destination.before), this.after.way(source.after, destination.after));
    }
    const [out, into] = [this.passes(source, destination, 'egress'), this.passes(destination, source, 'ingress')];
    return [
      ...(out[0] === out[1] ? [] : this.atStation(source, destination, 'egress', into)),
      ...(into[0] === into[1] ? [] : this.atStation(destination, source, 'ingress', out)),
    ];
  }

  private passes(own: SharedClass, peer: SharedClass, direction: Direction): Passes {
    return [this.before.passes(own.before, peer.before, direction), this.after.passes(own.after, peer.after, direction)];
  }

  private atStation(own: SharedClass, peer: SharedClass, direction: Direction, others: Passes): readonly Reason[] {
    const before = this.before.answers(own.before, peer.before, direction);
    const after = this.after.answers(own.after, peer.after, direction);
    const key = `${direction} ${before.id} ${after.id} ${others[0].id} ${others[1].id}`;
    const reasons = this.known.get(key) ?? compareStations(before, after, others, direction === 'egress');
    this.known.set(key, reasons);
    return reasons;
  }
}

/**
 * What passes is the least open of what both stations say. Where that has changed, the station is the cause that was, or is now, the most closed of
 * those that have opened, or closed; of two alike the source's, which is asked first.
 */
function compareStations(before: StationAnswers, after: StationAnswers, [othersBefore, othersAfter]: Passes, isFirst: boolean): Reason[] {
  return reasonsAt(new Places([before, after, othersBefore, othersAfter]), ([was, is, otherWas, otherIs]) => {
    const [step, stepNow, other, otherNow] = [before.steps[was], after.steps[is], othersBefore.matches[otherWas], othersAfter.matches[otherIs]];
    const [match, matchNow] = [both(step.match, other), both(stepNow.match, otherNow)];
    if (match === matchNow) {
      return undefined;
    }
    const isAllowed = isMoreOpen(matchNow, match);
    const own = closedMatch(step.match, stepNow.match, isAllowed);
    const others = closedMatch(other, otherNow, isAllowed);
    const isCause = own !== undefined && (others === undefined || isMoreOpen(others, own) || (isFirst && own === others));
    return isCause ? { ...changeBetween(match, matchNow), cause: { before: step.decided, after: stepNow.decided } } : undefined;
  });
}

/** What a station said when it was closed, that has opened or closed; undefined where it hasn't. */
function closedMatch(before: Match, after: Match, isAllowed: boolean): Match | undefined {
  const [closed, open] = isAllowed ? [before, after] : [after, before];
  return isMoreOpen(open, closed) ? closed : undefined;
}

function reasonsOnWay(before: Way, after: Way): Reason[] {
  return reasonsAt(new Places([before, after]), ([was, is]) => {
    const [match, matchNow] = [before.matches[was], after.matches[is]];
    const cause = match === matchNow ? undefined : causeOnWay(isMoreOpen(matchNow, match), before.steps[was], after.steps[is]);
    return cause && { ...changeBetween(match, matchNow), cause };
  });
}

/** The first one on a way that was closed and is more open now, or isn't asked any more; or the other way round. */
function causeOnWay(isAllowed: boolean, before: readonly Step[], after: readonly Step[]): Cause | undefined {
  const [closed, open] = isAllowed ? [before, after] : [after, before];
  for (const { match, decided } of closed) {
    const other = open.find((one) => one.decided.direction === decided.direction && one.decided.host === decided.host);
    if (isMoreOpen(other?.match ?? YES, match)) {
      return isAllowed ? { before: decided, after: other?.decided } : { before: other?.decided, after: decided };
    }
  }
  return undefined;
}

function reasonsAt(places: Places, find: (at: readonly number[]) => Omit<Reason, 'ranges'> | undefined): Reason[] {
  return groupPlaces(places, find, causeKey).map(({ group, ranges }) => ({ ...group, ranges }));
}

function causeKey({ change, isCertain, cause }: Omit<Reason, 'ranges'>): string {
  return `${change} ${isCertain} ${cause.before?.id}>${cause.after?.id}`;
}
