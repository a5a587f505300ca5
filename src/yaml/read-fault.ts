import { Finding, Severity, TextPlace } from '../core/findings';

/** Something in a text that can't be read as it stands, or that readers of Kubernetes' take for something else. */
export interface ReadFault {
  /** One of `READ_RULES`. */
  readonly rule: ReadRuleId;
  readonly severity: Severity;
  readonly place: TextPlace;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A rule that the reader itself applies, for catalogues and reports. */
export interface ReadRule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** Every rule of the reader. The ids are API, as those of checks are. */
export const READ_RULES = [
  { id: 'yaml/syntax', severity: 'error', summary: 'The text is not YAML or JSON.' },
  { id: 'yaml/template', severity: 'error', summary: 'The text is a template that was not rendered.' },
  { id: 'yaml/separator', severity: 'error', summary: 'Documents are parted in a way that kubectl refuses or stops reading at.' },
  { id: 'yaml/encoding', severity: 'error', summary: 'The bytes are not the UTF-8 text that YAML asks for.' },
  { id: 'yaml/control-character', severity: 'error', summary: 'The text holds a character that YAML readers refuse or take in different ways.' },
  { id: 'yaml/too-deep', severity: 'error', summary: 'The text nests deeper than any reader of it should follow.' },
  { id: 'yaml/too-long', severity: 'error', summary: 'A document holds more values than any reader of it should take at once.' },
  { id: 'yaml/alias-bomb', severity: 'error', summary: 'Aliases make a small text grow into a huge object.' },
  { id: 'yaml/alias', severity: 'error', summary: 'An alias names no anchor before it, or the anchor that it stands in.' },
  { id: 'yaml/duplicate-key', severity: 'error', summary: 'A key stands twice in one object.' },
  { id: 'yaml/merge-key', severity: 'error', summary: 'A merge key has no object to merge.' },
  { id: 'yaml/tag', severity: 'error', summary: 'A tag does not fit its value, or is ignored together with what it swallowed.' },
  { id: 'yaml/key', severity: 'error', summary: 'A key is not text, or is not the text that it seems to be.' },
  { id: 'yaml/number', severity: 'error', summary: 'A number has no place in a Kubernetes object.' },
  { id: 'yaml/not-an-object', severity: 'error', summary: 'A document or an item of a List is no object.' },
  { id: 'yaml/no-kind', severity: 'error', summary: 'An object lacks apiVersion or kind.' },
] as const satisfies readonly ReadRule[];

/** The id of a rule of the reader. */
export type ReadRuleId = (typeof READ_RULES)[number]['id'];

/** A fault before it is known where in the file its document starts. */
export interface Problem {
  readonly rule: ReadRuleId;
  /** Where, as an offset into the document's text in UTF-16 code units. */
  readonly offset: number;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Only where it isn't `error`; `strict` is an error for Calico's own objects and a warning for all others. */
  readonly severity?: Severity | 'strict';
}

/** Stops reading one document. */
export class Unreadable extends Error {
  constructor(public readonly problem: Problem) {
    super(problem.what);
  }
}

/** The finding that reports a fault. */
export function toFinding(fault: ReadFault): Finding {
  return {
    id: fault.rule,
    severity: fault.severity,
    place: fault.place,
    what: fault.what,
    why: fault.why,
    fix: fault.fix,
    docs: `docs/checks/${fault.rule}.md`,
  };
}
