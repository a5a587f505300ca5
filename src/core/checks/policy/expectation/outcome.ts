import { Candidate } from './candidates';
import { Span } from './traffic';
import { Packet } from '../../../policy';

/** A flow that isn't as it is expected. */
export interface Witness {
  readonly source: Candidate;
  readonly destination: Candidate;
  /** The ports around it of which the same is true. */
  readonly span: Span;
  readonly packet: Packet;
}

/** What becomes of an expectation. */
export type Outcome =
  | { readonly is: 'met' }
  /** It can't be asked, for the reason given. */
  | { readonly is: 'unaskable'; readonly reason: string }
  /** `others`: how many further pairs of ends, or of kinds of ends, are like the witness. `isDeclared`: whether the manifests declare both ends. */
  | { readonly is: 'broken'; readonly witness: Witness; readonly others: number; readonly isDeclared: boolean }
  /** `why`: what isn't known, as sentences. */
  | { readonly is: 'unproved'; readonly witness: Witness | undefined; readonly why: readonly string[] };
