/*
 * Shows a part of a text on one line, with carets under it. The text is hostile until shown otherwise: whatever could
 * move the cursor, hide itself or turn the line around is written as an escape, and the carets count columns, not characters.
 */

const COLUMNS = 100;
const COLUMNS_BEFORE = 50;
// Combining marks take no column: without a second bound a text of nothing else would be drawn whole.
const CODE_UNITS = 400;

const NAMED_ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
// Control, format (bidi, zero width), lone surrogate, private, unassigned, line and paragraph separators, odd spaces.
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const COMBINING = /\p{M}/u;
// Scripts and symbols that a terminal draws two columns wide.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[ -~]*$/;

/** Writes a text so that it can be printed on one line: what is invisible or moves the cursor becomes an escape. */
export function escapeForDisplay(text: string): string {
  return PLAIN.test(text) ? text : Array.from(text, shown).join('');
}

/** Escapes a text and cuts it to so many characters. Looks at no more of the text than that. */
export function abbreviateForDisplay(text: string, length: number): string {
  const cut = text.length > length;
  return escapeForDisplay(cut ? wellCut(text, length - 1) : text) + (cut ? '…' : '');
}

/**
 * Draws the text around a span and, on a second line, carets under the span: at least one, also where the span is empty.
 * A long text is cut on either side, so that the cost doesn't grow with the text.
 */
export function renderCaret(text: string, start: number, end: number): [line: string, carets: string] {
  const from = boundary(text, Math.max(0, Math.min(start, text.length)));
  let low = from;
  for (let columns = 0; low > 0 && from - low < CODE_UNITS; ) {
    const previous = boundary(text, low - 1);
    columns += width(text.slice(previous, low));
    if (columns > COLUMNS_BEFORE) {
      break;
    }
    low = previous;
  }
  let line = low > 0 ? '…' : '';
  let columns = line.length;
  let before = columns;
  let marked = 0;
  let high = low;
  while (high < text.length) {
    const character = String.fromCodePoint(text.codePointAt(high)!);
    const wide = width(character);
    if (columns + wide > COLUMNS || high - low > 2 * CODE_UNITS) {
      line += '…';
      break;
    }
    if (high < from) {
      before += wide;
    } else if (high < end) {
      marked += wide;
    }
    line += shown(character);
    columns += wide;
    high += character.length;
  }
  return [line, ' '.repeat(before) + '^'.repeat(Math.max(1, marked))];
}

function shown(character: string): string {
  if (!HIDDEN.test(character)) {
    return character;
  }
  const hex = character.codePointAt(0)!.toString(16);
  return NAMED_ESCAPES[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

function width(character: string): number {
  if (HIDDEN.test(character)) {
    return shown(character).length;
  }
  return COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

/** The offset, or the one before it where it would cut a surrogate pair in two. */
function boundary(text: string, offset: number): number {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1)) ? offset - 1 : offset;
}

function wellCut(text: string, length: number): string {
  return text.slice(0, boundary(text, length));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
