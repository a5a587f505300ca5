import { Code, group, sequence } from './code';

/** JSON as TypeScript. Grows with its text; the stack with its depth. */
export function literal(json: unknown): Code {
  if (Array.isArray(json)) {
    return group('[', json.map(literal));
  }
  if (typeof json === 'object' && json !== null) {
    return objectLiteral(Object.entries(json).map(([key, value]) => [key, literal(value)]));
  }
  return typeof json === 'string' ? quote(json) : Object.is(json, -0) ? '-0' : String(json);
}

/** @param tall puts each entry on a line of its own */
export function objectLiteral(entries: readonly (readonly [key: string, value: Code])[], tall = false): Code {
  return group('{', entries.map(([key, value]) => sequence(`${printKey(key)}: `, value)), tall);
}

/** In an object literal a plain `__proto__` isn't a key but sets the prototype. */
function printKey(key: string): string {
  if (key === '__proto__') {
    return '[\'__proto__\']';
  }
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

/** Control, format (bidi, zero width), lone surrogate, private, unassigned; line and paragraph separators, odd spaces. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as a string literal: in single quotes, or in double ones where that spares escapes. Characters that a reader wouldn't see, or that would
 * turn a line around, are escapes, so that nothing hides in the program.
 */
export function quote(text: string): string {
  const mark = text.includes('\'') && !text.includes('"') ? '"' : '\'';
  const escaped = text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`).replace(HIDDEN, escapeOf);
  return mark + escaped + mark;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0)!;
  return ESCAPES[character] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
}
