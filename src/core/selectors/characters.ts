/** Calico's longest label name (`MaxLabelLength` in its tokenizer.go). */
export const MAX_LABEL_LENGTH = 512;

const IDENTIFIER = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-') {
  IDENTIFIER[character.charCodeAt(0)] = 1;
}

/** True for a UTF-16 unit that can stand in a label name (`identifierChar` in Calico's tokenizer.go). */
export function isIdentifierUnit(unit: number): boolean {
  return unit < 128 && IDENTIFIER[unit] === 1;
}

/** The offset after the run of identifier characters that starts at `from`. */
export function identifierEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isIdentifierUnit(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** True for what Calico takes as a label name in a selector; Kubernetes' own rules are narrower. */
export function isLabelName(text: string): boolean {
  return text.length > 0 && text.length <= MAX_LABEL_LENGTH && identifierEnd(text, 0) === text.length;
}

/**
 * Replaces lone surrogates by U+FFFD, one unit by one unit. That is what becomes of them when a manifest is written as UTF-8,
 * so it is the text that Calico gets.
 */
export function wellFormed(text: string): string {
  return ANY_SURROGATE.test(text) ? text.replace(LONE_SURROGATES, '\ufffd') : text;
}

/** Most texts have none, and an expression without the u flag finds that out in a third of the time. */
const ANY_SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;
