import { matchesUnlabelled, parseSelector, SelectorNode, usesGlobal, usesOnlyNegativeTerms } from '../../../src/core/selectors';

function ast(text: string): SelectorNode {
  const parsed = parseSelector(text);
  if (!parsed.ok) {
    throw new Error(text);
  }
  return parsed.ast;
}

describe('terms', () => {
  test.each([
    ["a != 'x'", true],
    ["a not in {'x'} && !has(b)", true],
    ["!(a == 'x' || b contains 'y')", true],
    ["!(a != 'x')", false],
    ["a != 'x' && has(b)", false],
    ['all()', false],
    ['global()', false],
    ['!all()', false],
  ])('%s uses only negative terms: %s', (text, expected) => {
    expect(usesOnlyNegativeTerms(ast(text))).toBe(expected);
  });

  test.each([["a != 'x'", true], ['all()', true], ["a == 'x' || !has(b)", true], ['has(a)', false]])('%s matches what has no labels: %s', (text, expected) => {
    expect(matchesUnlabelled(ast(text))).toBe(expected);
  });

  test.each([['global()', true], ['has(a) && !global()', true], ["a == 'global()'", false], ['all()', false]])('%s uses global(): %s', (text, expected) => {
    expect(usesGlobal(ast(text))).toBe(expected);
  });
});
