import { SelectorNode } from '../ast';
import { canonicalise } from '../canonicalise';
import { wellFormed } from '../characters';
import { parseStrictly } from '../parse';
import { printSelector } from '../print';
import { HABITS } from './habits';
import { selectorOfObject } from './label-selector-object';
import { Plain, readPlainData } from './plain-data';
import { Reading, readTolerantly } from './tolerant-reader';
import { HabitAt, tolerantTokens } from './tolerant-tokens';

/** What was evidently meant by a text that is no selector: the text to write, and the habits that were read past. */
export interface Correction {
  readonly corrected: string;
  readonly habits: readonly HabitAt[];
}

/** Longer texts are machine-made: nobody reads a correction of them. */
const MAX_LENGTH = 64 * 1024;

/**
 * Corrects a text that the strict reader refuses, or gives up. What it offers always parses. Tries, in this order: a LabelSelector
 * object as YAML or JSON, the selector's words with every known habit, the same with escapes read as escapes. Each attempt
 * reads the text once.
 */
export function correct(text: string): Correction | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const known = wellFormed(text);
  const reading = readObject(readPlainData(known)) ?? readWords(known);
  return reading && { corrected: printForReaders(reading.ast), habits: reading.habits };
}

/** Prints as Calico would, without the parentheses around the whole. */
export function printForReaders(ast: SelectorNode): string {
  const plain = canonicalise(ast);
  const text = printSelector(plain);
  return plain.kind === 'and' || plain.kind === 'or' ? text.slice(1, -1) : text;
}

function readObject(data: Plain | undefined): Reading | undefined {
  const ast = selectorOfObject(data);
  if (ast && !isField(data)) {
    return { ast, habits: [{ habit: 'object', start: 0 }] };
  }
  if (!isField(data)) {
    return undefined;
  }
  const [inner] = [...data.values()] as string[];
  const reading = readInner(inner);
  return reading && { ast: reading, habits: [{ habit: 'field-name', start: 0 }] };
}

/** True of one entry such as `selector: app == 'x'`, copied out of a manifest with its key. */
function isField(data: Plain | undefined): data is Map<string, Plain> {
  if (!(data instanceof Map) || data.size !== 1) {
    return false;
  }
  const [[key, value]] = data;
  return /selector$/i.test(key) && typeof value === 'string';
}

/** A text within a text: as strictly as it can be, and never a bare word, which could be anything. */
function readInner(text: string): SelectorNode | undefined {
  const parsed = parseStrictly(text);
  if (parsed.ok) {
    return parsed.ast;
  }
  const reading = readWords(text);
  return reading && reading.habits.every(({ habit }) => habit !== 'kubernetes-exists') ? reading.ast : undefined;
}

function readWords(text: string): Reading | undefined {
  for (const escapes of [false, true]) {
    const tokens = tolerantTokens(text, escapes);
    if (!tokens) {
      continue;
    }
    const [first, second] = tokens.tokens;
    if (first.kind === 'string' && second.kind === 'end') {
      const parsed = first.value.trim() === '' ? undefined : parseStrictly(first.value.trim());
      return parsed?.ok ? { ast: parsed.ast, habits: [{ habit: 'quoted-whole', start: 0 }] } : undefined;
    }
    const reading = readTolerantly(tokens);
    if (reading) {
      return reading;
    }
  }
  return undefined;
}

/** Why the text isn't a selector: the habit that stands where the strict reader stopped, or else the one before. */
export function whyAt(habits: readonly HabitAt[], start: number): string | undefined {
  const from = habits.filter((habit) => habit.start >= start);
  const nearest = from.length > 0 ? from.filter((habit) => habit.start === from[0].start) : habits;
  return nearest.length > 0 ? HABITS[nearest[nearest.length - 1].habit] : undefined;
}
