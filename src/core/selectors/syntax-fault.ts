import { abbreviateForDisplay } from '../findings';
import { identifierEnd } from './characters';

/** Where a text stops being a selector: what was expected there, and what stands there instead. */
export interface SyntaxFault {
  readonly start: number;
  readonly end: number;
  readonly what: string;
  /** What to do about it, where nobody knows what was meant. */
  readonly fix: string;
}

const SHOWN_CHARACTERS = 40;
const PAIRS = ['==', '!=', '&&', '||'];

const BLANK_NAMES: Record<number, string> = {
  0x09: 'a tab',
  0x0a: 'a line break',
  0x0d: 'a carriage return',
  0x20: 'a space',
  0xa0: 'a no-break space',
  0x200b: 'a zero width space',
  0xfeff: 'a byte order mark',
};

/** Names what stands at an offset, and tells how long it is. Looks no further than the end of that one word or value. */
export function found(text: string, at: number): { words: string; length: number } {
  if (at === text.length) {
    return { words: 'the end of the selector', length: 0 };
  }
  const length = lengthAt(text, at);
  const part = text.slice(at, at + length);
  const code = part.codePointAt(0)!;
  if (code in BLANK_NAMES) {
    return { words: BLANK_NAMES[code], length };
  }
  const shown = abbreviateForDisplay(part, SHOWN_CHARACTERS);
  return { words: code < 0x80 ? shown : `${shown} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`, length };
}

function lengthAt(text: string, at: number): number {
  const first = text[at];
  if (first === '"' || first === "'") {
    const end = text.indexOf(first, at + 1);
    return end < 0 ? 1 : end + 1 - at;
  }
  if (PAIRS.includes(text.slice(at, at + 2))) {
    return 2;
  }
  const word = identifierEnd(text, at) - at;
  return word > 0 ? word : String.fromCodePoint(text.codePointAt(at)!).length;
}
