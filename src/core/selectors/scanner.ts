import { isIdentifierUnit } from './characters';

/** The characters that mean something between words, as UTF-16 units. */
export const enum Unit {
  TAB = 0x09,
  SPACE = 0x20,
  BANG = 0x21,
  DOUBLE_QUOTE = 0x22,
  AMPERSAND = 0x26,
  SINGLE_QUOTE = 0x27,
  OPEN = 0x28,
  CLOSE = 0x29,
  COMMA = 0x2c,
  EQUALS = 0x3d,
  OPEN_SET = 0x7b,
  BAR = 0x7c,
  CLOSE_SET = 0x7d,
}

/** Walks through a selector's text: blanks, words and single characters, as Calico's tokenizer.go cuts them. */
export class Scanner {
  protected at = 0;

  constructor(protected readonly text: string) {}

  /** Skips two words with or without blanks between them: Calico looks for a word's end only after the second. */
  protected skipWords(first: string, second: string): boolean {
    const start = this.at;
    if (this.text.startsWith(first, start)) {
      this.at += first.length;
      this.skipBlanks();
      if (this.skipWord(second)) {
        return true;
      }
      this.at = start;
    }
    return false;
  }

  protected skipWord(word: string): boolean {
    const end = this.at + word.length;
    if (!this.text.startsWith(word, this.at) || isIdentifierUnit(this.text.charCodeAt(end))) {
      return false;
    }
    this.at = end;
    return true;
  }

  protected skipBlanks(): void {
    let unit = this.unit();
    while (unit === Unit.SPACE || unit === Unit.TAB) {
      this.at++;
      unit = this.unit();
    }
  }

  protected unit(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }
}
