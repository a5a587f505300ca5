import { abbreviateForDisplay, escapeForDisplay, renderCaret } from './caret';
import { Finding, ObjectRef, TextPlace } from './finding';
import { summarise } from './summarise';

/** Decorates parts of a report, such as with colour. What it gets is safe to print; what it gives is printed as it is. */
export interface ReportStyle {
  /** The severity, the first word of a finding. */
  readonly severity: (word: string, severity: string) => string;
  /** The id, and the labels at the start of lines. */
  readonly label: (word: string) => string;
  /** The carets under an excerpt. */
  readonly carets: (carets: string) => string;
}

/** How to write a report. */
export interface TextOptions {
  /** A last sentence, such as `Nothing was written.` @default - none */
  readonly closing?: string;
  /** @default - no decoration */
  readonly style?: ReportStyle;
  /** Columns that a line may take. @default 115 */
  readonly columns?: number;
  /** The line of the input that a place is on, for an excerpt under the finding. @default - no excerpts but of spans */
  readonly sourceLine?: (place: TextPlace) => string | undefined;
}

const COLUMNS = 115;
const INDENT = '         ';
const EXCERPT_INDENT = `${INDENT}    `;
/** No message needs more; a hostile value in one shall not fill the terminal. */
const MESSAGE_LENGTH = 4000;

const PLAIN: ReportStyle = { severity: (word) => word, label: (word) => word, carets: (carets) => carets };

/** The report of some findings, in the order given, and its summary. Nothing in it can move the cursor or hide itself. */
export function renderText(findings: readonly Finding[], options: TextOptions = {}): string {
  return [...findings.map((finding) => renderFinding(finding, options)), summarise(findings, options.closing)].join('\n\n') + '\n';
}

/** One finding, without a line feed at its end. */
export function renderFinding(finding: Finding, options: TextOptions = {}): string {
  const style = options.style ?? PLAIN;
  const columns = options.columns ?? COLUMNS;
  const severity = escapeForDisplay(finding.severity);
  const lines = [`${style.severity(severity, finding.severity)}  ${style.label(escapeForDisplay(finding.id))}`];
  const add = (label: string, texts: readonly string[]) => {
    lines.push(`  ${style.label(label)}${' '.repeat(7 - label.length)}${texts[0]}`, ...texts.slice(1));
  };
  const at = whereabouts(finding);
  if (at !== '') {
    add('at', [at]);
  }
  add('what', [...wrap(finding.what, columns), ...excerpt(finding, options, style)]);
  add('why', wrap(finding.why, columns));
  add('fix', [...wrap(finding.fix, columns), ...correction(finding)]);
  if (finding.docs !== '') {
    add('more', [escapeForDisplay(finding.docs)]);
  }
  return lines.join('\n');
}

/** Where the finding is: in the app or in a file, on which object, in which field. */
export function whereabouts(finding: Finding): string {
  return [
    finding.path === undefined ? undefined : escapeForDisplay(finding.path),
    finding.place === undefined ? undefined : placeText(finding.place),
    objectText(finding.object),
    finding.field === undefined ? undefined : escapeForDisplay(finding.field),
  ].filter((part) => part !== undefined && part !== '').join('  ');
}

/** `file:line:column`, or `line 3, column 4` for a text without a name. */
export function placeText(place: TextPlace): string {
  return place.file === undefined
    ? `line ${place.line}, column ${place.column}`
    : `${escapeForDisplay(place.file)}:${place.line}:${place.column}`;
}

/** `Kind/name`, with the namespace where there is one. */
export function objectText(object: ObjectRef | undefined): string {
  if (object?.kind === undefined && object?.name === undefined) {
    return '';
  }
  const named = `${object.kind ?? 'object'}${object.name === undefined ? '' : `/${object.name}`}`;
  return abbreviateForDisplay(object.namespace === undefined ? named : `${named} in ${object.namespace}`, MESSAGE_LENGTH);
}

/** The part of the value that is meant, or else the line of the input, with carets. */
function excerpt(finding: Finding, options: TextOptions, style: ReportStyle): string[] {
  const { span, place } = finding;
  const source = span !== undefined || place === undefined ? undefined : options.sourceLine?.(place);
  const drawn = span !== undefined ? renderCaret(span.text, span.start, span.end)
    : source !== undefined ? renderCaret(source, place!.column - 1, place!.column)
      : undefined;
  return drawn === undefined ? [] : [EXCERPT_INDENT + drawn[0], EXCERPT_INDENT + style.carets(drawn[1])];
}

/** The corrected value on a line of its own, ready to be copied, unless the fix says it already. */
function correction({ corrected, fix }: Finding): string[] {
  return corrected === undefined || fix.includes(corrected) ? [] : [EXCERPT_INDENT + abbreviateForDisplay(corrected, MESSAGE_LENGTH)];
}

/** Breaks a text at its spaces; all lines but the first are indented. Words are never cut. */
function wrap(text: string, columns: number): string[] {
  const room = columns - INDENT.length;
  const lines: string[] = [];
  let words: string[] = [];
  let length = 0;
  for (const word of abbreviateForDisplay(text, MESSAGE_LENGTH).split(' ')) {
    const wordLength = Array.from(word).length;
    if (words.length > 0 && length + 1 + wordLength > room) {
      lines.push(words.join(' '));
      words = [];
      length = 0;
    }
    length += wordLength + (words.length > 0 ? 1 : 0);
    words.push(word);
  }
  return [...lines, words.join(' ')].map((line, index) => (index === 0 ? line : INDENT + line));
}
