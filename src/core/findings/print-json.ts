/** Characters that JSON may hold as they are and a terminal or an editor shows wrongly or not at all. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** JSON text, indented, with a line feed at its end. Bidirectional marks, zero-width characters and the like are escaped. */
export function printJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(HIDDEN, (character) => character === '\n' ? character : escaped(character)) + '\n';
}

function escaped(character: string): string {
  let text = '';
  for (let index = 0; index < character.length; index++) {
    text += `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }
  return text;
}
