import { Finding, renderFinding } from '../findings';
import { SelectorNode } from './ast';
import { correct, printForReaders, whyAt } from './hints/correct';
import { deadEndAt, HABITS } from './hints/habits';
import { plainOf, selectorOfObject } from './hints/label-selector-object';
import { parseStrictly } from './parse';

/** Why a text is no selector, as data; `what`, `why` and `fix` are those of a finding. */
export interface SelectorSyntaxError {
  /** What was expected, and what was found instead. */
  readonly what: string;
  readonly why: string;
  /** The corrected text where it is known, otherwise what to look for. */
  readonly fix: string;
  /** Where in the text, in UTF-16 code units. `end` equals `start` where something is missing. */
  readonly start: number;
  readonly end: number;
  /** The whole text, corrected. It always parses. */
  readonly corrected?: string;
}

export type ParsedSelector = { readonly ok: true; readonly ast: SelectorNode } | { readonly ok: false; readonly error: SelectorSyntaxError };

const GRAMMAR = 'Calico reads terms such as app == "web", app in {"a", "b"} or has(app), joined with && and ||, negated with !';

/**
 * Parses a selector as Calico 3.32.1 does. A text that Calico refuses gives the place, the reason and, where it is evident what
 * was meant, the corrected text. Never throws. Grows with the length of the text.
 */
export function parseSelector(text: string): ParsedSelector {
  const parsed = parseStrictly(text);
  if (parsed.ok) {
    return parsed;
  }
  const { start, end, what, fix } = parsed.fault;
  const correction = correct(text);
  return {
    ok: false,
    error: {
      what,
      why: (correction && whyAt(correction.habits, start)) ?? deadEndAt(text, start) ?? GRAMMAR,
      fix: correction?.corrected ?? fix,
      start,
      end,
      ...(correction && { corrected: correction.corrected }),
    },
  };
}

/** What Calico's validator says of a selector (its `selector` rule, which parses it): nothing, or the error. */
export function validateSelector(text: string): SelectorSyntaxError | undefined {
  const parsed = parseSelector(text);
  return parsed.ok ? undefined : parsed.error;
}

/** What to say of a value that isn't text where a selector belongs, such as a LabelSelector object. */
export function explainNonText(value: unknown): Omit<SelectorSyntaxError, 'start' | 'end'> {
  const ast = selectorOfObject(plainOf(value));
  const corrected = ast && printForReaders(ast);
  return {
    what: `expected a selector as text, found ${kindOf(value)}`,
    why: ast ? HABITS.object : GRAMMAR,
    fix: corrected ?? 'write the selector as one line of text',
    ...(corrected !== undefined && { corrected }),
  };
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return value === null || value === undefined ? String(value) : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The finding as text, for where there is no report to put it in. */
export function printSyntaxError(text: string, error: SelectorSyntaxError): string {
  return printed({ ...error, span: { text, start: error.start, end: error.end } });
}

/** The same for a value that isn't text. */
export function printNonText(error: ReturnType<typeof explainNonText>): string {
  return printed(error);
}

/** As a report renders it, without the line that names the check's page: here the check didn't run. */
function printed({ what, why, fix, span }: Pick<Finding, 'what' | 'why' | 'fix' | 'span'>): string {
  return renderFinding({ id: 'selector/syntax', severity: 'error', what, why, fix, span, docs: '' });
}
