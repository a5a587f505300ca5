import fc from 'fast-check';
import { areDisjoint, isImplied } from '../../../src/core/policy/implied-selector';
import { SelectorPool } from '../../../src/core/policy/selector-pool';
import { implies } from '../../../src/core/selectors';

const POOL = new SelectorPool();
const term = fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(
  "== 'x'", "== 'y'", "!= 'x'", "in {'x', 'y'}", "in {'x'}", "not in {'x', 'z'}", "not in {'x'}", "contains 'x'", "contains ''", "starts with 'x'", "ends with 'x'",
)).map(([label, test]) => `${label} ${test}`);
const anyTerm = fc.oneof(term, fc.constantFrom('has(a)', 'has(b)', 'all()'));
const selector = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyTerm, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' && ')) },
  fc.array(anyTerm, { minLength: 1, maxLength: 2 }).map((terms) => terms.join(' || ')),
  anyTerm.map((one) => `!(${one})`),
).map((text) => POOL.compile(text));

test('what is said to be implied is', () => {
  fc.assert(fc.property(selector, selector, (a, b) => {
    if (isImplied(a, b)) {
      expect([a.text, b.text, implies(a.ast, b.ast)]).toEqual([a.text, b.text, 'yes']);
    }
  }), { numRuns: 5000, seed: 63 });
});

test('what several are said to cover together, they do', () => {
  fc.assert(fc.property(selector, fc.array(selector, { minLength: 2, maxLength: 3 }), (a, others) => {
    const union = POOL.compile(others.map(({ text }) => `(${text})`).join(' || '));
    if (isImplied(a, ...others)) {
      expect([a.text, union.text, implies(a.ast, union.ast)]).toEqual([a.text, union.text, 'yes']);
    }
  }), { numRuns: 3000, seed: 64 });
});

test('selectors are said to be disjoint exactly if no labels match both', () => {
  fc.assert(fc.property(selector, selector, (a, b) => {
    const together = POOL.compile(`(${a.text}) && (${b.text})`);
    expect([a.text, b.text, areDisjoint(a, b)]).toEqual([a.text, b.text, implies(together.ast, POOL.compile('!all()').ast) === 'yes']);
  }), { numRuns: 3000, seed: 65 });
});

test.each([
  ["a == 'x'", ["a in {'x', 'y'}"], true],
  ["a == 'x' && b == 'y'", ["b == 'y'"], true],
  ["a in {'x', 'y'}", ["a == 'x'", "a == 'y'"], true],
  ["a == 'x'", ["a == 'y'", "a == 'z'"], false],
  ["a == 'x'", ["a == 'y'", 'has(a)'], true],
  ["a starts with 'x'", ['has(a)'], true],
  ["a starts with 'x'", ["a starts with 'x'"], true],
  ["a starts with 'xy'", ["a starts with 'x'"], false],
  ["a != 'x'", ["a not in {'x'}"], false],
  ["a not in {'x', 'y'}", ["a != 'x'"], true],
  ["a not in {'x', 'y'}", ["a not in {'x'}"], true],
  ['has(a)', ["a == 'x'"], false],
  ['all()', ["a == 'x' || !(a == 'x')"], true],
])('%s implies one of %j: %s', (text, others, expected) => {
  expect(isImplied(POOL.compile(text), ...others.map((other) => POOL.compile(other)))).toBe(expected);
});
