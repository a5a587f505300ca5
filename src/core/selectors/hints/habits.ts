/*
 * What people type who know another language, and why Calico doesn't take it. Each is found by the tolerant reader at an offset;
 * the one that the strict reader stumbled over gives the `why` of a syntax error.
 */
export const HABITS = {
  'kubernetes-set': 'this is a Kubernetes label selector; Calico writes sets in braces and quotes every value',
  'kubernetes-equals': 'this is a Kubernetes label selector; Calico compares with == and quotes every value',
  'kubernetes-comma': 'in a Kubernetes label selector a comma means and; Calico joins terms with &&',
  'kubernetes-exists': 'in a Kubernetes label selector a bare name asks whether the label is there; Calico writes has()',
  'brackets': 'Calico writes sets in braces: {"a", "b"}',
  'single-equals': 'Calico compares with ==',
  'triple-equals': 'Calico compares with == and !=, without a third character',
  'unquoted': 'Calico quotes every value; a word without quotes is a label name or a keyword',
  'quoted-label': 'Calico takes label names without quotes and values in quotes',
  'single-value': 'in and not in take a set of values in braces',
  'set-equals': 'Calico compares with == to one value, and to several with in',
  'value-alternatives': '|| joins whole terms; the values that one label may have are a set',
  'word-operator': 'Calico knows no such word: it has ==, !=, in, not in, contains, starts with, ends with, has()',
  'negated-operator': 'Calico negates a whole term with ! before it; only in has a negated form, not in',
  'upper-case': 'Calico takes keywords in lower case only',
  'and-word': 'Calico joins terms with && and ||, and negates them with !',
  'single-sign': 'Calico joins terms with && and ||, two characters each',
  'line-break': 'Calico takes only spaces and tabs between words; a YAML block (`|`, `>`) adds a line break: use `|-` or one line',
  'odd-space': 'Calico takes only spaces and tabs between words; this one is another character that looks like a space or like nothing',
  'typographic-quotes': 'Calico knows the straight quotes " and \' only; word processors and chats turn them into typographic ones',
  'escaped-quotes': 'Calico knows no escapes: a backslash in a value is a backslash; quote with " or \', whichever the value doesn\'t hold',
  'mixed-quotes': 'a value ends with the quote that it began with',
  'has-spacing': 'has(, all() and global() are written without a space before the parenthesis, and around a bare label name',
  'has-several': 'has() asks for one label',
  'bare-all': 'all and global are written with parentheses',
  'wildcard': 'Calico has no wildcards; it has starts with, ends with, contains and has()',
  'object': 'this is a Kubernetes LabelSelector object; a Calico selector is one line of text',
  'field-name': 'the name of the field is part of the text; only what follows it is the selector',
  'quoted-whole': 'the whole selector is in quotes; Calico reads what is in them as one value',
} as const;

export type Habit = keyof typeof HABITS;

/** Texts that can't be corrected, because nobody knows what they would be, but that can be explained. */
const DEAD_ENDS: readonly { readonly sign: string; readonly why: string }[] = [
  { sign: '{{', why: 'this looks like a template whose placeholder wasn\'t filled in' },
  { sign: '${', why: 'this looks like a template whose placeholder wasn\'t filled in' },
  { sign: '$(', why: 'this looks like a template whose placeholder wasn\'t filled in' },
  { sign: '=~', why: 'Calico has no regular expressions; it has starts with, ends with, contains and in' },
  { sign: '!~', why: 'Calico has no regular expressions; it has starts with, ends with, contains and in' },
  { sign: '>', why: 'Calico compares label values as texts only: it has no greater and no less' },
  { sign: '<', why: 'Calico compares label values as texts only: it has no greater and no less' },
];

/** Explains a text at the offset where it stopped being a selector, if a sign of another language stands there. */
export function deadEndAt(text: string, start: number): string | undefined {
  return DEAD_ENDS.find(({ sign }) => text.startsWith(sign, start))?.why;
}
