import { ObjectRef } from '../findings';

/** Something that a model doesn't know, or took for granted. */
export interface Note {
  /**
   * `unread`: an object that Calico would drop, or a part of one; `unsupported`: a kind or construct that isn't modelled; `assumed`: what isn't among
   * the manifests, and what is taken for true instead.
   */
  readonly kind: 'unread' | 'unsupported' | 'assumed';
  /** The object that it is about. */
  readonly object?: ObjectRef;
  /** A sentence. */
  readonly what: string;
}
