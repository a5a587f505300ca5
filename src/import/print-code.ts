import { CLOSING, Code, Group, Module, widthOf } from './code';

/** Columns of a line. Only a single long word, such as a text, goes beyond. */
const COLUMNS = 120;
const INDENT = 2;

/** So many items, each so narrow, share lines: a list of a hundred blocks isn't a hundred lines. */
const FILLED_ITEMS = 5;
const FILLED_WIDTH = 32;

/** Lays out code, and remembers what it names. */
export class CodePrinter {
  /** Names by the module that exports them. */
  public readonly imports = new Map<Module, Set<string>>();
  /** Variables that were named. */
  public readonly locals = new Set<string>();
  private chunks: string[] = [];
  private column = 0;

  /**
   * The text of some code that starts after `indent` columns. What doesn't fit on its line is broken at the outermost brackets, one item a
   * line. Its stack grows with the depth of the code.
   */
  public print(code: Code, indent = 0): string {
    this.chunks = [];
    this.column = indent;
    this.lay(code, indent, 0);
    return this.chunks.join('');
  }

  /** @param after columns that follow on the last line at least */
  private lay(code: Code, indent: number, after: number): void {
    if (typeof code === 'string') {
      this.write(code);
    } else if (code.kind === 'imported') {
      const names = this.imports.get(code.module) ?? new Set();
      this.imports.set(code.module, names.add(code.name));
      this.write(code.name);
    } else if (code.kind === 'local') {
      this.locals.add(code.name);
      this.write(code.name);
    } else if (code.kind === 'sequence') {
      const { parts } = code;
      // A comma, or what follows up to the next bracket, stays on the line.
      parts.forEach((part, index) => this.lay(part, indent, index === parts.length - 1 ? after : headOf(parts[index + 1])));
    } else if (this.column + code.width + after <= COLUMNS) {
      this.layFlat(code);
    } else {
      this.layBroken(code, indent);
    }
  }

  private layFlat({ open, items }: Group): void {
    const space = open === '{' && items.length > 0 ? ' ' : '';
    this.write(open + space);
    items.forEach((item, index) => {
      this.write(index > 0 ? ', ' : '');
      this.lay(item, 0, -Infinity);
    });
    this.write(space + CLOSING[open]);
  }

  private layBroken({ open, items }: Group, indent: number): void {
    const last = items[items.length - 1];
    const isHugged = open === '(' || (open === '[' && items.length === 1);
    if (isHugged && isBracketed(last) && this.column + items.slice(0, -1).reduce((sum: number, item) => sum + widthOf(item) + 2, 2) <= COLUMNS) {
      // Such as `new Tier(this, 'id', {`: the brackets of the last item break in place of those around all items.
      this.write(open);
      items.slice(0, -1).forEach((item) => {
        this.lay(item, 0, -Infinity);
        this.write(', ');
      });
      this.layBroken(last, indent);
      this.write(CLOSING[open]);
      return;
    }
    this.write(open);
    const isFilled = open !== '{' && items.length >= FILLED_ITEMS && items.every((item) => widthOf(item) <= FILLED_WIDTH);
    items.forEach((item, index) => {
      if (isFilled && index > 0 && this.column + widthOf(item) + 2 <= COLUMNS) {
        this.write(' ');
      } else {
        this.newLine(indent + INDENT);
      }
      this.lay(item, indent + INDENT, 1);
      this.write(',');
    });
    this.newLine(indent);
    this.write(CLOSING[open]);
  }

  private write(text: string): void {
    this.chunks.push(text);
    this.column += text.length;
  }

  private newLine(indent: number): void {
    this.chunks.push(`\n${' '.repeat(indent)}`);
    this.column = indent;
  }
}

function isBracketed(code: Code): code is Group {
  return typeof code !== 'string' && code.kind === 'group' && code.open !== '(' && code.items.length > 0;
}

function headOf(code: Code): number {
  return typeof code !== 'string' && code.kind === 'group' ? 1 : widthOf(code);
}
