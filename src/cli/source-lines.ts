import { readInputFile } from './read-input';
import { TextPlace } from '../core/findings';
import { decodeText } from '../yaml';

/**
 * Lines of the input, for excerpts. A file is read again when the first of its lines is asked for, and let go for the next file: findings
 * come file by file, and forward in each, so every file is read and walked once for each severity.
 */
export class SourceLines {
  private readonly texts = new Map<string, string>();
  private name?: string;
  private text = '';
  private line = 1;
  private offset = 0;

  /** Keeps the text of an input that can't be read twice. */
  public keep(name: string, bytes: Uint8Array): void {
    this.texts.set(name, decodeText(bytes).text);
  }

  /** The line of a place; undefined where it isn't there any more. */
  public at({ file, line }: TextPlace): string | undefined {
    if (file === undefined) {
      return undefined;
    }
    if (file !== this.name) {
      this.open(file);
    }
    if (line < this.line) {
      this.line = 1;
      this.offset = 0;
    }
    for (; this.line < line; this.line++) {
      const end = this.text.indexOf('\n', this.offset);
      if (end < 0) {
        return undefined;
      }
      this.offset = end + 1;
    }
    const end = this.text.indexOf('\n', this.offset);
    return this.text.slice(this.offset, end < 0 ? undefined : end).replace(/\r$/, '');
  }

  private open(file: string): void {
    this.name = file;
    this.text = this.texts.get(file) ?? read(file);
    this.line = 1;
    this.offset = 0;
  }
}

function read(file: string): string {
  try {
    return decodeText(readInputFile(file)).text;
  } catch {
    return '';
  }
}
