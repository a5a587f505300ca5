/**
 * Whether something matches, as far as is known. Bit 0 is the answer, bit 1 says that it rests on an assumption: that what isn't among the
 * manifests isn't there. So `ASSUMED_NO` is a no that more knowledge could turn into a yes. The three operations are Kleene's, with the
 * assumed answer carried along.
 */
export type Match = 0 | 1 | 2 | 3;

export const NO = 0;
export const YES = 1;
export const ASSUMED_NO = 2;
export const ASSUMED_YES = 3;

export function matchOf(holds: boolean): Match {
  return holds ? YES : NO;
}

/** The answer, assumptions taken. */
export function holds(match: Match): boolean {
  return (match & 1) === 1;
}

/** Whether the answer rests on an assumption. */
export function isAssumed(match: Match): boolean {
  return match > 1;
}

export function negate(match: Match): Match {
  return (match ^ 1) as Match;
}

export function both(a: Match, b: Match): Match {
  return a === NO || b === NO ? NO : ((a & b & 1) | ((a | b) & 2)) as Match;
}

export function either(a: Match, b: Match): Match {
  return a === YES || b === YES ? YES : (a | b) as Match;
}
