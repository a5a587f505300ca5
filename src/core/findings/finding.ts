/**
 * The Kubernetes object that a finding is about.
 */
export interface ObjectRef {
  /** API group and version, as written in the manifest. @default - unknown */
  readonly apiVersion?: string;
  /** The manifest's kind. @default - unknown */
  readonly kind?: string;
  /** `metadata.name`. @default - unknown */
  readonly name?: string;
  /** `metadata.namespace`. @default - none */
  readonly namespace?: string;
}

/**
 * A part of a text that a user typed, such as a selector.
 */
export interface TextSpan {
  /** The whole text. */
  readonly text: string;
  /** Where the part starts: an offset into `text` in UTF-16 code units, from 0. */
  readonly start: number;
  /** Where the part ends: the offset after its last code unit. Equal to `start` when something is missing there. */
  readonly end: number;
}

/**
 * Where something stands in an input file.
 */
export interface TextPlace {
  /** The file, as the user named it. @default - the text came without a name */
  readonly file?: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column in UTF-16 code units, from 1. */
  readonly column: number;
}

/**
 * One thing that a check found: a record; text is only a rendering of it.
 */
export interface Finding {
  /** The check's id, such as `cidr/pools-overlap`. Ids are API: they don't change. */
  readonly id: string;
  /** `error`, `warning` or `advice`. Only an error stops synthesis. */
  readonly severity: string;
  /** Path of the construct. @default - the object came from text */
  readonly path?: string;
  /** Place in the input. @default - the object came from a construct */
  readonly place?: TextPlace;
  /** The object. @default - the finding is about the whole app */
  readonly object?: ObjectRef;
  /** The field, such as `spec.ingress[0].source.selector`. @default - the whole object */
  readonly field?: string;
  /** What is wrong, with the value given. */
  readonly what: string;
  /** Why it matters, with the evidence. */
  readonly why: string;
  /** The change to make, in terms of the property that was typed. */
  readonly fix: string;
  /** The page that explains the check, relative to the package; empty where a check of the user's own names none. */
  readonly docs: string;
  /** The part of the value that is meant. @default - the whole value */
  readonly span?: TextSpan;
  /** The whole value, corrected, where it is known what was meant. @default - unknown */
  readonly corrected?: string;
  /** Who would refuse the object: `api-server`, `calico` or `datastore`. @default - nobody refuses it */
  readonly layer?: string;
  /** What the cluster would do: `refused`, or `dropped` (taken, then ignored in silence). @default - the object is taken and acts */
  readonly outcome?: string;
}

/** The severities, most severe first. */
export const SEVERITIES = ['error', 'warning', 'advice'] as const;

/** How severe a finding is. */
export type Severity = (typeof SEVERITIES)[number];
