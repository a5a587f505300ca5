import { isMaskedNet, isNet, parseCidr, Prefix, readAddress } from '../../cidr';
import { faultOfLabelKey, faultOfLabelValue } from '../../selectors';
import { rangeWords } from '../go/go-type';
import { goSyntaxFault } from '../go/regexp-syntax';
import { isSubdomainForm } from '../metadata/kubernetes-names';
import { printAllowed, printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldRule } from '../structural/field-rule';
import { enumWords } from '../structural/scalar-node';

/**
 * The tags of Calico's validator (libcalico-go/lib/validator/v3/validator.go, `registerFieldValidator`, and those that come with
 * go-playground's validator), as rules of fields. A tag with `omitempty` lets the zero value pass; one without judges absent fields too.
 */

/** One of several words, in exactly this case. Empty text passes (`omitempty`). */
export function oneOf(rule: string, ...allowed: string[]): FieldRule<string> {
  return { judge: (text) => text === '' || allowed.includes(text) ? undefined : enumWords(text, allowed, rule) };
}

/** One of several words, where the field is a pointer: empty text is given text. */
export function oneOfGiven(rule: string, ...allowed: string[]): FieldRule<string> {
  return { judge: (text) => allowed.includes(text) ? undefined : enumWords(text, allowed, rule) };
}

/** One of several words; an absent field fails too. */
export function oneOfRequired(rule: string, ...allowed: string[]): FieldRule<string> {
  return {
    zero: '',
    judge: (text) => allowed.includes(text) ? undefined : text === '' ? missingWords(rule, `give ${printAllowed(allowed)}`) : enumWords(text, allowed, rule),
  };
}

/** What an absent or empty field that has to be set gets. */
export function missingWords(rule: string, fix: string): Words {
  return { rule, what: 'the field is missing or empty', why: 'Calico needs it: its validator refuses the object otherwise', fix };
}

/** Text of a form. Empty text passes (`omitempty`). */
export function form(rule: string, expression: RegExp, describes: string): FieldRule<string> {
  return {
    judge: (text) => text === '' || expression.test(text) ? undefined : {
      rule,
      what: `${printValue(text)} is not ${describes}`,
      why: 'Calico\'s validator takes nothing else here',
      fix: `give ${describes}`,
    },
  };
}

/** A number of a range, where zero counts as absent (`omitempty` on a plain number). */
export function rangeUnlessZero(rule: string, minimum: number, maximum: number): FieldRule<number> {
  return { judge: (value) => value === 0 || (value >= minimum && value <= maximum) ? undefined : rangeWords(value, minimum, maximum, rule) };
}

/** A number of a range (`omitempty` on a pointer: zero counts). */
export function range(rule: string, minimum: number, maximum?: number): FieldRule<number> {
  return { judge: (value) => value >= minimum && value <= (maximum ?? Infinity) ? undefined : rangeWords(value, minimum, maximum, rule) };
}

/** The name of an object, of any length (`name`). Empty text passes (`omitempty`). */
export function name(rule: string, noun: string): FieldRule<string> {
  return {
    judge: (text) => text === '' || isSubdomainForm(text) ? undefined : {
      rule,
      what: `${printValue(text)} can't be the name of ${noun}`,
      why: 'names take lower-case letters, digits, "-" and ".", and each part between dots starts and ends with a letter or digit',
      fix: `give the name of ${noun} as it is`,
    },
  };
}

/** Text that has to be there (`required`). */
export function required(rule: string, fix: string): FieldRule<string> {
  return { zero: '', judge: (text) => text === '' ? missingWords(rule, fix) : undefined };
}

/** A list that has to be there: an empty one passes (`required` on a slice). */
export function listRequired(rule: string, fix: string): FieldRule<readonly unknown[] | null> {
  return { zero: null, judge: (list) => list === null ? missingWords(rule, fix) : undefined };
}

/** An address (`ip`). Empty text fails: such fields are items of lists. */
export function address(rule: string, family?: 4 | 6): FieldRule<string> {
  const noun = family === undefined ? 'an address' : family === 4 ? 'an IPv4 address' : 'an IPv6 address';
  return {
    judge: (text) => {
      const read = readAddress(text);
      return read !== undefined && (family === undefined || read.family === family) ? undefined : {
        rule,
        what: `${printValue(text)} is not ${noun}`,
        why: `Calico takes ${noun} here, without a prefix length`,
        fix: text.includes('/') ? `leave out the prefix length: ${text.slice(0, text.indexOf('/')).slice(0, 60)}` : `give ${noun}`,
      };
    },
  };
}

/** An address, or no text. */
export function addressUnlessEmpty(rule: string, family?: 4 | 6): FieldRule<string> {
  const { judge } = address(rule, family);
  return { judge: (text) => text === '' ? undefined : judge(text) };
}

/** A network without host bits, or an address (`net`, `netv4`, `netv6`). */
export function maskedNet(rule: string, family?: 4 | 6): FieldRule<string> {
  return { judge: (text) => isMaskedNet(text, family) ? undefined : netWords(rule, text, family) };
}

/** A network without host bits, or an address, or no text (`omitempty`). */
export function maskedNetUnlessEmpty(rule: string, family?: 4 | 6): FieldRule<string> {
  return { judge: (text) => text === '' || isMaskedNet(text, family) ? undefined : netWords(rule, text, family) };
}

/** A network, with or without host bits, or an address (`cidr`). */
export function net(rule: string): FieldRule<string> {
  return { judge: (text) => isNet(text) ? undefined : netWords(rule, text) };
}

/** What is wrong with a text that is no network, or one of the wrong family. */
export function netWords(rule: string, text: string, family?: 4 | 6): Words {
  const strict = parseCidr(text);
  if (strict instanceof Prefix || (family !== undefined && isMaskedNet(text))) {
    return {
      rule,
      what: `${printValue(text)} is not an IPv${family} network`,
      why: `the field is about IPv${family} only`,
      fix: `give a network such as ${family === 6 ? 'fd00::/64' : '10.0.0.0/16'}`,
    };
  }
  const { what, why, fix, corrected, start, end } = strict;
  return { rule, what, why, fix, span: { text, start, end }, ...(corrected !== undefined && { corrected }) };
}

/** A regular expression of Go's syntax (`regexp`). */
export function goExpression(rule: string): FieldRule<string> {
  return {
    judge: (text) => {
      const fault = goSyntaxFault(text);
      return fault === undefined ? undefined : {
        rule,
        what: `${printValue(text)} is no regular expression: ${fault}`,
        why: 'Felix compiles it with Go\'s regexp package (RE2 syntax)',
        fix: 'correct the expression; a literal special character takes a backslash before it',
      };
    },
  };
}

/** Labels: keys and values as Kubernetes takes them (`labels`). */
export function labels(rule: string): FieldRule<Readonly<Record<string, string>>> {
  return {
    judge: (map) => {
      for (const [key, value] of Object.entries(map)) {
        const fault = faultOfLabelKey(key) ?? faultOfLabelValue(value);
        if (fault !== undefined) {
          return {
            rule,
            what: `the label ${printValue(key)}: ${printValue(value)} can't be: ${fault}`,
            why: 'Calico takes labels of the form that Kubernetes takes, so that selectors can name them',
            fix: 'change the label',
          };
        }
      }
      return undefined;
    },
  };
}

/** A list without repeats (`unique`). Grows with its length. */
export function unique(rule: string): FieldRule<readonly unknown[]> {
  return {
    judge: (list) => new Set(list).size === list.length ? undefined : {
      rule, what: 'the list holds the same item twice', why: 'Calico\'s validator refuses repeats here', fix: 'remove the repeat',
    },
  };
}
