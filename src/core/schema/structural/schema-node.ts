import { Walk } from './walk';

/** A schema, compiled: it judges one value. Compiled once a kind, so that a walk only follows pointers. */
export interface SchemaNode {
  /**
   * Judges a value that is there, for all layers at once, and gives what Go's decoder makes of it:
   * the value itself wherever decoding changes nothing, `UNREADABLE` where it can't be decoded.
   */
  read(value: unknown, walk: Walk): unknown;
  /** Judges an absent field (or null): what Go's decoder leaves there is the zero value, which some fields may not have. */
  readAbsent(walk: Walk, required: boolean): void;
}
