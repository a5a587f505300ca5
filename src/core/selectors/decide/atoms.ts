import { LeafNode, TermNode } from '../ast';
import { valueTest } from '../evaluate';

/** A positive question about one label. `!=` and `not in` are negations of one, `in` with one value is `equals`. */
export interface Atom {
  readonly kind: 'has' | 'equals' | 'in' | 'contains' | 'startsWith' | 'endsWith';
  readonly label: LabelAtoms;
  /** The texts that the atom compares with: of `has` none, of `in` all, of the others one. */
  readonly texts: readonly string[];
  readonly holds: (value: string) => boolean;
  /** What one call of `holds` costs, apart from the length of the value. */
  readonly cost: number;
}

/** The atoms about one label. */
export interface LabelAtoms {
  readonly name: string;
  readonly atoms: Atom[];
}

/** A literal: atom number n (from 1) as `n`, its negation as `-n`. */
export type Literal = number;

/** Numbers the distinct atoms of the selectors that one question is about. */
export class AtomTable {
  /** By number. Empty at 0, so that every number has a negation, and at numbers that were reserved. */
  public readonly atoms: (Atom | undefined)[] = [undefined];
  public readonly labels = new Map<string, LabelAtoms>();
  private readonly numbers = new Map<string, number>();

  /** A leaf as a literal, or as the constant that it is: `all()` is true, `in {}` false. */
  public literalOf(leaf: LeafNode, negated: boolean): Literal | boolean {
    if (leaf.kind === 'all' || leaf.kind === 'global') {
      return !negated;
    }
    const sign = negated === (leaf.kind === 'notEquals' || leaf.kind === 'notIn');
    if ((leaf.kind === 'in' || leaf.kind === 'notIn') && leaf.values.length === 0) {
      return !sign;
    }
    const number = this.numberOf(leaf);
    return sign ? number : -number;
  }

  /** A number that stands for no atom. */
  public reserve(): number {
    return this.atoms.push(undefined) - 1;
  }

  private numberOf(term: TermNode): number {
    const { kind, texts } = positive(term);
    const key = JSON.stringify([term.label, kind, ...texts]);
    const known = this.numbers.get(key);
    if (known !== undefined) {
      return known;
    }
    let label = this.labels.get(term.label);
    if (!label) {
      label = { name: term.label, atoms: [] };
      this.labels.set(term.label, label);
    }
    const holds = valueTest(kind === 'in' ? { kind, label: '', values: texts, span: undefined } :
      kind === 'has' ? { kind, label: '', span: undefined } : { kind, label: '', value: texts[0], span: undefined });
    const atom: Atom = { kind, label, texts, holds, cost: kind === 'in' ? 1 : 1 + (texts[0]?.length ?? 0) };
    label.atoms.push(atom);
    this.numbers.set(key, this.atoms.length);
    return this.atoms.push(atom) - 1;
  }
}

function positive(term: TermNode): { kind: Atom['kind']; texts: readonly string[] } {
  switch (term.kind) {
    case 'has':
      return { kind: 'has', texts: [] };
    case 'in':
    case 'notIn':
      return { kind: term.values.length === 1 ? 'equals' : 'in', texts: term.values };
    case 'equals':
    case 'notEquals':
      return { kind: 'equals', texts: [term.value] };
    default:
      // Every value contains, starts with and ends with the empty text.
      return term.value === '' ? { kind: 'has', texts: [] } : { kind: term.kind, texts: [term.value] };
  }
}
