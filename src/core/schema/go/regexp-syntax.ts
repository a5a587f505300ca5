/**
 * Whether Go's `regexp.Compile` takes a text (RE2 syntax, Go's regexp/syntax with Perl flags): one pass over the text, with a stack of the
 * open groups only. Says what is wrong in words; undefined where nothing is.
 *
 * What is not modelled: Go's limit on the size of the compiled program, which only expressions of thousands of repeats reach.
 */
export function goSyntaxFault(text: string): string | undefined {
  return new Scan(text).run();
}

const MOST_REPEATS = 1000;
const DEEPEST = 1000;
const ESCAPED_CLASSES = 'dDsSwW';
const ESCAPED_CHARACTERS = 'aftnrv';
const ANCHORS = 'AbBz';
const POSIX = /^\[:\^?(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
const REPEAT = /^\{(\d{1,9})(,(\d{0,9}))?\}/;
const UNICODE_CLASS = /^\{\^?([A-Za-z_]+)\}|^\^?([A-Za-z])/;
const GROUP_NAME = /^\(\?P?<([A-Za-z0-9_]+)>/;
const GROUP_FLAGS = /^\(\?([imsU]*)(-[imsU]+)?([:)])/;

class Scan {
  private at = 0;
  private open = 0;
  private fault: string | undefined;
  /** Whether something stands before here that can be repeated, or has just been. */
  private before: 'nothing' | 'atom' | 'repeated' = 'nothing';

  constructor(private readonly text: string) {}

  public run(): string | undefined {
    const { text } = this;
    while (this.at < text.length && this.fault === undefined) {
      switch (text[this.at]) {
        case '(': this.openGroup(); break;
        case ')': this.closeGroup(); break;
        case '[': this.readClass(); break;
        case '*': case '+': case '?': this.repeat(1); break;
        case '{': this.readBraces(); break;
        case '|': this.before = 'nothing'; this.at++; break;
        case '\\': this.readEscape(); break;
        default: this.at += String.fromCodePoint(text.codePointAt(this.at)!).length; this.before = 'atom';
      }
    }
    return this.fault ?? (this.open > 0 ? 'a "(" is not closed' : undefined);
  }

  private openGroup(): void {
    const rest = this.text.slice(this.at, this.at + 200);
    if (rest.startsWith('(?')) {
      const name = GROUP_NAME.exec(rest);
      const flags = GROUP_FLAGS.exec(rest);
      if (name === null && flags === null) {
        this.fault = `"${rest.slice(0, 4)}" opens no group that Go knows: it has no look-around`;
        return;
      }
      this.at += (name ?? flags)![0].length;
      if (flags?.[3] === ')') {
        // Flags alone are no part of the expression: an operator behind them repeats what stands before.
        this.before = this.before === 'nothing' ? 'nothing' : 'atom';
        return;
      }
    } else {
      this.at++;
    }
    this.open++;
    this.before = 'nothing';
    if (this.open > DEEPEST) {
      this.fault = 'groups are nested too deeply';
    }
  }

  private closeGroup(): void {
    this.open--;
    this.at++;
    this.before = 'atom';
    if (this.open < 0) {
      this.fault = 'a ")" closes nothing';
    }
  }

  /** A repetition operator of the given length, with an optional "?" behind it. */
  private repeat(length: number): void {
    const operator = this.text.slice(this.at, this.at + length);
    if (this.before === 'nothing') {
      this.fault = `"${operator}" has nothing before it to repeat`;
    } else if (this.before === 'repeated') {
      this.fault = `"${operator}" repeats a repetition`;
    }
    this.at += length;
    if (this.text[this.at] === '?') {
      this.at++;
    }
    this.before = 'repeated';
  }

  private readBraces(): void {
    const count = REPEAT.exec(this.text.slice(this.at, this.at + 30));
    if (count === null) {
      this.at++;
      this.before = 'atom';
      return;
    }
    const least = Number(count[1]);
    const most = count[3] === undefined || count[3] === '' ? least : Number(count[3]);
    if (least > MOST_REPEATS || most > MOST_REPEATS || most < least) {
      this.fault = `the count ${count[0]} is not possible: counts go up, to ${MOST_REPEATS} at most`;
    }
    this.repeat(count[0].length);
  }

  private readEscape(): void {
    const next = this.text[this.at + 1];
    if (next === undefined) {
      this.fault = 'it ends with a lone backslash';
    } else if (next === 'Q') {
      const end = this.text.indexOf('\\E', this.at + 2);
      this.before = end === this.at + 2 ? this.before : 'atom';
      this.at = end < 0 ? this.text.length : end + 2;
    } else if (ANCHORS.includes(next)) {
      this.at += 2;
      this.before = 'atom';
    } else {
      this.readEscapedCharacter();
      this.before = 'atom';
    }
  }

  /** An escape that stands for a character or a class, inside of brackets and outside. */
  private readEscapedCharacter(): void {
    const next = this.text[this.at + 1];
    const rest = this.text.slice(this.at + 2, this.at + 40);
    if (next === undefined) {
      this.fault = 'it ends with a lone backslash';
    } else if (next === 'p' || next === 'P') {
      this.readUnicodeClass(rest);
    } else if (next === 'x') {
      const hex = /^[0-9A-Fa-f]{2}|^\{[0-9A-Fa-f]{1,8}\}/.exec(rest);
      this.take(hex === null ? undefined : 2 + hex[0].length, next);
    } else if (next >= '0' && next <= '7') {
      const octal = /^[0-7]{0,2}/.exec(rest)![0];
      this.take(next === '0' || octal !== '' ? 2 + octal.length : undefined, next);
    } else {
      const punctuation = next < '\x80' && !/[0-9A-Za-z]/.test(next);
      this.take(punctuation || ESCAPED_CHARACTERS.includes(next) || ESCAPED_CLASSES.includes(next) ? 2 : undefined, next);
    }
  }

  private take(length: number | undefined, escaped: string): void {
    if (length === undefined) {
      this.fault = `"\\${escaped}" is no escape that Go knows`;
    }
    this.at += length ?? 2;
  }

  private readUnicodeClass(rest: string): void {
    const name = UNICODE_CLASS.exec(rest);
    if (name === null || !isUnicodeClass(name[1] ?? name[2])) {
      this.fault = 'it names no class of Unicode characters';
      return;
    }
    this.at += 2 + name[0].length;
  }

  private readClass(): void {
    this.at += this.text[this.at + 1] === '^' ? 2 : 1;
    let first = true;
    while (this.fault === undefined) {
      const next = this.text[this.at];
      if (next === undefined) {
        this.fault = 'a "[" is not closed';
      } else if (next === ']' && !first) {
        this.at++;
        break;
      } else {
        this.readClassItem();
      }
      first = false;
    }
    this.before = 'atom';
  }

  private readClassItem(): void {
    const posix = POSIX.exec(this.text.slice(this.at, this.at + 14));
    if (posix !== null) {
      this.at += posix[0].length;
      return;
    }
    const low = this.readClassCharacter();
    const { text } = this;
    if (low !== undefined && text[this.at] === '-' && text[this.at + 1] !== ']' && this.at + 1 < text.length) {
      this.at++;
      const high = this.readClassCharacter();
      if (high === undefined || high < low) {
        this.fault ??= 'a range in brackets goes down';
      }
    }
  }

  /** The code of one character in brackets; undefined for a class such as `\d`. */
  private readClassCharacter(): number | undefined {
    const start = this.at;
    if (this.text[start] !== '\\') {
      const code = this.text.codePointAt(start)!;
      this.at += String.fromCodePoint(code).length;
      return code;
    }
    this.readEscapedCharacter();
    const escape = this.text.slice(start + 1, this.at);
    if (/^[dDsSwWpP]/.test(escape)) {
      return undefined;
    }
    const digits = /^x\{?([0-9A-Fa-f]+)/.exec(escape);
    if (digits !== null) {
      return parseInt(digits[1], 16);
    }
    const control = ESCAPED_CHARACTERS.indexOf(escape);
    return /^[0-7]/.test(escape) ? parseInt(escape, 8) : control >= 0 ? '\x07\f\t\n\r\v'.charCodeAt(control) : escape.charCodeAt(0);
  }
}

/** Whether a name is a general category or a script of Unicode, in any case: what Go knows since 1.25. */
function isUnicodeClass(name: string): boolean {
  const spelling = name.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()).join('_');
  if (spelling === 'Any' || spelling === 'Ascii' || spelling === 'Assigned') {
    return true;
  }
  for (const property of [`General_Category=${spelling}`, `Script=${spelling}`]) {
    try {
      return new RegExp(`\\p{${property}}`, 'u') !== undefined;
    } catch {
      // Not of this property: the next one is tried.
    }
  }
  return false;
}
