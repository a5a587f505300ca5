import { DEEPEST, ParseFailure, TOO_DEEP, UNCLOSED } from './parse-document';
import { Problem } from './read-fault';

interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const QUOTE_ALL = 'put the whole value in quotes';

const TAG: Explanation = {
  what: 'a value starts with !',
  why: 'a plain value that starts with ! is a tag to YAML',
  fix: QUOTE_ALL,
};

/** What the parser's reasons mean to someone who writes manifests. The first whose beginning fits is used. */
const EXPLANATIONS: readonly (readonly [string, Explanation])[] = [
  ['tab characters', {
    what: 'a tab indents this line',
    why: 'YAML counts only spaces as indentation',
    fix: 'replace the tab by spaces',
  }],
  ['unexpected end of the stream within a verbatim tag', TAG],
  [UNCLOSED, {
    what: 'this bracket, brace or quote is never closed',
    why: 'everything after it became part of it, up to the end of the document',
    fix: 'close it; a quote inside a text in single quotes is written twice, inside double quotes as \\"',
  }],
  ['missed comma', {
    what: 'two entries inside brackets have no comma between them',
    why: 'inside [ ] and { } a comma parts the entries',
    fix: `add the comma, or ${QUOTE_ALL} if it is one text`,
  }],
  ['expected the node content', {
    what: 'an entry inside brackets is empty',
    why: 'inside [ ] and { } each comma follows an entry',
    fix: 'remove the extra comma',
  }],
  ['tag suffix', TAG],
  ['tag name', TAG],
  ['named tag', TAG],
  ['undeclared tag', TAG],
  ['directives end mark', {
    what: 'a % directive stands where the document is expected',
    why: 'kubectl cuts the text at `---`, so the directive stands alone, and refuses it',
    fix: 'remove the line',
  }],
  ['unknown escape', {
    what: 'a backslash in double quotes begins no escape that YAML has',
    why: 'in double quotes a backslash starts an escape such as \\n',
    fix: 'write the backslash twice, or use single quotes',
  }],
  ['expected hexadecimal', {
    what: 'an escape in double quotes lacks its hexadecimal digits',
    why: '\\x is followed by 2 digits, \\u by 4, \\U by 8',
    fix: 'complete the digits, or write the backslash twice',
  }],
  ['name of an alias', {
    what: 'a value starts with *',
    why: 'a plain value that starts with * is an alias to YAML',
    fix: QUOTE_ALL,
  }],
  ['can not read a block mapping entry', {
    what: 'a line above has no colon after its key',
    why: 'inside an object each entry is a key, a colon, a space and a value',
    fix: 'add `: ` after the key, or indent the line if it continues the value above it',
  }],
  ['expected \':\'', {
    what: 'this line has no colon after its key',
    why: 'inside an object each entry is a key, a colon, a space and a value',
    fix: 'add `: ` after the key, or indent the line if it continues the value above it',
  }],
  ['deficient indentation', {
    what: 'this line is indented less than the value that it belongs to',
    why: 'YAML tells by the indentation what belongs to what',
    fix: 'indent it more than the key of that value',
  }],
  ['end of the stream or a document separator', {
    what: 'the document is over before this line',
    why: 'what stands above is complete: kubectl and calicoctl stop here, and lose what follows in silence',
    fix: 'part the documents with `---`, or correct the indentation or a missing colon above',
  }],
];

const BAD_INDENTATION: Explanation = {
  what: 'the indentation of this line fits nothing above it',
  why: 'YAML tells by the indentation what belongs to what',
  fix: 'align it with the other keys or items of its object or list',
};

/** Values that YAML refuses on the line of their key, by the first characters of the rest of the line. */
const BAD_STARTS: readonly (readonly [RegExp, Explanation])[] = [
  [/^[@`%]/, {
    what: 'a value starts with @, % or a backtick',
    why: 'YAML keeps these characters for itself at the start of a plain value',
    fix: QUOTE_ALL,
  }],
  [/^[\]},]/, {
    what: 'a value starts with a closing bracket or a comma',
    why: 'no bracket is open here',
    fix: QUOTE_ALL,
  }],
];

/** The problem that a parser's error stands for. */
export function syntaxProblem({ reason, offset }: ParseFailure, text: string): Problem {
  if (reason.startsWith(TOO_DEEP)) {
    return {
      rule: 'yaml/too-deep',
      offset,
      what: `the text nests deeper than ${DEEPEST} levels`,
      why: 'no Kubernetes object does: such a text exists to exhaust its reader',
      fix: 'flatten it',
    };
  }
  return { rule: 'yaml/syntax', offset, ...explain(reason, text, offset) };
}

/** The problem of a character at an offset that readers refuse. */
export function controlCharacterProblem(text: string, offset: number): Problem {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  return {
    rule: 'yaml/control-character',
    offset,
    what: `the text holds the control character U+${code}`,
    why: code === '0000' ? 'this is not a text file, or it was cut or encoded badly' : 'kubectl and calicoctl refuse control characters, in comments too',
    fix: code === '0000' ? 'leave the file out, or save it as UTF-8' : 'remove it, or write it as an escape in double quotes',
  };
}

function explain(reason: string, text: string, offset: number): Explanation {
  if (reason.startsWith('bad indentation')) {
    return explainIndentation(text, offset);
  }
  const known = EXPLANATIONS.find(([start]) => reason.startsWith(start));
  return known?.[1] ?? { what: `this is not YAML: ${reason}`, why: 'kubectl and calicoctl refuse the document', fix: 'correct the text here or just above' };
}

/** The parser says `bad indentation` of anything that follows a complete value. */
function explainIndentation(text: string, offset: number): Explanation {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const rest = text.slice(offset, offset + 2);
  if (before.trim() === '') {
    return BAD_INDENTATION;
  }
  if (/['"]\s*$/.test(before)) {
    return {
      what: 'text follows the closing quote of a value',
      why: 'a value that starts with a quote ends at its closing quote',
      fix: 'put the whole value in quotes of the other kind, as in \'app == "web"\'',
    };
  }
  if (rest.startsWith(':')) {
    return {
      what: 'a second colon and space stand on the line of a key',
      why: 'to YAML that is a key inside a plain value',
      fix: QUOTE_ALL,
    };
  }
  return BAD_STARTS.find(([start]) => start.test(rest))?.[1] ?? {
    what: 'text follows a complete value on its line',
    why: 'a value in brackets ends at its closing bracket',
    fix: QUOTE_ALL,
  };
}
