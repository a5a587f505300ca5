import fc from 'fast-check';
import { naivelyMatches, searchSmallWorld, selector } from './arbitrary-selector';
import {
  Answer, areEquivalent, evaluateSelector, findLabels, implies, isSatisfiable, isTautology, parseSelector, SelectorNode, witness,
} from '../../../src/core/selectors';

function ast(text: string): SelectorNode {
  const parsed = parseSelector(text);
  if (!parsed.ok) {
    throw new Error(`${text}: ${parsed.error.what}`);
  }
  return parsed.ast;
}

/** Every character from `from` on, except those that quotes and surrogates take. */
function manyCharacters(from: number, to: number): string {
  let text = '';
  for (let code = from; code <= to; code++) {
    if (code !== 0x22 && code !== 0x27 && (code < 0xd800 || code > 0xdfff)) {
      text += String.fromCodePoint(code);
    }
  }
  return text;
}

describe('deciding', () => {
  test.each<[string, Answer]>([
    ['all()', 'yes'],
    ['!all()', 'no'],
    ['global()', 'yes'],
    ['a in {}', 'no'],
    ['a not in {}', 'yes'],
    ['!a not in {}', 'no'],
    ["a == 'x' && a == 'y'", 'no'],
    ["a == 'x' && a != 'y'", 'yes'],
    ["a == 'x' && !has(a)", 'no'],
    ["a in {'x','y'} && a in {'y','z'} && a != 'y'", 'no'],
    ["a in {'x','y'} && a in {'y','z'} && a in {'x','z'}", 'no'],
    ["a in {'x','y'} && !(a in {'x','z'}) && a contains 'y'", 'yes'],
    ["a in {'ab','ba'} && !a contains 'ab' && !a starts with 'b'", 'no'],
    ["a starts with 'x' && a starts with 'xy'", 'yes'],
    ["a starts with 'x' && a starts with 'y'", 'no'],
    ["a ends with 'x' && a ends with 'yx'", 'yes'],
    ["a ends with 'xy' && a ends with 'x'", 'no'],
    ["a contains 'abc' && !a contains 'b'", 'no'],
    ["a starts with 'abc' && !a contains 'b'", 'no'],
    ["a starts with 'abc' && !a starts with 'ab'", 'no'],
    ["a ends with 'abc' && !a ends with 'c'", 'no'],
    ["a ends with 'abc' && !a starts with 'a'", 'yes'],
    ["a contains 'ab' && a contains 'ba' && !a contains 'aba' && !a contains 'bab'", 'yes'],
    ["a starts with 'ab' && a ends with 'ba' && a != 'aba' && a != 'abba' && !a contains 'abb' && !a contains 'aa'", 'yes'],
    ["a contains '' && !has(a)", 'no'],
    ["has(a) && !a starts with ''", 'no'],
    ["a != 'x' && a == 'x' || b == 'x' && b != 'x'", 'no'],
    ['(has(a) || has(b)) && (!has(a) || has(b)) && (has(a) || !has(b)) && (!has(a) || !has(b))', 'no'],
  ])('%s is satisfiable: %s', (text, expected) => {
    expect(isSatisfiable(ast(text))).toBe(expected);
    expect(isTautology(ast(`!(${text})`))).toBe(expected === 'yes' ? 'no' : 'yes');
  });

  test.each<[string, string, Answer]>([
    ["a == 'x'", 'has(a)', 'yes'],
    ["a == 'x'", "a in {'x','y'}", 'yes'],
    ["a in {'x','y'}", "a == 'x'", 'no'],
    ["a starts with 'xy'", "a contains 'x'", 'yes'],
    ["a == 'xyz'", "a starts with 'xy' && a ends with 'yz'", 'yes'],
    ["a != 'x'", '!has(a)', 'no'],
    ['!has(a)', "a != 'x'", 'yes'],
    ["a == 'x' && b == 'y'", "b == 'y'", 'yes'],
    ["a not in {'x','y'}", "a != 'x'", 'yes'],
    ['!all()', "a == 'x'", 'yes'],
  ])('%s implies %s: %s', (a, b, expected) => {
    expect(implies(ast(a), ast(b))).toBe(expected);
  });

  test('equivalence is implication both ways', () => {
    expect(areEquivalent(ast("!(a == 'x' || b == 'y')"), ast("a != 'x' && b != 'y'"))).toBe('yes');
    expect(areEquivalent(ast("a == 'x'"), ast('has(a)'))).toBe('no');
    expect(areEquivalent(ast('has(a)'), ast("a == 'x'"))).toBe('no');
  });

  test('witnesses read like labels', () => {
    expect([
      "app == 'web' && tier in {'b', 'a'} && !has(x) && y != 'z'",
      "a starts with 'web-' && has(a)",
      "a starts with 'web-' && a ends with '-api' && has(a)",
      "has(a) && a != 'x' && a != 'value'",
      "!(a != 'x') && has(b)",
      "!a in {'x'} && b contains ''",
      "a not in {'x'} && !(b not in {'y'})",
      'a in {}',
    ].map((text) => witness(ast(text)))).toEqual([
      { app: 'web', tier: 'a' }, { a: 'web-' }, { a: 'web--api' }, { a: '0' }, { a: 'x', b: 'x' }, { b: 'x' }, { b: 'y' }, undefined,
    ]);
  });

  test('agrees with trying every label set of a small world', () => {
    fc.assert(fc.property(selector, (node) => {
      const found = findLabels({ matching: [node] });
      if (found.answer === 'yes') {
        expect(naivelyMatches(node, found.labels)).toBe(true);
      } else {
        expect({ answer: found.answer, counterexample: searchSmallWorld((labels) => naivelyMatches(node, labels)) }).toEqual({ answer: 'no' });
      }
    }), { seed: 3, numRuns: 1000 });
  });

  test('agrees with the small world on what implies what', () => {
    fc.assert(fc.property(selector, selector, (a, b) => {
      const found = findLabels({ matching: [a], notMatching: [b] });
      if (found.answer === 'yes') {
        expect([naivelyMatches(a, found.labels), naivelyMatches(b, found.labels)]).toEqual([true, false]);
      } else {
        expect({ answer: found.answer, counterexample: searchSmallWorld((labels) => naivelyMatches(a, labels) && !naivelyMatches(b, labels)) })
          .toEqual({ answer: 'no' });
      }
    }), { seed: 4, numRuns: 400 });
  });

  test('finds labels for several selectors at once, and asks nothing of none', () => {
    expect(findLabels({})).toEqual({ answer: 'yes', labels: {} });
    expect(findLabels({ matching: [ast('has(a)'), ast("a != 'x'")], notMatching: [ast("a starts with 'y'")] }))
      .toEqual({ answer: 'yes', labels: { a: '0' } });
  });

  test('keeps odd label names apart from an object\'s own', () => {
    expect(Object.entries(witness(ast("__proto__ == 'x' && __proto__ != 'y' && has(constructor)"))!)).toEqual([['__proto__', 'x'], ['constructor', 'x']]);
  });

  test('finds a character that no term names, also where the usual ones are all named', () => {
    const plain = ast(`has(a) && !a contains '${'abcdefghijklmnopqrstuvwxyz0123456789'.split('').join("' && !a contains '")}'`);
    expect(evaluateSelector(plain, witness(plain)!)).toBe(true);
    const bmp = ast(`has(a) && a != '${manyCharacters(0x20, 0xffff)}'`);
    const letters = ast(`has(a) && a != '${manyCharacters(0x20, 0x7e)}${manyCharacters(0x10000, 0x10100)}'`);
    for (const node of [bmp, letters]) {
      expect(evaluateSelector(node, witness(node)!)).toBe(true);
    }
  });

  test('decides long selectors', () => {
    const count = 20_000;
    const list = (term: (i: number) => string, join: string): string => Array.from({ length: count }, (_, i) => term(i)).join(join);
    expect(isSatisfiable(ast(list((i) => `l${i % 7} == 'v'`, ' && ')))).toBe('yes');
    expect(isSatisfiable(ast(`has(a) && ${list((i) => `a != 'v${i}'`, ' && ')}`))).toBe('yes');
    expect(isSatisfiable(ast(`a in {${list((i) => `'v${i}'`, ',')}} && ${list((i) => `a != 'v${i}'`, ' && ')}`))).toBe('no');
    expect(isSatisfiable(ast(`a in {${list((i) => `'v${i}'`, ',')}} && a in {${list((i) => `'w${i}'`, ',')}}`))).toBe('no');
    expect(isSatisfiable(ast(`has(a) && ${list((i) => `a contains 'v${i}'`, ' && ')}`))).toBe('yes');
    expect(isSatisfiable(ast(list((i) => `(a == 'v${i}' || b == 'w${i}')`, ' && ')))).toBe('no');
    expect(isTautology(ast(list((i) => `a != 'v${i}'`, ' || ')))).toBe('yes');
  });

  test('says unknown where the budget is spent, and nothing else', () => {
    const node = ast("a in {'x','y'} && a != 'x'");
    expect([findLabels({ matching: [node] }, 1), findLabels({ matching: [node] }, 1000)])
      .toEqual([{ answer: 'unknown' }, { answer: 'yes', labels: { a: 'y' } }]);
  });

  test('stays within its budget on formulas built to be hard', () => {
    // Ten pigeons, each in one of nine holes, no two in the same: resolution needs exponentially many steps.
    const holes = Array.from({ length: 12 }, (_, hole) => `'${hole}'`);
    const pigeons = Array.from({ length: 13 }, (_, pigeon) => `p${pigeon}`);
    const terms = pigeons.map((pigeon) => `${pigeon} in {${holes.join(',')}}`);
    for (const hole of holes) {
      pigeons.forEach((a, i) => pigeons.slice(i + 1).forEach((b) => terms.push(`!(${a} == ${hole} && ${b} == ${hole})`)));
    }
    const node = ast(terms.join(' && '));
    expect(isSatisfiable(node)).toBe('unknown');
    expect([isTautology(node), implies(node, ast('!all()')), areEquivalent(node, ast('!all()')), witness(node)]).toEqual(['no', 'unknown', 'unknown', undefined]);
  });
});
