import { FALSE, Formula, TRUE } from './formula';
import { faultOfLabelValue, holdsWhenAbsent, TermNode, valueTest } from '../../selectors';

/*
 * Selectors compare with any text; what they look at can't be any text. A term that compares with a text that its label can't have is false
 * (or true, negated). What remains is decided over all texts: if no text will do, no label value will.
 */

/** The texts that something can have. */
export interface Values {
  readonly isValue: (text: string) => boolean;
  /** What stands for any value in a witness. */
  readonly example: string;
  /** Characters that stand anywhere in a value. */
  readonly characters: RegExp;
}

const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/** Values of labels, as Kubernetes takes them. */
export const LABEL_VALUES: Values = { isValue: (text) => faultOfLabelValue(text) === undefined, example: 'x', characters: /^[-A-Za-z0-9_.]*$/ };

/** Names of namespaces. */
export const NAMESPACE_NAMES: Values = { isValue: (text) => text.length <= 63 && SUBDOMAIN.test(text), example: 'other', characters: /^[-a-z0-9]*$/ };

/** Names of service accounts. */
export const ACCOUNT_NAMES: Values = {
  isValue: (text) => text.length <= 253 && text.split('.').every((part) => SUBDOMAIN.test(part)), example: 'default', characters: /^[-a-z0-9.]*$/,
};

/** The term without what its label can't be; or the constant that remains. */
export function possibleTerm(term: TermNode, { isValue, characters }: Values): TermNode | Formula {
  switch (term.kind) {
    case 'has':
      return term;
    case 'equals':
    case 'notEquals':
      return isValue(term.value) ? term : constantTerm(term, undefined);
    case 'in':
    case 'notIn': {
      const values = term.values.filter(isValue);
      return values.length === 0 ? constantTerm(term, undefined) : { ...term, values };
    }
    case 'contains':
      return characters.test(term.value) ? term : FALSE;
    case 'startsWith':
      return characters.test(term.value) && !/^[-_.]/.test(term.value) ? term : FALSE;
    case 'endsWith':
      return characters.test(term.value) && !/[-_.]$/.test(term.value) ? term : FALSE;
  }
}

/** What a term says of a label that is known; undefined: absent. */
export function constantTerm(term: TermNode, value: string | undefined): Formula {
  return (value === undefined ? holdsWhenAbsent(term) : valueTest(term)(value)) ? TRUE : FALSE;
}
