import { labelLaws } from '../../../src/core/policy/label-laws';
import { findLabels, parseStrictly, printSelector, SelectorNode } from '../../../src/core/selectors';

function ast(text: string): SelectorNode {
  const parsed = parseStrictly(text);
  if (!parsed.ok) {
    throw new Error(parsed.fault.what);
  }
  return parsed.ast;
}

function laws(...texts: string[]): string[] {
  return labelLaws(texts.map(ast)).map(printSelector);
}

test('selectors of labels that everybody may choose have no laws', () => {
  expect(laws("app == 'web' && has(role)")).toEqual([]);
});

test('what inherits labels is in a namespace', () => {
  expect(laws("pcns.team == 'x' && !has(pcsa.role)")).toEqual([
    '(!has(pcns.team) || has(projectcalico.org/namespace))', '(!has(pcsa.role) || has(projectcalico.org/namespace))',
  ]);
});

test('an inherited name is the name of the namespace', () => {
  const selectors = ["pcns.projectcalico.org/name == 'shop'", "projectcalico.org/namespace != 'shop'"].map(ast);
  expect(findLabels({ matching: selectors }, 10_000).answer).toBe('yes');
  expect(findLabels({ matching: [...selectors, ...labelLaws(selectors)] }, 10_000).answer).toBe('no');
});

test('a pod without namespace has none of its labels', () => {
  const selectors = ["pcns.team == 'x'", '!has(projectcalico.org/namespace)'].map(ast);
  expect(findLabels({ matching: [...selectors, ...labelLaws(selectors)] }, 10_000).answer).toBe('no');
});

test('names of sets count, and a name with a quotation mark', () => {
  expect(laws("pcns.projectcalico.org/name in {'a', 'b'}")).toHaveLength(5);
  expect(laws("pcns.projectcalico.org/name == 'it\"s'")).toHaveLength(3);
  expect(laws("projectcalico.org/namespace == 'shop'")).toEqual([]);
});
