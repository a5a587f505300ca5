import fc from 'fast-check';
import { labels, naivelyMatches, selector } from './arbitrary-selector';
import { compileSelector, evaluateSelector, Labels, parseSelector } from '../../../src/core/selectors';

function matches(text: string, given: Labels): boolean {
  const parsed = parseSelector(text);
  return parsed.ok && evaluateSelector(parsed.ast, given);
}

describe('matching', () => {
  test('means what the terms say', () => {
    fc.assert(fc.property(selector, labels, (ast, given) => {
      expect(compileSelector(ast)(given)).toBe(naivelyMatches(ast, given));
    }), { seed: 11, numRuns: 2000 });
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('takes %s for an ordinary label', (name) => {
    expect(matches(`has(${name})`, {})).toBe(false);
    expect(matches(`${name} != 'x'`, {})).toBe(true);
    expect(matches(`${name} == 'x'`, JSON.parse(`{"${name}": "x"}`) as Labels)).toBe(true);
  });

  test('needs no prototype on the labels', () => {
    expect(matches("a == 'x'", Object.assign(Object.create(null), { a: 'x' }) as Labels)).toBe(true);
  });

  test('takes a value that is no text for an absent label', () => {
    expect(matches('has(a)', { a: 5 } as unknown as Labels)).toBe(false);
    expect(matches("a != 'x'", { a: undefined } as unknown as Labels)).toBe(true);
  });

  test('sees half a surrogate pair as Calico gets it: as U+FFFD', () => {
    expect(matches("a == '\ufffd'", { a: '\ud800' })).toBe(true);
    expect(matches("a contains '\ud83d'", { a: '\u{1f600}' })).toBe(false);
  });

  test('wants the label for contains, starts with and ends with, even of nothing', () => {
    expect(["a contains ''", "a starts with ''", "a ends with ''"].map((text) => [matches(text, {}), matches(text, { a: '' })]))
      .toEqual([[false, true], [false, true], [false, true]]);
  });
});
