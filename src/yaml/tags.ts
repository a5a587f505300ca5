import { SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { Problem, Unreadable } from './read-fault';
import { resolvePlain } from './resolve-plain';

const CORE_PREFIX = 'tag:yaml.org,2002:';

/** A tag as written, in short form: `str` for `!!str`, `!` for the tag that says nothing, `!name` for any other. */
export function shortTag(written: string): string {
  const verbatim = written.startsWith('!<') ? written.slice(2, -1) : written;
  if (verbatim.startsWith(CORE_PREFIX)) {
    return verbatim.slice(CORE_PREFIX.length);
  }
  return verbatim.startsWith('!!') ? verbatim.slice(2) : verbatim;
}

/** The value of a scalar that has a tag, as go-yaml v2 gives it (resolve.go, resolve; decode.go, scalar). Throws `Unreadable`. */
export function taggedValue(tag: string, text: string, event: ScalarEvent, report: (problem: Problem) => void): unknown {
  switch (tag) {
    case 'str':
    case '!':
    case 'timestamp':
      return text;
    case 'binary':
      return decodeBase64(text, event);
    case 'null':
    case 'bool':
    case 'int':
    case 'float': {
      const value = resolvePlain(text);
      if (!fits(tag, value)) {
        throw new Unreadable({
          rule: 'yaml/tag',
          offset: event.tagStart,
          what: `the tag !!${tag} stands before ${JSON.stringify(text)}`,
          why: `that is no ${WORDS[tag]}: kubectl and calicoctl refuse the document`,
          fix: `remove the tag, or write a ${WORDS[tag]}`,
        });
      }
      return value;
    }
    default:
      report(ignoredTag(tag, text, event));
      return text;
  }
}

const WORDS = { null: 'null', bool: 'boolean', int: 'integer', float: 'number' };

function fits(tag: 'null' | 'bool' | 'int' | 'float', value: unknown): boolean {
  switch (tag) {
    case 'null': return value === null;
    case 'bool': return typeof value === 'boolean';
    case 'int': return Number.isInteger(value);
    case 'float': return typeof value === 'number';
  }
}

/** `selector: !has(x)` is the classic: a tag named `!has(x)` with no value, so a selector that is empty and selects everything. */
function ignoredTag(tag: string, text: string, event: ScalarEvent): Problem {
  const swallowed = text === '' && event.style === SCALAR_STYLE.PLAIN;
  return {
    rule: 'yaml/tag',
    offset: event.tagStart,
    severity: swallowed ? 'error' : 'warning',
    what: swallowed ? `${JSON.stringify(tag)} is read as a YAML tag, and the value is empty` : `the YAML tag ${JSON.stringify(tag)} is ignored`,
    why: swallowed
      ? 'a plain value that starts with ! is a tag to YAML: kubectl and calicoctl drop it and keep an empty text'
      : 'kubectl and calicoctl know no such tag: they drop it and keep the value as text',
    fix: swallowed ? `quote the value: '${tag}'` : 'remove the tag, or quote the whole value if the ! belongs to it',
  };
}

function decodeBase64(text: string, event: ScalarEvent): string {
  // Go's decoder skips line breaks and asks for padding (encoding/base64, StdEncoding).
  const packed = text.replace(/[\r\n]/g, '');
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) {
    throw new Unreadable({
      rule: 'yaml/tag',
      offset: event.tagStart,
      what: 'the tag !!binary stands before a value that is not base64',
      why: 'kubectl and calicoctl refuse the document',
      fix: 'write the value in padded base64, or remove the tag',
    });
  }
  return Buffer.from(packed, 'base64').toString('utf8');
}
