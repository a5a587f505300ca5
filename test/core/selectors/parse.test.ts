import fc from 'fast-check';
import { labels, naivelyMatches, selector } from './arbitrary-selector';
import { canonicalise, evaluateSelector, findLabels, hasNode, labelsOf, parseSelector, parseStrictly, printSelector, SelectorNode } from '../../../src/core/selectors';

const RUNS = { seed: 20240501, numRuns: 500 };

function parsed(text: string): SelectorNode {
  const result = parseSelector(text);
  if (!result.ok) {
    throw new Error(`${text}: ${result.error.what}`);
  }
  return result.ast;
}

describe('parsing and printing', () => {
  test.each([
    ['', 'all()'],
    [' \t ', 'all()'],
    ['all( )', 'all()'],
    ['global(\t)', 'global()'],
    ['has( a )', 'has(a)'],
    ["a=='b'", 'a == "b"'],
    ["a == '\"'", "a == '\"'"],
    ['a != "it\'s"', 'a != "it\'s"'],
    ["a in{'y','x','y',}", 'a in {"x", "y"}'],
    ['a in {}', 'a in {}'],
    ["a notin{'x'}", 'a not in {"x"}'],
    ["a not\tin {'x'}", 'a not in {"x"}'],
    ["a startswith'x' && a ends  with'y'", '(a starts with "x" && a ends with "y")'],
    ["a contains ''", 'a contains ""'],
    ["a == 'b' || c == 'd' && has(e)", '(a == "b" || (c == "d" && has(e)))'],
    ["((a == 'b' && has(c)) && has(d))", '((a == "b" && has(c)) && has(d))'],
    ["!a == 'x'", '!a == "x"'],
    ['!!!has(a)', '!has(a)'],
    ['!(!has(a))', '!!has(a)'],
    ["in in {'in'} && has == 'x' && allx=='y'", '(in in {"in"} && has == "x" && allx == "y")'],
    ["- == 'x' && 1=='x' && a//b == 'x'", '(- == "x" && 1 == "x" && a//b == "x")'],
    ["not not in {'not'}", 'not not in {"not"}'],
    ["a == 'line\nbreak'", 'a == "line\nbreak"'],
    ["a in {'\u{1f600}', '\uffff', '\ud7ff', '\ue000'}", 'a in {"\ud7ff", "\ue000", "\uffff", "\u{1f600}"}'],
    ["a in {'ab', 'a', 'abc'}", 'a in {"a", "ab", "abc"}'],
    ["a == '\ud800'", 'a == "\ufffd"'],
    ["a in {'\ud800', '\udc00'}", 'a in {"\ufffd"}'],
    [`has(${'l'.repeat(512)})`, `has(${'l'.repeat(512)})`],
  ])('reads %j as %j', (text, printed) => {
    expect(printSelector(parsed(text))).toBe(printed);
  });

  test.each([
    ['a = "b"', 2, 3, 'expected == after a, found ='],
    ['a', 1, 1, 'expected ==, !=, in or another operator after a, found the end of the selector'],
    ["a == 'x", 5, 6, "a value that opens with ' and isn't closed"],
    ['has(a', 5, 5, 'expected ) after has(a, found the end of the selector'],
    ['has()', 4, 5, 'expected a label name after has(, found )'],
    ['all(x)', 4, 5, 'expected ) after all(, found x'],
    ['global(', 7, 7, 'expected ) after global(, found the end of the selector'],
    ['a in {,}', 6, 7, 'expected a value in quotes or } after in {, found ,'],
    ["a in {'x',,}", 10, 11, 'expected a value in quotes or } after a comma, found ,'],
    ["a in {'x' 'y'}", 10, 13, "expected a comma or } after a value, found 'y'"],
    ["a not in 'x'", 9, 12, "expected { after not in, found 'x'"],
    ['a in {x}', 6, 7, 'expected a value in quotes or } after in {, found x'],
    ['a contains x', 11, 12, 'expected a value in quotes after contains, found x'],
    ['has(a) has(b)', 7, 10, 'expected && or || after a term, found has'],
    ['(has(a)', 0, 1, 'expected ) for this (, found the end of the selector'],
    ['(has(a) x', 8, 9, 'expected &&, || or ) after a term, found x'],
    ['has(a))', 6, 7, 'expected && or || after a term, found )'],
    ['has(a) &', 7, 8, 'expected &&, found &'],
    ['has(a) | has(b)', 7, 8, 'expected ||, found |'],
    ['has(a) &&', 9, 9, 'expected a label, has(, all() or (, found the end of the selector'],
    ["!= 'x'", 0, 2, 'expected a label, has(, all() or (, found !='],
    ["a\u00a0== 'x'", 1, 2, 'expected ==, !=, in or another operator after a, found a no-break space'],
    ["\u{1f600} == 'x'", 0, 2, 'expected a label, has(, all() or (, found \u{1f600} (U+1F600)'],
    ["has(a) 'x", 7, 8, "expected && or || after a term, found '"],
    [`has(${'l'.repeat(513)})`, 4, 517, 'a label name of 513 characters; Calico takes at most 512'],
    [`${'l'.repeat(60)} = 'x'`, 61, 62, `expected == after ${'l'.repeat(39)}…, found =`],
    ["starts startswithx 'x'", 7, 18, 'expected ==, !=, in or another operator after starts, found startswithx'],
    ["a starts'x'", 2, 8, 'expected ==, !=, in or another operator after a, found starts'],
  ])('rejects %j at %i to %i', (text, start, end, what) => {
    expect(parseStrictly(text)).toMatchObject({ ok: false, fault: { start, end, what } });
  });

  test('remembers where each label stands', () => {
    const text = " has( a ) && !(bc in {'x'} || d == 'y')";
    const uses = labelsOf(parsed(text))
      .map(({ label, start, end, term }) => ({ label, name: text.slice(start, end), term: text.slice(start, term.span!.end) }));
    expect(uses).toEqual([
      { label: 'a', name: 'a', term: 'a )' },
      { label: 'bc', name: 'bc', term: "bc in {'x'}" },
      { label: 'd', name: 'd', term: "d == 'y'" },
    ]);
  });

  test('knows no place of what was built', () => {
    expect(labelsOf(hasNode('a'))).toEqual([{ label: 'a', term: hasNode('a'), start: undefined, end: undefined }]);
  });

  test('canonical text is a fixed point with the same meaning', () => {
    fc.assert(fc.property(selector, labels, (ast, given) => {
      const text = printSelector(canonicalise(ast));
      const again = parsed(text);
      expect(printSelector(again)).toBe(text);
      expect(printSelector(canonicalise(again))).toBe(text);
      expect(evaluateSelector(again, given)).toBe(naivelyMatches(ast, given));
    }), RUNS);
  });

  test('Calico\'s text keeps the meaning too', () => {
    fc.assert(fc.property(selector, labels, (ast, given) => {
      expect(evaluateSelector(parsed(printSelector(ast)), given)).toBe(naivelyMatches(ast, given));
    }), RUNS);
  });

  test('a text is a selector or it is refused within its bounds, whatever it is', () => {
    const piece = fc.constantFrom('a', 'has(', 'in', 'not', '==', '!', '&&', '||', '(', ')', '{', '}', ',', "'x'", '"', ' ', '\n', '\ud800', '“', 'all(', '\\');
    fc.assert(fc.property(fc.oneof(fc.array(piece).map((pieces) => pieces.join('')), fc.string({ unit: 'binary' })), (text) => {
      const result = parseSelector(text);
      if (!result.ok) {
        const { start, end, corrected } = result.error;
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        expect(corrected === undefined || parseSelector(corrected).ok).toBe(true);
      }
    }), { seed: 7, numRuns: 800 });
  });

  test('nesting costs no stack: parse, print, canonicalise, match and decide', () => {
    const depth = 100_000;
    const nested = `${'!('.repeat(depth)}has(a)${')'.repeat(depth)}`;
    const ast = parsed(nested);
    expect(printSelector(ast)).toBe(`${'!'.repeat(depth)}has(a)`);
    expect(canonicalise(ast)).toMatchObject({ kind: 'has', label: 'a' });
    expect(evaluateSelector(ast, { a: '' })).toBe(true);
    expect(findLabels({ matching: [ast], notMatching: [parsed('has(a)')] })).toEqual({ answer: 'no' });
    const groups = parsed(`${"(a == 'x' && (".repeat(depth)}has(b)${'))'.repeat(depth)}`);
    expect(findLabels({ matching: [groups] })).toEqual({ answer: 'yes', labels: { a: 'x', b: 'x' } });
    expect(parseSelector('('.repeat(depth)).ok).toBe(false);
    expect(parseSelector('!'.repeat(depth)).ok).toBe(false);
  });

  test('long texts are read whole', () => {
    const terms = Array.from({ length: 60_000 }, (_, i) => `l${i} == 'v${i}'`).join(' && ');
    expect(evaluateSelector(parsed(terms), {})).toBe(false);
    const values = Array.from({ length: 100_000 }, (_, i) => `'v${i}'`).join(',');
    expect(evaluateSelector(parsed(`a in {${values}}`), { a: 'v99999' })).toBe(true);
  });
});
