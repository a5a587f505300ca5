/**
 * Whether something matches, as far as is known. `ASSUMED_NO` and `ASSUMED_YES` rest on an assumption: that what isn't among the manifests
 * isn't there. More knowledge could turn them round. The operations are Kleene's, with the assumed answer carried along.
 */
export type Match = 0 | 1 | 2 | 3;

export const NO = 0;
export const YES = 1;
export const ASSUMED_NO = 2;
export const ASSUMED_YES = 3;

const NEGATED: readonly Match[] = [YES, NO, ASSUMED_YES, ASSUMED_NO];

/** Rows and columns in the order no, yes, assumed no, assumed yes. */
const BOTH: readonly (readonly Match[])[] = [
  [NO, NO, NO, NO],
  [NO, YES, ASSUMED_NO, ASSUMED_YES],
  [NO, ASSUMED_NO, ASSUMED_NO, ASSUMED_NO],
  [NO, ASSUMED_YES, ASSUMED_NO, ASSUMED_YES],
];

export function matchOf(answer: boolean): Match {
  return answer ? YES : NO;
}

/** The answer, assumptions taken. */
export function holds(match: Match): boolean {
  return match === YES || match === ASSUMED_YES;
}

/** Whether the answer rests on an assumption. */
export function isAssumed(match: Match): boolean {
  return match >= ASSUMED_NO;
}

/** The same answer, resting on an assumption. */
export function assumed(match: Match): Match {
  return holds(match) ? ASSUMED_YES : ASSUMED_NO;
}

export function negate(match: Match): Match {
  return NEGATED[match];
}

export function both(a: Match, b: Match): Match {
  return BOTH[a][b];
}

export function either(a: Match, b: Match): Match {
  return NEGATED[BOTH[NEGATED[a]][NEGATED[b]]];
}
