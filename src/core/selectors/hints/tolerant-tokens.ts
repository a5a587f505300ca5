import { isIdentifierUnit } from '../characters';
import { Habit } from './habits';

/** A token of the tolerant reader: signs stand for themselves, whatever way they were typed. */
export interface Token {
  readonly kind: 'word' | 'string' | '==' | '!=' | '!' | '&&' | '||' | ',' | '(' | ')' | '{' | '}' | '[' | ']' | 'end';
  /** The word, or what is in the quotes. */
  readonly value: string;
  readonly start: number;
  /** True where nothing stands between this token and the one before it. */
  readonly adjacent: boolean;
}

/** A habit, and where it was met. */
export interface HabitAt {
  readonly habit: Habit;
  readonly start: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly habits: HabitAt[];
}

const SIGNS: readonly { readonly text: string; readonly kind: Token['kind']; readonly habit?: Habit }[] = [
  { text: '===', kind: '==', habit: 'triple-equals' },
  { text: '!==', kind: '!=', habit: 'triple-equals' },
  { text: '==', kind: '==' },
  { text: '!=', kind: '!=' },
  { text: '<>', kind: '!=', habit: 'word-operator' },
  { text: '&&', kind: '&&' },
  { text: '||', kind: '||' },
  { text: '=', kind: '==', habit: 'single-equals' },
  { text: '&', kind: '&&', habit: 'single-sign' },
  { text: '|', kind: '||', habit: 'single-sign' },
  ...(['!', ',', '(', ')', '{', '}', '[', ']'] as const).map((kind) => ({ text: kind, kind })),
];
const REGULAR_EXPRESSION_SIGN = '~';

/** What closes a typographic quote; each may also be closed by itself. */
const CLOSERS: Record<string, string> = { '“': '”', '”': '“', '„': '“”', '‟': '”', '‘': '’', '’': '‘', '‚': '‘’', '«': '»', '»': '«', '‹': '›', '›': '‹', '`': '´', '´': '`' };
const BLANK = /[\s\u200b\ufeff]/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}:@*]/u;

/**
 * Splits a text into tokens with every known habit tolerated and noted, or gives up. `escapes` says whether a backslash before a
 * quote escapes it. Grows with the length of the text.
 */
export function tolerantTokens(text: string, escapes: boolean): Tokens | undefined {
  const tokens: Token[] = [];
  const habits: HabitAt[] = [];
  let at = 0;
  let previousEnd = -1;
  const add = (kind: Token['kind'], value: string, end: number): void => {
    tokens.push({ kind, value, start: at, adjacent: previousEnd === at });
    at = previousEnd = end;
  };
  while (at < text.length) {
    const character = text[at];
    if (BLANK.test(character)) {
      if (character !== ' ' && character !== '\t') {
        habits.push({ habit: character === '\n' || character === '\r' ? 'line-break' : 'odd-space', start: at });
      }
      at++;
      continue;
    }
    const quoted = readQuoted(text, at, escapes);
    if (quoted) {
      if (quoted.habit) {
        habits.push({ habit: quoted.habit, start: at });
      }
      add('string', quoted.value, quoted.end);
      continue;
    }
    const sign = SIGNS.find((candidate) => text.startsWith(candidate.text, at));
    if (sign) {
      if (text[at + sign.text.length] === REGULAR_EXPRESSION_SIGN) {
        return undefined;
      }
      if (sign.habit) {
        habits.push({ habit: sign.habit, start: at });
      }
      add(sign.kind, sign.text, at + sign.text.length);
      continue;
    }
    const end = wordEnd(text, at);
    if (end === at) {
      return undefined;
    }
    add('word', text.slice(at, end), end);
  }
  add('end', '', at);
  return { tokens, habits };
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!isIdentifierUnit(text.charCodeAt(at)) && !WORD_CHARACTER.test(character)) {
      break;
    }
    at += character.length;
  }
  return at;
}

interface Quoted {
  readonly value: string;
  readonly end: number;
  readonly habit?: Habit;
}

function readQuoted(text: string, at: number, escapes: boolean): Quoted | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    return escapes ? readEscaped(text, at + 1, quote) : readStraight(text, at, quote);
  }
  if (quote === '\\' && (text[at + 1] === '"' || text[at + 1] === "'")) {
    const end = text.indexOf(`\\${text[at + 1]}`, at + 2);
    return end < 0 ? undefined : { value: text.slice(at + 2, end), end: end + 2, habit: 'escaped-quotes' };
  }
  if (Object.hasOwn(CLOSERS, quote)) {
    const closers = quote + CLOSERS[quote];
    for (let end = at + 1; end < text.length; end++) {
      if (closers.includes(text[end])) {
        return { value: text.slice(at + 1, end), end: end + 1, habit: 'typographic-quotes' };
      }
    }
  }
  return undefined;
}

/** A value without escapes. One that isn't closed ends with its word: at the other quote, or at the end of the text. */
function readStraight(text: string, at: number, quote: string): Quoted | undefined {
  const end = text.indexOf(quote, at + 1);
  if (end >= 0) {
    return { value: text.slice(at + 1, end), end: end + 1 };
  }
  const word = wordEnd(text, at + 1);
  const other = word < text.length && `"'${Object.keys(CLOSERS).join('')}`.includes(text[word]);
  if (word === at + 1 || (!other && text.slice(word).trim() !== '')) {
    return undefined;
  }
  return { value: text.slice(at + 1, word), end: other ? word + 1 : word, habit: 'mixed-quotes' };
}

function readEscaped(text: string, from: number, quote: string): Quoted | undefined {
  let value = '';
  let escaped = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) {
      return { value, end: at + 1, ...(escaped && { habit: 'escaped-quotes' as const }) };
    }
    if (text[at] === '\\' && (text[at + 1] === quote || text[at + 1] === '\\')) {
      at++;
      escaped = true;
    }
    value += text[at];
  }
  return undefined;
}
