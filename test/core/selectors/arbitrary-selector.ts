import fc from 'fast-check';
import { ALL, GLOBAL, hasNode, Labels, SelectorNode, setNode, valueNode } from '../../../src/core/selectors';

/*
 * Small worlds: few labels and short texts over few letters, so that terms meet, include and exclude each other.
 */

const LABELS = ['p', 'q'];
const TEXTS = ['', 'a', 'b', 'ab', 'ba', 'aa', 'aba'];

export const text = fc.constantFrom(...TEXTS);
const label = fc.constantFrom(...LABELS);

const term: fc.Arbitrary<SelectorNode> = fc.oneof(
  label.map((name) => hasNode(name)),
  fc.tuple(fc.constantFrom('equals' as const, 'notEquals' as const, 'contains' as const, 'startsWith' as const, 'endsWith' as const), label, text)
    .map(([kind, name, value]) => valueNode(kind, name, value)),
  fc.tuple(fc.constantFrom('in' as const, 'notIn' as const), label, fc.array(text, { maxLength: 3 }))
    .map(([kind, name, values]) => setNode(kind, name, values)),
  { weight: 1, arbitrary: fc.constantFrom(ALL, GLOBAL) },
);

/** Any tree that parsing can give. */
export const selector: fc.Arbitrary<SelectorNode> = fc.letrec<{ node: SelectorNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: term },
    { weight: 1, arbitrary: tie('node').map((operand): SelectorNode => ({ kind: 'not', operand })) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('node'), { minLength: 2, maxLength: 4 }))
        .map(([kind, operands]): SelectorNode => ({ kind, operands })),
    },
  ),
})).node;

/** Values that a label of the small world can have, some with a letter that no selector names; undefined is absent. */
export const VALUES: (string | undefined)[] = [undefined, ...new Set([...wordsUpTo(4, 'ab'), ...wordsUpTo(2, 'abz'), 'abzba', 'bazab'])];

function wordsUpTo(length: number, letters: string): string[] {
  let words = [''];
  const all = [...words];
  for (let i = 0; i < length; i++) {
    words = words.flatMap((word) => Array.from(letters, (letter) => word + letter));
    all.push(...words);
  }
  return all;
}

export function labelsOf(p: string | undefined, q: string | undefined): Labels {
  return { ...(p !== undefined && { p }), ...(q !== undefined && { q }) };
}

export const labels: fc.Arbitrary<Labels> = fc.tuple(fc.constantFrom(...VALUES), fc.constantFrom(...VALUES)).map(([p, q]) => labelsOf(p, q));

/** Labels that match, by trying every one of the small world. */
export function searchSmallWorld(matches: (labels: Labels) => boolean): Labels | undefined {
  for (const p of VALUES) {
    for (const q of VALUES) {
      const candidate = labelsOf(p, q);
      if (matches(candidate)) {
        return candidate;
      }
    }
  }
  return undefined;
}

/** The meaning of a selector written down once more, as plainly as can be: the judge of the compiled form. */
export function naivelyMatches(node: SelectorNode, labels_: Labels): boolean {
  switch (node.kind) {
    case 'all':
    case 'global':
      return true;
    case 'not':
      return !naivelyMatches(node.operand, labels_);
    case 'and':
      return node.operands.every((operand) => naivelyMatches(operand, labels_));
    case 'or':
      return node.operands.some((operand) => naivelyMatches(operand, labels_));
    default: {
      const value = new Map(Object.entries(labels_)).get(node.label);
      switch (node.kind) {
        case 'has': return value !== undefined;
        case 'equals': return value === node.value;
        case 'notEquals': return value !== node.value;
        case 'contains': return value !== undefined && value.includes(node.value);
        case 'startsWith': return value !== undefined && value.startsWith(node.value);
        case 'endsWith': return value !== undefined && value.endsWith(node.value);
        case 'in': return value !== undefined && node.values.includes(value);
        case 'notIn': return value === undefined || !node.values.includes(value);
      }
    }
  }
}
