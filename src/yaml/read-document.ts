import { Composer } from './compose';
import { ParseFailure, parseDocument } from './parse-document';
import { Problem, Unreadable } from './read-fault';
import { controlCharacterProblem, syntaxProblem } from './syntax-problem';

/** What go-yaml's reader refuses anywhere (readerc.go, yaml_parser_update_buffer), and what YAML 1.1 alone takes for line breaks. */
const REFUSED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/;
const LINE_BREAKS_OF_YAML_1_1 = /[\u0085\u2028\u2029]/;

/** A document can hold any number of problems; whoever mends them needs the first ones. */
const PROBLEMS_REPORTED = 100;

/**
 * How many values a document may have: as many as go-yaml counts at most before it takes aliases for an attack. Each begins a line, or follows a
 * comma or a bracket. An object of Kubernetes' has at most some hundred thousand: etcd takes 1.5 MB; only a List can have more.
 */
const MOST_VALUES = 4_000_000;

/** What one document holds: `undefined` where nothing could be read, or where it is empty. */
export function readDocument(text: string, reportAny: (problem: Problem) => void): unknown {
  let reported = 0;
  const report = (problem: Problem) => {
    if (reported++ < PROBLEMS_REPORTED) {
      reportAny(problem);
    }
  };
  if (text.length > MOST_VALUES && countValues(text) > MOST_VALUES) {
    report(tooLongProblem());
    return undefined;
  }
  const refused = REFUSED.exec(text);
  if (refused !== null) {
    report(controlCharacterProblem(text, refused.index));
    return undefined;
  }
  const ambiguous = LINE_BREAKS_OF_YAML_1_1.exec(text);
  if (ambiguous !== null) {
    report(lineBreakProblem(text, ambiguous.index));
  }
  let originalOffset = (offset: number) => offset;
  const reportMoved = (problem: Problem) => report(templateOr({ ...problem, offset: originalOffset(problem.offset) }, text));
  try {
    const parsed = parseDocument(text);
    reportRest(text, parsed.end, report);
    originalOffset = parsed.originalOffset;
    return new Composer(parsed.source, reportMoved).compose(parsed.events) ?? undefined;
  } catch (error) {
    if (error instanceof Unreadable) {
      reportMoved(error.problem);
    } else if (error instanceof ParseFailure) {
      report(templateOr(syntaxProblem(error, text), text));
    } else {
      throw error;
    }
    return undefined;
  }
}

/** A template that nobody rendered fails in many ways; only one explanation helps. */
function templateOr(problem: Problem, text: string): Problem {
  if (problem.rule !== 'yaml/syntax' && problem.rule !== 'yaml/key') {
    return problem;
  }
  const lineStart = text.lastIndexOf('\n', problem.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', problem.offset);
  const from = text.lastIndexOf('\n', lineStart - 2) + 1;
  const opening = text.slice(from, lineEnd < 0 ? text.length : lineEnd).indexOf('{{');
  return opening < 0 ? problem : {
    rule: 'yaml/template',
    offset: from + opening,
    what: 'this file holds a template, {{ … }}, that was not rendered',
    why: 'a template is no manifest: what it means is known only with its values',
    fix: 'check its output instead, as in: helm template … | cdk8s-calico check -',
  };
}

/** kubectl takes the first document between two separators: what stands after `...` is lost. */
function reportRest(text: string, end: number, report: (problem: Problem) => void): void {
  const rest = text.slice(end).split('\n').slice(1);
  if (rest.some((line) => !/^\s*(?:#|$)/.test(line))) {
    report({
      rule: 'yaml/separator',
      offset: end,
      what: 'a document follows the end mark `...`',
      why: 'kubectl and calicoctl read only up to the mark: what follows is lost in silence',
      fix: 'part the documents with `---`',
    });
  }
}

function countValues(text: string): number {
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Line feed, comma, [ and {.
    values += code === 0x0A || code === 0x2C || code === 0x5B || code === 0x7B ? 1 : 0;
  }
  return values;
}

function tooLongProblem(): Problem {
  return {
    rule: 'yaml/too-long',
    offset: 0,
    what: `the document holds more than ${MOST_VALUES.toLocaleString('en-US')} lines, commas and brackets`,
    why: 'no object of Kubernetes\' comes near that, and no memory is safe from such a document: it isn\'t read',
    fix: 'part a long List into documents with `---`, or into files',
  };
}

function lineBreakProblem(text: string, offset: number): Problem {
  return {
    rule: 'yaml/control-character',
    offset,
    severity: 'strict',
    what: `the text holds the line separator U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`,
    why: 'kubectl and calicoctl (YAML 1.1) start a new line there, even in a comment; YAML 1.2 and editors don\'t',
    fix: 'replace it by a line feed, or write it as an escape in double quotes',
  };
}
