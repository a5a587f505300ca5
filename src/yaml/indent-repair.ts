/** Spaces to put into the text, in place of some characters. */
interface Edit {
  readonly offset: number;
  readonly removed: number;
  readonly spaces: number;
}

/** What the brackets and quotes of a text are like. */
export interface BracketSurvey {
  /** Undefined where nothing is to be done. */
  readonly repaired?: RepairedText;
  /** The bracket or quote that is still open at the end of the text. */
  readonly unclosed?: number;
}

/** A text whose brackets and quotes are indented enough and without tabs around them, and the way back to the text that it was made of. */
export interface RepairedText {
  readonly text: string;
  /** The offset in the original text. */
  readonly originalOffset: (offset: number) => number;
}

/**
 * Indents the lines inside brackets and quotes as YAML 1.2 asks for.
 *
 * The closing bracket of `nets: [` below `nets` is a common way of writing. Kubernetes reads it (go-yaml, as libyaml before it, looks at no
 * indentation inside brackets and quotes), but YAML 1.2 and the parser here don't. White space at the start of such a line means nothing,
 * so adding some changes nothing else; and the same goes for tabs between tokens, which become spaces. One pass that knows tokens only as far
 * as needed.
 */
export function repairIndentation(text: string): BracketSurvey {
  const { edits, unclosed } = new Scanner(text).scan();
  return { ...(unclosed !== undefined && { unclosed }), ...(edits.length > 0 && { repaired: edited(text, edits) }) };
}

function edited(text: string, edits: readonly Edit[]): RepairedText {
  let repaired = '';
  let copied = 0;
  const starts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  for (const { offset, removed, spaces } of edits) {
    repaired += text.slice(copied, offset) + ' '.repeat(spaces);
    copied = offset + removed;
    shift += spaces - removed;
    starts.push(copied + shift);
    shifts.push(shift);
  }
  return {
    text: repaired + text.slice(copied),
    originalOffset: (offset) => {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (starts[middle] <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low === 0 ? offset : offset - shifts[low - 1];
    },
  };
}

const BLANK = /[ \t\r]/;

/** Walks the tokens of a document in block style; stops for good where they make no sense to it. */
class Scanner {
  private at = 0;
  private lineStart = 0;
  /** Start of the line that the last token stands on. */
  private lineOfToken = -1;
  /** Column of the key or dash that the next value belongs to; -1 at the top. */
  private parent = -1;
  public readonly edits: Edit[] = [];
  public unclosed: number | undefined;

  constructor(private readonly text: string) {}

  public scan(): this {
    while (this.at < this.text.length) {
      this.token();
    }
    return this;
  }

  private token(): void {
    const char = this.text[this.at];
    const next = this.text[this.at + 1];
    const column = this.at - this.lineStart;
    if (char === '\n') {
      this.newLine();
      return;
    }
    if (BLANK.test(char)) {
      // In front of the first token a tab would be indentation, which stays refused.
      if (this.lineOfToken === this.lineStart) {
        this.replaceTab();
      }
      this.at++;
      return;
    }
    this.lineOfToken = this.lineStart;
    if (char === '#') {
      this.skipLine();
    } else if (char === '"' || char === '\'') {
      this.quoted(char);
      this.closeKey(column);
    } else if (char === '[' || char === '{') {
      this.brackets();
      this.closeKey(column);
    } else if ((char === '-' || char === '?' || char === ':') && (next === undefined || next === '\n' || BLANK.test(next))) {
      this.parent = char === ':' ? this.parent : column;
      this.at++;
    } else if (char === '&' || char === '!' || char === '*') {
      this.skipWord();
      this.closeKey(column);
    } else if (char === '|' || char === '>') {
      this.block();
    } else {
      this.plain(column);
    }
  }

  private newLine(): void {
    this.at++;
    this.lineStart = this.at;
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  private skipWord(): void {
    while (this.at < this.text.length && this.text[this.at] !== '\n' && !BLANK.test(this.text[this.at])) {
      this.at++;
    }
  }

  /** What began at a column is a key if a colon follows. */
  private closeKey(column: number): void {
    const colon = /[ \t]*:(?=[ \t\r\n]|$)/y;
    colon.lastIndex = this.at;
    const match = colon.exec(this.text);
    if (match !== null) {
      this.parent = column;
      this.at += match[0].length;
    }
  }

  /** A plain scalar, up to a colon, a comment, or the first line that isn't its continuation. */
  private plain(column: number): void {
    const end = /:(?=[ \t\r\n]|$)|[ \t]#|\n|$/g;
    end.lastIndex = this.at;
    const match = end.exec(this.text)!;
    this.at = match.index + (match[0] === ':' ? 1 : 0);
    if (match[0] === ':') {
      this.parent = column;
      return;
    }
    while (this.text[this.at] === '\n' && this.continuesBelow()) {
      this.newLine();
      // What continues a scalar belongs to it, whatever it looks like.
      const rest = /[ \t]#|\n|$/g;
      rest.lastIndex = this.at + this.indentHere();
      this.at = rest.exec(this.text)!.index;
    }
  }

  /** At a line feed: true if the next line continues a plain scalar, or is empty and may stand inside one. */
  private continuesBelow(): boolean {
    let at = this.at + 1;
    while (this.text[at] === ' ') {
      at++;
    }
    const blank = this.text[at] === '\n' || this.text[at] === '\r';
    return at < this.text.length && (blank || (at - this.at - 1 > this.parent && this.text[at] !== '#'));
  }

  private block(): void {
    this.skipLine();
    while (this.at < this.text.length) {
      this.newLine();
      const indent = this.indentHere();
      const first = this.text[this.at + indent];
      if (first !== '\n' && first !== '\r' && indent <= this.parent) {
        return;
      }
      this.skipLine();
    }
  }

  private indentHere(): number {
    let spaces = 0;
    while (this.text[this.at + spaces] === ' ') {
      spaces++;
    }
    return spaces;
  }

  private quoted(quote: string): void {
    const start = this.at;
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === '\n') {
        this.indentNext();
      } else if (char === '\\' && quote === '"') {
        this.at += this.text[this.at + 1] === '\n' ? 0 : 1;
      } else if (char === quote) {
        if (quote === '"' || this.text[this.at + 1] !== quote) {
          this.at++;
          return;
        }
        this.at++;
      }
    }
    this.unclosed = start;
  }

  private brackets(): void {
    const start = this.at;
    let depth = 0;
    let atStart = true;
    let afterQuote = false;
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '\n') {
        this.indentNext();
        this.at++;
      } else if (char === '#' && /[ \t\r\n]/.test(this.text[this.at - 1])) {
        this.skipLine();
      } else if (atStart && (char === '"' || char === '\'')) {
        this.quoted(char);
        atStart = false;
        afterQuote = true;
      } else {
        if (atStart || /^\s*[,\]}#]/.test(this.text.slice(this.at, this.at + 20))) {
          this.replaceTab();
        }
        this.at++;
        if (char === '[' || char === '{') {
          depth++;
        } else if (char === ']' || char === '}') {
          depth--;
        }
        if (depth === 0) {
          return;
        }
        // A colon parts key and value before white space, and after a quoted key, as in JSON.
        atStart = '[{,'.includes(char) || (char === ':' && (afterQuote || /^\s?$/.test(this.text.slice(this.at, this.at + 1))))
          || (atStart && BLANK.test(char));
        afterQuote = afterQuote && BLANK.test(char);
      }
    }
    this.unclosed ??= start;
  }

  private replaceTab(): void {
    if (this.text[this.at] === '\t') {
      this.edits.push({ offset: this.at, removed: 1, spaces: 1 });
    }
  }

  /** At a line feed inside brackets or quotes: makes the next line deep enough, if it holds anything. */
  private indentNext(): void {
    this.lineStart = this.at + 1;
    let at = this.lineStart;
    while (this.text[at] === ' ') {
      at++;
    }
    const blank = at >= this.text.length || this.text[at] === '\n' || this.text[at] === '\r';
    if (!blank && at - this.lineStart <= this.parent) {
      this.edits.push({ offset: this.lineStart, removed: 0, spaces: this.parent + 1 });
    }
  }
}
