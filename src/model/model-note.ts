import { ObjectRef } from '../core/findings';

/**
 * Something that a model doesn't know, or took for granted.
 */
export interface ModelNote {
  /**
   * `unread`: an object, or a part of one, that Calico drops; `unsupported`: a kind that Calico doesn't act on; `assumed`: something that isn't
   * among the manifests, and what is taken for true instead.
   */
  readonly kind: string;

  /** The object that it is about. @default - the whole model */
  readonly object?: ObjectRef;

  /** What it is, as a sentence. */
  readonly what: string;
}
