import { Problem } from './read-fault';

/** The text between two separators: one YAML document, as kubectl cuts them. */
export interface DocumentText {
  readonly text: string;
  /** Where it starts in the whole text. */
  readonly start: number;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** What is wrong with the separator before it; `offset` counts from that separator's line, `separatorLine`. */
  readonly problem?: Problem;
  readonly separatorLine: number;
}

/**
 * Cuts a text at every line that starts with `---`.
 *
 * That is how kubectl does it (apimachinery, pkg/util/yaml, YAMLReader.Read), whatever such a line would mean to a YAML parser, and it
 * refuses the whole file where anything but white space or a comment follows the dashes. A YAML parser agrees wherever kubectl doesn't
 * refuse: YAML allows no scalar, quoted or block, to hold a line of three dashes at its start. One pass, one document at a time.
 */
export function* splitDocuments(text: string, firstLine: number): Generator<DocumentText> {
  let start = 0;
  let line = firstLine;
  let problem: Problem | undefined;
  let separatorLine = firstLine;
  for (let at = separatorAt(text, 0); at >= 0; at = separatorAt(text, at + 3)) {
    const before = text.slice(start, at);
    if (problem !== undefined || before !== '') {
      yield { text: before, start, line, separatorLine, ...(problem && { problem }) };
    }
    separatorLine = line + countLines(before);
    const lineEnd = endOfLine(text, at);
    const rest = text.slice(at + 3, lineEnd).trim();
    problem = rest === '' || rest.startsWith('#') ? undefined : separatorProblem(rest);
    // What YAML would read as the document's first line stays with the document; `---text` belongs to nothing.
    const keepsRest = problem !== undefined && /^\s/.test(text.slice(at + 3, at + 4));
    start = keepsRest ? at : Math.min(lineEnd + 1, text.length);
    line = keepsRest ? separatorLine : separatorLine + 1;
  }
  if (problem !== undefined || start < text.length) {
    yield { text: text.slice(start), start, line, separatorLine, ...(problem && { problem }) };
  }
}

/** Number of line breaks in a text: line feeds, as kubectl and editors count. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}

function separatorAt(text: string, from: number): number {
  if (from === 0 && text.startsWith('---')) {
    return 0;
  }
  const at = text.indexOf('\n---', from);
  return at < 0 ? -1 : at + 1;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function separatorProblem(rest: string): Problem {
  return {
    rule: 'yaml/separator',
    offset: 0,
    what: `the separator line holds ${JSON.stringify(rest.length > 40 ? `${rest.slice(0, 40)}…` : rest)} after its dashes`,
    why: 'kubectl allows only white space and a comment there: it refuses the file from this line on',
    fix: 'write `---` alone on its line, and the document on the lines below it',
  };
}
