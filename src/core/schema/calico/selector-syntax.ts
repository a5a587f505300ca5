import { parseStrictly } from '../../selectors';
import { Words } from '../resource-fault';
import { FieldRule } from '../structural/field-rule';

/** The id of all faults of selector syntax, wherever they are found. */
export const SELECTOR_SYNTAX = 'selector/syntax';

/** What is wrong with the syntax of a selector; undefined where nothing is. Linear. */
export function selectorWords(text: string): Words | undefined {
  const parsed = parseStrictly(text);
  return parsed.ok ? undefined : {
    rule: SELECTOR_SYNTAX,
    what: parsed.fault.what,
    why: 'Calico can\'t read the selector',
    fix: 'correct the selector',
    span: { text, start: parsed.fault.start, end: parsed.fault.end },
  };
}

/** A selector as Calico reads it (`selector`). Empty text is `all()`. */
export const selector: FieldRule<string> = { judge: selectorWords };
