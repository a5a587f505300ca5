import fc from 'fast-check';
import { labels, selector } from './arbitrary-selector';
import { evaluateSelector, fromLabelSelector, Labels, LabelSelector, parseSelector, printSelector, toLabelSelector } from '../../../src/core/selectors';

/** What Kubernetes says (apimachinery, labels.Requirement.Matches): the judge of both ways. */
function kubernetesMatches({ matchLabels = {}, matchExpressions = [] }: LabelSelector, given: Labels): boolean {
  const requirements = [...Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In', values: [value] })), ...matchExpressions];
  return requirements.every(({ key, operator, values = [] }) => {
    const value = given[key] as string | undefined;
    switch (operator) {
      case 'In': return value !== undefined && values.includes(value);
      case 'NotIn': return value === undefined || !values.includes(value);
      case 'Exists': return value !== undefined;
      default: return value === undefined;
    }
  });
}

function said(object: LabelSelector): string {
  const result = fromLabelSelector(object);
  return result.ok ? printSelector(result.ast) : `${result.refusal.what}: ${result.refusal.why}`;
}

function back(text: string): unknown {
  const parsed = parseSelector(text);
  const result = parsed.ok ? toLabelSelector(parsed.ast) : undefined;
  return result?.ok ? result.labelSelector : result?.refusal;
}

describe('Kubernetes label selectors', () => {
  test.each<[LabelSelector, string]>([
    [{}, 'all()'],
    [{ matchLabels: {} }, 'all()'],
    [{ matchLabels: { app: 'web' } }, 'app == "web"'],
    [{ matchLabels: { b: 'x', a: '' } }, '(a == "" && b == "x")'],
    [{
      matchLabels: { app: 'web' },
      matchExpressions: [
        { key: 'example.com/tier', operator: 'In', values: ['b', 'a'] }, { key: 'x', operator: 'NotIn', values: ['y'] },
        { key: 'e', operator: 'Exists' }, { key: 'd', operator: 'DoesNotExist', values: [] },
      ],
    }, '(app == "web" && example.com/tier in {"a", "b"} && x not in {"y"} && has(e) && !has(d))'],
  ])('%j is said as %s', (object, text) => {
    expect(said(object)).toBe(text);
  });

  test.each<[LabelSelector, string]>([
    [{ matchLabels: { 'a b': 'x' } }, 'a b is no label key in Kubernetes: the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .'],
    [{ matchLabels: { 'A.com/b': 'x' } }, 'A.com/b is no label key in Kubernetes: the part before / must be a DNS name in lower case, of at most 253 characters'],
    [{ matchLabels: { [`${'a'.repeat(254)}/b`]: 'x' } }, `${'a'.repeat(79)}… is no label key in Kubernetes: the part before / must be a DNS name in lower case, of at most 253 characters`],
    [{ matchLabels: { ['n'.repeat(64)]: 'x' } }, `${'n'.repeat(64)} is no label key in Kubernetes: the name part has 64 characters; at most 63 are allowed`],
    [{ matchLabels: { a: '-' } }, '"-" is no value that label a can have in Kubernetes: it must begin and end with a letter or digit and hold only letters, digits, -, _ and .'],
    [{ matchLabels: { a: 'v'.repeat(64) } }, `"${'v'.repeat(64)}" is no value that label a can have in Kubernetes: it has 64 characters; at most 63 are allowed`],
    [{ matchExpressions: [{ key: 'a', operator: 'In' }] }, 'In of a has no values: Kubernetes takes In and NotIn only with at least one value'],
    [{ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['x'] }] }, 'Exists of a has values: Kubernetes takes Exists and DoesNotExist only without values'],
    [{ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }, 'operator Gt of a is unknown: Kubernetes has In, NotIn, Exists and DoesNotExist'],
  ])('rejects %j', (object, reason) => {
    expect(said(object)).toBe(reason);
  });

  test.each<[string, unknown]>([
    ['all()', {}],
    ['a not in {}', {}],
    ['!(a in {})', {}],
    ["a == 'x'", { matchLabels: { a: 'x' } }],
    ["a == 'x' && a == 'y'", { matchLabels: { a: 'x' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['y'] }] }],
    ["a in {'x'} && b != 'y' && !(c != 'z') && !d == 'w'", {
      matchExpressions: [
        { key: 'a', operator: 'In', values: ['x'] }, { key: 'b', operator: 'NotIn', values: ['y'] },
        { key: 'c', operator: 'In', values: ['z'] }, { key: 'd', operator: 'NotIn', values: ['w'] },
      ],
    }],
    ["!(has(a) || b in {'x'}) && !c not in {'y'} && has(d)", {
      matchExpressions: [
        { key: 'a', operator: 'DoesNotExist' }, { key: 'b', operator: 'NotIn', values: ['x'] },
        { key: 'c', operator: 'In', values: ['y'] }, { key: 'd', operator: 'Exists' },
      ],
    }],
    ["a contains '' && !b starts with ''", { matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'b', operator: 'DoesNotExist' }] }],
    ["a == 'x' || (a in {'y'} || !(a != 'z' && a not in {'w'}))", { matchExpressions: [{ key: 'a', operator: 'In', values: ['w', 'x', 'y', 'z'] }] }],
    ["!(!(a == 'x' || a == 'y'))", { matchExpressions: [{ key: 'a', operator: 'In', values: ['x', 'y'] }] }],
  ])('%s can be said', (text, labelSelector) => {
    expect(back(text)).toEqual(labelSelector);
  });

  test.each<[string, unknown]>([
    ['global()', { what: 'the selector uses global()', why: 'Kubernetes has no selector for what belongs to no namespace' }],
    ['!all()', { what: 'the selector matches nothing', why: 'a Kubernetes LabelSelector has no way to say that' }],
    ['a in {}', { what: 'the selector matches nothing', why: 'a Kubernetes LabelSelector has no way to say that', start: 0, end: 7 }],
    ["b == 'y' && a contains 'x'", { what: 'the selector compares a part of a', why: 'a Kubernetes LabelSelector compares whole values only', start: 12, end: 26 }],
    ["a == 'x' || b == 'y'", { what: 'the selector has alternatives other than values of one label', why: 'a Kubernetes LabelSelector joins all its requirements with and; it has no or', start: 12, end: 20 }],
    ["a == 'x' || a != 'y'", { what: 'the selector has alternatives other than values of one label', why: 'a Kubernetes LabelSelector joins all its requirements with and; it has no or', start: 12, end: 20 }],
    ["a == 'x' || (a == 'y' && has(b))", { what: 'the selector has alternatives other than values of one label', why: 'a Kubernetes LabelSelector joins all its requirements with and; it has no or' }],
    ["a//b == 'x'", { what: 'a//b is no label key in Kubernetes', why: 'the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .', start: 0, end: 11 }],
    ["a == 'x y'", { what: '"x y" is no value that label a can have in Kubernetes', why: 'it must begin and end with a letter or digit and hold only letters, digits, -, _ and .', start: 0, end: 10 }],
  ])('rejects %s', (text, refusal) => {
    expect(back(text)).toEqual(refusal);
  });

  test('means the same in both languages, and survives the way there and back', () => {
    fc.assert(fc.property(selector, labels, (ast, given) => {
      const there = toLabelSelector(ast);
      if (there.ok) {
        const again = fromLabelSelector(there.labelSelector);
        expect(kubernetesMatches(there.labelSelector, given)).toBe(evaluateSelector(ast, given));
        expect(again.ok && evaluateSelector(again.ast, given)).toBe(evaluateSelector(ast, given));
      }
    }), { seed: 21, numRuns: 2000 });
  });
});
