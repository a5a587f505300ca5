import { SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { Problem, Unreadable } from './read-fault';

/** The name of an anchor. go-yaml takes letters, digits, - and _ only (scannerc.go, yaml_parser_scan_anchor). */
export function anchorName(source: string, event: { readonly anchorStart: number; readonly anchorEnd: number }): string {
  const name = source.slice(event.anchorStart, event.anchorEnd);
  if (!/^[A-Za-z0-9_-]+$/.test(name)) {
    throw new Unreadable({
      rule: 'yaml/alias',
      offset: event.anchorStart - 1,
      what: `the anchor &${name} has a character in its name that is no letter, digit, - or _`,
      why: 'kubectl and calicoctl refuse the document',
      fix: 'rename the anchor, or quote the whole value if text is meant',
    });
  }
  return name;
}

/** Refuses scalars that YAML 1.2 has and go-yaml v2 doesn't. */
export function refuseWhatGoYamlRefuses(
  source: string, event: ScalarEvent, inBrackets: boolean, atKey: boolean, report: (problem: Problem) => void,
): void {
  const { valueStart, valueEnd } = event;
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) {
    refuseJsonEscapes(source, event, report);
  } else if (event.style === SCALAR_STYLE.PLAIN && inBrackets && valueStart >= 0) {
    // scannerc.go, yaml_parser_scan_plain_scalar: a question mark ends a plain scalar there, and a colon only before white space.
    if (source.slice(valueStart, valueEnd).includes('?')) {
      throw new Unreadable({
        rule: 'yaml/syntax',
        offset: valueStart,
        what: 'a plain value inside brackets holds a question mark',
        why: 'kubectl and calicoctl refuse the document: to them ? starts a key inside brackets',
        fix: 'put the value in quotes',
      });
    }
    if (source[valueStart] === ':') {
      throw new Unreadable({
        rule: 'yaml/syntax',
        offset: valueStart,
        what: 'a plain value inside brackets starts with a colon',
        why: 'kubectl and calicoctl refuse the document: to them a second value begins there',
        fix: 'put the value in quotes, or remove the colon',
      });
    }
    if (atKey && source.slice(valueStart, valueEnd).includes('\n')) {
      throw new Unreadable({
        rule: 'yaml/syntax',
        offset: valueStart,
        what: 'a key inside brackets goes over more than one line',
        why: 'kubectl and calicoctl refuse the document; most often a comma is missing at the end of the first line',
        fix: 'add the comma',
      });
    }
    if (/^:[[\]{},]/.test(source.slice(valueEnd, valueEnd + 2))) {
      throw new Unreadable({
        rule: 'yaml/syntax',
        offset: valueEnd,
        what: `no space follows the colon of ${JSON.stringify(source.slice(valueStart, valueEnd))}`,
        why: 'kubectl and calicoctl take the colon as part of the key, and refuse the document',
        fix: 'write a space after the colon',
      });
    }
  }
}

/** Escapes of JSON that YAML 1.1 doesn't have: `\/`, and halves of a surrogate pair. kubectl takes them in JSON, calicoctl never does. */
function refuseJsonEscapes(source: string, event: ScalarEvent, report: (problem: Problem) => void): void {
  for (let at = source.indexOf('\\', event.valueStart); at >= 0 && at < event.valueEnd; at = source.indexOf('\\', at + 2)) {
    const escape = /\\(?:\/|u[dD][89a-fA-F]..)/y;
    escape.lastIndex = at;
    const found = escape.exec(source);
    if (found !== null) {
      const problem: Problem = {
        rule: 'yaml/syntax',
        offset: at,
        severity: 'strict',
        what: `the escape ${found[0]} stands in double quotes`,
        why: 'calicoctl refuses it everywhere, kubectl everywhere but in JSON',
        fix: 'write the character itself',
      };
      if (!/^\s*\{/.test(source)) {
        throw new Unreadable({ ...problem, severity: 'error' });
      }
      report(problem);
      return;
    }
  }
}
