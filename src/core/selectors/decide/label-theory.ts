import { Atom, LabelAtoms, Literal } from './atoms';
import { Budget } from './budget';

/*
 * What one label can be: absent, or any text at all (Calico's evaluator compares texts; it doesn't ask whether Kubernetes would
 * take them as label values).
 *
 * Claim: a set of literals about one label can be decided by looking at one candidate.
 *  1. No positive literal: the absent label makes every atom false. Done.
 *  2. A positive `==` or `in`: the value is one of finitely many. Try each; if all fail, each has a literal that rules it out.
 *  3. Otherwise let p be the longest positive prefix, q the longest positive suffix, c1 … ck the positive substrings, and x a
 *     character that no atom of this label holds. Take w = p x c1 x … x ck x q.
 *     - Positive literals: a prefix that p doesn't start with is in conflict with p itself, and so for suffixes. The rest hold in w.
 *     - Negative literals: an atom without x that is true of w lies within one of p, c1 … ck, q. (A prefix that reaches past p
 *       would hold x; and w equals no text without x.) But then every value that contains that one block makes the atom true:
 *       the positive literal of the block and this negative one exclude each other, whatever the rest.
 *     So either w satisfies all, or two literals are named that no value satisfies together.
 */

/** A value that satisfies the literals (undefined: absent), or some of the literals that no value satisfies together. */
export type LabelVerdict = { readonly value: string | undefined } | { readonly conflict: Literal[] };

/** Up to this many comparisons are spent on a candidate that reads well. */
const READABLE_LIMIT = 10_000;

/** Decides literals about one label. Each literal that is looked at is paid from the budget. */
export class LabelTheory {
  private readonly separator: string;

  constructor(label: LabelAtoms, private readonly atoms: readonly (Atom | undefined)[], private readonly budget: Budget) {
    this.separator = freshCharacter(label);
  }

  /** True of the literal if the label has this value. */
  public holds(literal: Literal, value: string | undefined): boolean {
    const atom = this.atoms[Math.abs(literal)]!;
    this.budget.spend(atom.cost + (value?.length ?? 0));
    return (value !== undefined && atom.holds(value)) === literal > 0;
  }

  public decide(literals: readonly Literal[]): LabelVerdict {
    const positives = literals.filter((literal) => literal > 0);
    if (positives.length === 0) {
      return { value: undefined };
    }
    const finite = positives.filter((literal) => isFiniteSet(this.atom(literal)));
    return finite.length > 0 ? this.tryEach(finite, literals) : this.construct(positives, literals);
  }

  private tryEach(finite: readonly Literal[], literals: readonly Literal[]): LabelVerdict {
    const smallest = finite.reduce((a, b) => this.atom(b).texts.length < this.atom(a).texts.length ? b : a);
    const excluded = this.excludedTexts(literals);
    // A literal that ruled out one value often rules out the next: those are asked first.
    const others = literals.filter((literal) => literal > 0 || !isFiniteSet(this.atom(literal)));
    const useful: Literal[] = [];
    const conflict = new Set([smallest]);
    for (const value of this.atom(smallest).texts) {
      const against = excluded.get(value)
        ?? useful.find((literal) => !this.holds(literal, value))
        ?? others.find((literal) => !this.holds(literal, value));
      if (against === undefined) {
        return { value };
      }
      conflict.add(against);
      if (!excluded.has(value) && !useful.includes(against)) {
        useful.push(against);
      }
    }
    return { conflict: [...conflict] };
  }

  /** The texts that a negated `==` or `in` rules out. */
  private excludedTexts(literals: readonly Literal[]): Map<string, Literal> {
    const excluded = new Map<string, Literal>();
    for (const literal of literals) {
      if (literal < 0 && isFiniteSet(this.atom(literal))) {
        for (const text of this.atom(literal).texts) {
          this.budget.spend(1);
          excluded.set(text, literal);
        }
      }
    }
    return excluded;
  }

  private construct(positives: readonly Literal[], literals: readonly Literal[]): LabelVerdict {
    const prefix = this.longest(positives, 'startsWith');
    const suffix = this.longest(positives, 'endsWith');
    const inner = positives.filter((literal) => this.atom(literal).kind === 'contains');
    const blocks = [prefix, ...inner, suffix].filter((literal) => literal !== undefined);
    const texts = blocks.map((literal) => this.atom(literal).texts[0]);
    const longest = texts.reduce((a, b) => b.length > a.length ? b : a, '');
    const decisive = [prefix === undefined ? '' : texts[0], ...inner.map((literal) => this.atom(literal).texts[0]),
      suffix === undefined ? '' : texts[texts.length - 1]].join(this.separator);
    // The shorter candidates only make witnesses that read well; the last one decides.
    const readable = decisive.length * literals.length < READABLE_LIMIT ? [longest, texts.join(''), texts.join('-')] : [];
    for (const value of readable) {
      if (value !== '' && literals.every((literal) => this.holds(literal, value))) {
        return { value };
      }
    }
    const violated = literals.find((literal) => !this.isBlock(literal) && !this.holds(literal, decisive));
    if (violated === undefined) {
      return { value: decisive };
    }
    const { kind } = this.atom(violated);
    if (violated > 0) {
      return { conflict: [violated, kind === 'startsWith' ? prefix! : suffix!] };
    }
    const cause = kind === 'has' ? positives[0] : blocks.find((literal) => this.excludes(literal, this.atom(violated)))!;
    return { conflict: [violated, cause] };
  }

  /** True of a positive substring: it is in the candidate because it was put there. */
  private isBlock(literal: Literal): boolean {
    return literal > 0 && this.atom(literal).kind === 'contains';
  }

  /** True where every value that has the positive literal's block makes the atom true. */
  private excludes(block: Literal, atom: Atom): boolean {
    const { kind, texts: [text] } = this.atom(block);
    this.budget.spend(text.length + atom.cost);
    return atom.holds(text) && (atom.kind === 'contains' || atom.kind === kind);
  }

  private longest(positives: readonly Literal[], kind: Atom['kind']): Literal | undefined {
    let found: Literal | undefined;
    for (const literal of positives) {
      if (this.atom(literal).kind === kind && (found === undefined || this.atom(literal).texts[0].length > this.atom(found).texts[0].length)) {
        found = literal;
      }
    }
    return found;
  }

  private atom(literal: Literal): Atom {
    return this.atoms[Math.abs(literal)]!;
  }
}

function isFiniteSet(atom: Atom): boolean {
  return atom.kind === 'equals' || atom.kind === 'in';
}

/**
 * A character that no atom of the label holds: a letter or digit if one is free. There is always one: a selector that used every
 * character of Unicode would have 4 MB, more than an API server stores.
 */
function freshCharacter(label: LabelAtoms): string {
  const used = new Set<string>();
  for (const { texts } of label.atoms) {
    for (const text of texts) {
      for (const character of text) {
        used.add(character);
      }
    }
  }
  const plain = Array.from('x0123456789abcdefghijklmnopqrstuvwyz').find((character) => !used.has(character));
  if (plain !== undefined) {
    return plain;
  }
  let code = 0x10000;
  while (used.has(String.fromCodePoint(code))) {
    code++;
  }
  return String.fromCodePoint(code);
}
