/*
 * Reads the little of YAML that a LabelSelector is typed in: block mappings and sequences, flow collections, scalars on one
 * line. JSON is a part of that. Anything else (anchors, tags, block scalars, comments in odd places) ends the attempt.
 * Each line is looked at once; the depth is bounded.
 */

export type Plain = string | null | Plain[] | Map<string, Plain>;

const MAX_DEPTH = 10;

class NotPlain extends Error {}

/** The data, or undefined where the text isn't plain. Scalars stay text, whatever YAML would make of them; null is empty. */
export function readPlainData(text: string): Plain | undefined {
  try {
    const trimmed = text.trim();
    if (trimmed.startsWith('{')) {
      return new FlowReader(trimmed).readAll();
    }
    const lines = text.split(/\r?\n/).filter((line) => !/^\s*(?:#.*|---)?$/.test(line)).map((line) => {
      const content = line.trimStart();
      return { indent: line.length - content.length, content: content.trimEnd() };
    });
    return new BlockReader(lines).readAll();
  } catch (error) {
    if (error instanceof NotPlain) {
      return undefined;
    }
    throw error;
  }
}

class FlowReader {
  private at = 0;

  constructor(private readonly text: string) {}

  public readAll(): Plain {
    const value = this.readValue(0);
    this.skipBlanks();
    if (this.at < this.text.length) {
      throw new NotPlain();
    }
    return value;
  }

  private readValue(depth: number): Plain {
    if (depth > MAX_DEPTH) {
      throw new NotPlain();
    }
    this.skipBlanks();
    if (this.skip('{')) {
      const map = new Map<string, Plain>();
      while (!this.skip('}')) {
        const key = this.readScalar();
        if (key === null || !this.skip(':')) {
          throw new NotPlain();
        }
        map.set(key, this.readValue(depth + 1));
        this.endItem('}');
      }
      return map;
    }
    if (this.skip('[')) {
      const items: Plain[] = [];
      while (!this.skip(']')) {
        items.push(this.readValue(depth + 1));
        this.endItem(']');
      }
      return items;
    }
    return this.readScalar();
  }

  private endItem(close: string): void {
    if (!this.skip(',') && this.text[this.at] !== close) {
      throw new NotPlain();
    }
  }

  private readScalar(): string | null {
    this.skipBlanks();
    const start = this.at;
    const quote = this.text[start];
    if (quote === '"' || quote === "'") {
      this.at++;
      while (this.at < this.text.length && this.text[this.at] !== quote) {
        this.at += quote === '"' && this.text[this.at] === '\\' ? 2 : 1;
      }
      this.at++;
      return scalar(this.text.slice(start, this.at));
    }
    while (this.at < this.text.length && !'{}[],:"\''.includes(this.text[this.at])) {
      this.at++;
    }
    return scalar(this.text.slice(start, this.at).trim());
  }

  private skip(character: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== character) {
      return false;
    }
    this.at++;
    return true;
  }

  private skipBlanks(): void {
    while (' \t\r\n'.includes(this.text.charAt(this.at)) && this.at < this.text.length) {
      this.at++;
    }
  }
}

interface Line {
  readonly indent: number;
  readonly content: string;
}

const KEY_VALUE = /^("[^"\\]*"|'[^']*'|[^\s:"'{}[\],#&*!|>%@`-][^\s:"'{}[\],]*)\s*:(?:\s+(.*))?$/;

class BlockReader {
  private at = 0;

  constructor(private readonly lines: Line[]) {}

  public readAll(): Plain {
    if (this.lines.length === 0) {
      throw new NotPlain();
    }
    const value = this.readNode(this.lines[0].indent, 0);
    if (this.at < this.lines.length) {
      throw new NotPlain();
    }
    return value;
  }

  private readNode(indent: number, depth: number): Plain {
    if (depth > MAX_DEPTH) {
      throw new NotPlain();
    }
    return this.lines[this.at].content.startsWith('- ') ? this.readItems(indent, depth) : this.readEntries(indent, depth);
  }

  private readItems(indent: number, depth: number): Plain[] {
    const items: Plain[] = [];
    while (this.isAt(indent) && this.lines[this.at].content.startsWith('- ')) {
      const content = this.lines[this.at].content.slice(2).trimStart();
      const inner = indent + this.lines[this.at].content.length - content.length;
      if (KEY_VALUE.test(content)) {
        this.lines[this.at] = { indent: inner, content };
        items.push(this.readEntries(inner, depth + 1));
      } else {
        this.at++;
        items.push(inline(content));
      }
    }
    return items;
  }

  private readEntries(indent: number, depth: number): Map<string, Plain> {
    const map = new Map<string, Plain>();
    while (this.isAt(indent)) {
      const match = KEY_VALUE.exec(this.lines[this.at].content);
      if (!match) {
        throw new NotPlain();
      }
      this.at++;
      map.set(scalar(match[1]) ?? '', match[2] === undefined ? this.readNested(indent, depth) : inline(match[2]));
    }
    return map;
  }

  /** What stands under a key: lines further in, or items of a sequence at the same column. */
  private readNested(indent: number, depth: number): Plain {
    const next = this.lines[this.at];
    const nested = next !== undefined && (next.indent > indent || (next.indent === indent && next.content.startsWith('- ')));
    return nested ? this.readNode(next.indent, depth + 1) : null;
  }

  private isAt(indent: number): boolean {
    return this.at < this.lines.length && this.lines[this.at].indent === indent;
  }
}

function inline(text: string): Plain {
  const bare = /^["']/.test(text) ? text : text.replace(/\s#.*$/, '').trim();
  return /^[{[]/.test(bare) ? new FlowReader(bare).readAll() : scalar(bare);
}

function scalar(text: string): string | null {
  if (text.startsWith('"')) {
    try {
      return JSON.parse(text) as string;
    } catch {
      throw new NotPlain();
    }
  }
  if (text.startsWith("'")) {
    if (text.length < 2 || !text.endsWith("'") || text.slice(1, -1).includes("'")) {
      throw new NotPlain();
    }
    return text.slice(1, -1);
  }
  if (/^[&*!|>%@`]/.test(text)) {
    throw new NotPlain();
  }
  return text === '' || text === 'null' || text === '~' ? null : text;
}
