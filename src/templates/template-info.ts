/**
 * What changed in a version of a template.
 */
export interface TemplateChange {
  /** The version, such as `1.0.0`. */
  readonly version: string;

  /** What changed, in one line. */
  readonly change: string;
}

/**
 * What a template says of itself: its documentation is made from it.
 */
export interface TemplateInfo {
  /** The name, such as `baseline/namespace-default-deny`. */
  readonly name: string;

  /** What it does, in one sentence. */
  readonly summary: string;

  /** When to use it. One sentence each. */
  readonly useWhen: string[];

  /** When not to use it, or what it doesn't do. One sentence each. */
  readonly avoidWhen: string[];

  /** Its versions, the newest first. */
  readonly changes: TemplateChange[];
}
