/**
 * A selector as a tree of plain data. A node made from text remembers where its label stands in it.
 * `!=` and `not in` are kinds of their own, because Calico prints them so; in meaning they are the negations of `==` and `in`.
 */
export type SelectorNode = ConstantNode | TermNode | NotNode | GroupNode;

/** `all()` or `global()`. Both are true of every label set. */
export type ConstantNode = { readonly kind: 'all' } | { readonly kind: 'global' };

/** A node that looks at one label. */
export type TermNode = HasNode | ValueNode | SetNode;

/** A node without operands. */
export type LeafNode = ConstantNode | TermNode;

/** Offsets into the text that a term was parsed from, in UTF-16 code units. */
export interface TermSpan {
  readonly labelStart: number;
  readonly labelEnd: number;
  /** The end of the whole term, after its value. */
  readonly end: number;
}

interface LabelNode<Kind> {
  readonly kind: Kind;
  readonly label: string;
  /** Undefined for a term that was built, not parsed. */
  readonly span: TermSpan | undefined;
}

/** `has(label)`. */
export type HasNode = LabelNode<'has'>;

/** A comparison with one text. */
export type ValueNode = ComparisonNode<'equals'> | ComparisonNode<'notEquals'> | ComparisonNode<'contains'> | ComparisonNode<'startsWith'>
| ComparisonNode<'endsWith'>;

export type ValueKind = ValueNode['kind'];

interface ComparisonNode<Kind> extends LabelNode<Kind> {
  readonly value: string;
}

/** `label in {…}` or `label not in {…}`: the values sorted by their UTF-8 bytes, each once. */
export type SetNode = MembershipNode<'in'> | MembershipNode<'notIn'>;

interface MembershipNode<Kind> extends LabelNode<Kind> {
  readonly values: readonly string[];
}

export interface NotNode {
  readonly kind: 'not';
  readonly operand: SelectorNode;
}

/** Two or more operands joined by `&&` or `||`. Groups in groups are kept as they were written. */
export type GroupNode = OperandsNode<'and'> | OperandsNode<'or'>;

interface OperandsNode<Kind> {
  readonly kind: Kind;
  readonly operands: readonly SelectorNode[];
}

/** Labels of one endpoint. Only own properties count, so `constructor` or `__proto__` are ordinary names. */
export type Labels = { readonly [name: string]: string };

export const ALL: ConstantNode = { kind: 'all' };
export const GLOBAL: ConstantNode = { kind: 'global' };

export function hasNode(label: string, span?: TermSpan): HasNode {
  return { kind: 'has', label, span };
}

export function valueNode(kind: ValueKind, label: string, value: string, span?: TermSpan): ValueNode {
  return { kind, label, value, span };
}

/** Sorts and deduplicates the values as Calico does (`ConvertToStringSetInPlace` in its parser/stringset.go). */
export function setNode(kind: SetNode['kind'], label: string, values: readonly string[], span?: TermSpan): SetNode {
  return { kind, label, values: sortedSet(values), span };
}

/** The negation; of a negation, what it negates. */
export function negation(node: SelectorNode): SelectorNode {
  return node.kind === 'not' ? node.operand : { kind: 'not', operand: node };
}

/** Joins operands; a single one stays itself. */
export function group(kind: GroupNode['kind'], operands: readonly SelectorNode[]): SelectorNode {
  return operands.length === 1 ? operands[0] : { kind, operands };
}

function sortedSet(values: readonly string[]): readonly string[] {
  if (values.length < 2) {
    return values;
  }
  const sorted = [...values].sort(compareUtf8);
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
}

/**
 * Orders as Go orders strings: by UTF-8 bytes, which is the order of code points. JavaScript's own order is that of UTF-16
 * units, where a surrogate pair (U+10000 and up) comes before U+E000 to U+FFFF.
 */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      return isSurrogate(x) === isSurrogate(y) || x < 0xd800 || y < 0xd800 ? x - y : y - x;
    }
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
