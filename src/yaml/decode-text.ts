/** A text that was read from bytes. */
export interface DecodedText {
  readonly text: string;
  /** True where some bytes are not what the encoding allows; each such place holds U+FFFD. */
  readonly damaged: boolean;
}

/**
 * Text from the bytes of a file: UTF-8, or UTF-16 where a byte order mark says so, as go-yaml's reader decides.
 * The byte order mark is no part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), damaged: false };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), damaged: true };
  }
}
