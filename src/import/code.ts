/**
 * A piece of TypeScript as a tree, so that it can be laid out when it is known how much room there is. Every node knows how wide it is on
 * one line, so laying out grows with the text.
 */
export type Code = string | Imported | Local | Group | Sequence;

/** A name that another module exports. */
export interface Imported {
  readonly kind: 'imported';
  readonly name: string;
  readonly module: Module;
}

/** A variable of the program. */
export interface Local {
  readonly kind: 'local';
  readonly name: string;
}

/** Items in brackets, with commas between. */
export interface Group {
  readonly kind: 'group';
  readonly open: Bracket;
  readonly items: readonly Code[];
  /** Infinite where one of the items takes more than a line. */
  readonly width: number;
}

/** Code that follows code. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Code[];
  readonly width: number;
}

/** What programs import from. */
export type Module = 'cdk8s' | 'cdk8s-calico' | 'constructs';

export type Bracket = '(' | '[' | '{';

export const CLOSING: Readonly<Record<Bracket, string>> = { '(': ')', '[': ']', '{': '}' };

export function imported(name: string, module: Module = 'cdk8s-calico'): Imported {
  return { kind: 'imported', name, module };
}

export function local(name: string): Local {
  return { kind: 'local', name };
}

export function sequence(...parts: Code[]): Sequence {
  return { kind: 'sequence', parts, width: parts.reduce((sum: number, part) => sum + widthOf(part), 0) };
}

/** @param tall puts each item on a line of its own, whatever room there is */
export function group(open: Bracket, items: readonly Code[], tall = false): Group {
  const brackets = open === '{' && items.length > 0 ? 4 : 2;
  const commas = Math.max(0, items.length - 1) * 2;
  const width = items.reduce((sum: number, item) => sum + widthOf(item), brackets + commas);
  return { kind: 'group', open, items, width: tall && items.length > 0 ? Infinity : width };
}

/** Columns on one line. */
export function widthOf(code: Code): number {
  return typeof code === 'string' ? code.length : 'width' in code ? code.width : code.name.length;
}
