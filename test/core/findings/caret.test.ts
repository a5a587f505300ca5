import { abbreviateForDisplay, escapeForDisplay, renderCaret } from '../../../src/core/findings';

describe('carets', () => {
  test.each<[string, number, number, string, string]>([
    ['app in (a)', 7, 8, 'app in (a)', '       ^'],
    ['app in (a)', 0, 3, 'app in (a)', '^^^'],
    ['app', 3, 3, 'app', '   ^'],
    ['', 0, 0, '', '^'],
    ['app', 9, 12, 'app', '   ^'],
    ['app', -3, 1, 'app', '^'],
    ["a\n== 'b'\t&", 9, 10, "a\\n== 'b'\\t&", '           ^'],
    ['a\u001b[31m\u202eb', 6, 7, 'a\\u001b[31m\\u202eb', '           ^^^^^^'],
    ['\ud800x', 1, 2, '\\ud800x', '      ^'],
    ['\u{e0001}x', 2, 3, '\\u{e0001}x', '         ^'],
    ['\u65e5\u672c = x', 3, 4, '\u65e5\u672c = x', '     ^'],
    ['\u{1f600} = x', 0, 2, '\u{1f600} = x', '^^'],
    ['\u{1f600} = x', 1, 2, '\u{1f600} = x', '^^'],
    ['e\u0301 = x', 3, 4, 'e\u0301 = x', '  ^'],
    ['a\u00a0b', 1, 2, 'a\\u00a0b', ' ^^^^^^'],
  ])('stand under %j from %i to %i', (text, start, end, line, carets) => {
    expect(renderCaret(text, start, end)).toEqual([line, carets]);
  });

  test('cut a long text on both sides', () => {
    const text = `${'a'.repeat(500)}!${'b'.repeat(500)}`;
    expect(renderCaret(text, 500, 501)).toEqual([`…${'a'.repeat(50)}!${'b'.repeat(48)}…`, `${' '.repeat(51)}^`]);
    expect(renderCaret(text, 0, 1001)).toEqual([`${'a'.repeat(100)}…`, '^'.repeat(100)]);
  });

  test('draw a bounded part of a text that takes no room', () => {
    const [line] = renderCaret('\u0301'.repeat(100_000), 50_000, 50_001);
    expect(line.length).toBeLessThan(1000);
  });

  test('texts are abbreviated between characters', () => {
    expect([abbreviateForDisplay('abc', 3), abbreviateForDisplay('abcd', 3), abbreviateForDisplay('ab\u{1f600}d', 4)]).toEqual(['abc', 'ab…', 'ab…']);
  });

  test('texts are escaped where they could move the cursor', () => {
    expect(escapeForDisplay('a\nb\u200b\u{1f600}')).toBe('a\\nb\\u200b\u{1f600}');
  });
});
