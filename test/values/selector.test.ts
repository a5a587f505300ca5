import fc from 'fast-check';
import { evaluateSelector } from '../../src/core/selectors';
import { LabelTerm, Selector } from '../../src/values/selector';
import { labels, selector, text } from '../core/selectors/arbitrary-selector';

function thrown(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

describe('Selector', () => {
  test('is built term by term', () => {
    const app = Selector.label('app');
    expect([
      app.equals('web-api'), app.equalTo('web-api'), app.notEquals('x'), app.in('b', 'a', 'b'), app.notIn('a'), app.in(), app.notIn(), app.contains('x'),
      app.startsWith('x'), app.endsWith('x'), app.exists(), app.absent(), app.equals('say "hi"'), Selector.all(), Selector.global(),
      new LabelTerm('app').exists(),
    ].map(String)).toEqual([
      'app == "web-api"', 'app == "web-api"', 'app != "x"', 'app in {"a", "b"}', 'app not in {"a"}', 'app in {}', 'app not in {}', 'app contains "x"',
      'app starts with "x"', 'app ends with "x"', 'has(app)', '!has(app)', 'app == \'say "hi"\'', 'all()', 'global()', 'has(app)',
    ]);
  });

  test('is joined and negated', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => Selector.label(name).exists());
    expect([
      a.and(b).and(c), a.and(b, c), a.or(b).and(c), a.and(b.and(c)),
      a.and(b.or(c)), a.and(), a.or(b).not(), a.not().not(), a.and(b).or(c).not(),
    ].map(String)).toEqual([
      '(has(a) && has(b) && has(c))', '(has(a) && has(b) && has(c))', '((has(a) || has(b)) && has(c))', '(has(a) && has(b) && has(c))',
      '(has(a) && (has(b) || has(c)))', 'has(a)', '!(has(a) || has(b))', 'has(a)', '!((has(a) && has(b)) || has(c))',
    ]);
    expect(a.toString()).toBe('has(a)');
  });

  test.each([
    ['', '"" can\'t be a label name in a selector: Calico takes 1 to 512 letters, digits and the characters _ . / -'],
    ['a b', '"a b" can\'t be a label name in a selector: Calico takes 1 to 512 letters, digits and the characters _ . / -'],
    ['n'.repeat(513), `"${'n'.repeat(59)}…" can't be a label name in a selector: Calico takes 1 to 512 letters, digits and the characters _ . / -`],
    [undefined, 'a undefined can\'t be a label name in a selector: Calico takes 1 to 512 letters, digits and the characters _ . / -'],
  ])('rejects the label name %j', (name, message) => {
    expect(thrown(() => Selector.label(name as string))).toBe(message);
  });

  test.each([
    ['a"b\'c', '"a"b\'c" can\'t be written in a selector: it holds both kinds of quote, and Calico has no escapes'],
    ['a\ud800', '"a\\ud800" can\'t be written in a selector: it holds half a character (a lone surrogate), which UTF-8 can\'t hold'],
    [5, 'a number can\'t be a value in a selector: Calico compares with texts'],
  ])('rejects the value %j', (value, message) => {
    const label = Selector.label('a');
    const attempts = [() => label.equals(value as string), () => label.in('x', value as string), () => label.startsWith(value as string)];
    expect(attempts.map(thrown)).toEqual([message, message, message]);
  });

  test('rejects what Calico refuses, with the place and the correction', () => {
    expect(thrown(() => Selector.parse('app in (frontend, web)'))).toBe([
      'error  selector/syntax',
      '  what   expected { after in, found (',
      '             app in (frontend, web)',
      '                    ^',
      '  why    this is a Kubernetes label selector; Calico writes sets in braces and quotes every value',
      '  fix    app in {"frontend", "web"}',
    ].join('\n'));
  });

  test('rejects an object, with the text to write', () => {
    expect(thrown(() => Selector.parse({ matchLabels: { app: 'web' } } as unknown as string))).toBe([
      'error  selector/syntax',
      '  what   expected a selector as text, found an object',
      '  why    this is a Kubernetes LabelSelector object; a Calico selector is one line of text',
      '  fix    app == "web"',
    ].join('\n'));
  });

  test('prints as Calico does, and puts the text that was parsed into manifests', () => {
    const twice = Selector.parse('!(!has(a))');
    expect([twice.toString(), twice.canonical(), twice._toManifest(), Selector.parse('').toString()]).toEqual(['!!has(a)', 'has(a)', '!(!has(a))', 'all()']);
    expect(twice.not()._toManifest()).toBe('!has(a)');
    expect(Selector.parse('a == "\ud800"')._toManifest()).toBe('a == "\ufffd"');
  });

  test('built from any tree, is put into a manifest with its meaning', () => {
    fc.assert(fc.property(selector, labels, (node, given) => {
      const built = Selector._of(node);
      const read = Selector.parse(built._toManifest());
      expect(read.toString()).toBe(built._toManifest());
      expect(read.matches(given)).toBe(evaluateSelector(built._node(), given));
    }), { seed: 31, numRuns: 500 });
  });

  test('built from any values, is one that Calico takes', () => {
    fc.assert(fc.property(fc.array(fc.oneof(text, fc.string({ unit: 'binary' }))), (values) => {
      const term = Selector.label('a');
      const good = values.filter((value) => thrown(() => term.equals(value)) === 'nothing was thrown');
      const built = term.in(...good);
      expect(Selector.parse(built.toString()).toString()).toBe(built.toString());
    }), { seed: 32, numRuns: 300 });
  });

  test('tells what it matches, and what it implies', () => {
    const web = Selector.label('app').equals('web');
    const some = Selector.label('app').in('web', 'api');
    expect([web.matches({ app: 'web' }), web.matches({}), web.implies(some), some.implies(web)]).toEqual([true, false, true, false]);
    expect([web.isSatisfiable(), web.and(web.not()).isSatisfiable()]).toEqual([true, false]);
    expect([web.matchesEverything(), web.or(web.not()).matchesEverything()]).toEqual([false, true]);
    expect([web.isEquivalentTo(some), some.isEquivalentTo(web.or(Selector.label('app').equals('api')))]).toEqual([false, true]);
  });

  test('is said as a Kubernetes LabelSelector and made of one', () => {
    const labelSelector = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['db'] }] };
    const built = Selector.fromLabelSelector(labelSelector);
    expect(built.toString()).toBe('(app == "web" && tier not in {"db"})');
    expect(built.toLabelSelector()).toEqual(labelSelector);
    expect(thrown(() => Selector.fromLabelSelector({ matchLabels: { 'a b': 'x' } })))
      .toBe('a b is no label key in Kubernetes: the name part must begin and end with a letter or digit and hold only letters, digits, -, _ and .');
    expect(thrown(() => Selector.label('a').contains('x').toLabelSelector()))
      .toBe('a contains "x" can\'t be said as a Kubernetes LabelSelector: the selector compares a part of a; a Kubernetes LabelSelector compares whole values only');
  });
});
