import { Station } from './station';

/** The chains that a packet meets. */
export interface Route {
  /** In groups: an allow in a chain other than the normal one skips what is left of its group. */
  readonly groups: readonly (readonly Station[])[];
  /** What isn't known of the way, and may matter, as sentences. */
  readonly open: readonly string[];
  /** What stops the packet after all policies have let it pass, as a sentence; undefined: nothing. */
  readonly barrier?: string;
}

/** A group of one chain, or of none. */
export function stationsOf(station: Station | undefined): Station[] {
  return station ? [station] : [];
}
