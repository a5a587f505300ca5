import { goSyntaxFault } from '../../../../src/core/schema/go/regexp-syntax';

/** What Go 1.26's regexp.Compile takes. */
const TAKEN = [
  '', '^(en|eth).*', 'a*?', 'a+?b??', '(?i)abc', '(?i:a)b', '(?P<name>a)', '(?<name>a)', '(?:a*)*', '[a-z0-9_]', '[^]a]', '[]a]', '[a-]', '[\\d.]', '[[:alpha:]-z]',
  '[[:^digit:]]', '\\pL', '\\PN', '\\p{Greek}', '\\p{^Lu}', '[\\p{Lu}]', '\\x41', '\\x{1F600}', '\\0', '\\012', '\\07', '\\a\\f\\t\\n\\r\\v', '\\A\\b\\B\\z', '\\.', '\\Qa(b\\E', '\\Q(',
  '\\Q\\E', 'a{2}', 'a{2,}', 'a{2,3}', 'a{,3}', '{', 'a{1000}', 'x{a}', '|a|', '()', '(|a)', '[\\x41-\\x5a]', '[\\a-\\v]', '[\\0-\\07]', '\\p{Any}', '\\p{greek}', '\\p{lowercase_letter}', '\\pz', '(?P<a>b)(?P<a>c)', 'é+', '[é-ü]', '😀?', '(?i)', 'a{2}?', '(?s-m)a', '^*', 'a(?i)*', 'a*(?i)*',
];

/** What it refuses, and our words. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['*', '"*" has nothing before it to repeat'],
  ['(*)', '"*" has nothing before it to repeat'],
  ['a|+', '"+" has nothing before it to repeat'],
  ['a**', '"*" repeats a repetition'],
  ['a{2}{3}', '"{3}" repeats a repetition'],
  ['(', 'a "(" is not closed'],
  [')', 'a ")" closes nothing'],
  ['(?=eth)', '"(?=e" opens no group that Go knows: it has no look-around'],
  ['(?<!a)', '"(?<!" opens no group that Go knows: it has no look-around'],
  ['[', 'a "[" is not closed'],
  ['[a', 'a "[" is not closed'],
  ['[z-a]', 'a range in brackets goes down'],
  ['[a-\\d]', 'a range in brackets goes down'],
  ['[\\y]', '"\\y" is no escape that Go knows'],
  ['\\', 'it ends with a lone backslash'],
  ['[\\', 'it ends with a lone backslash'],
  ['\\8', '"\\8" is no escape that Go knows'],
  ['\\1', '"\\1" is no escape that Go knows'],
  ['\\y', '"\\y" is no escape that Go knows'],
  ['\\x4', '"\\x" is no escape that Go knows'],
  ['\\é', '"\\é" is no escape that Go knows'],
  ['\\p{Nope}', 'it names no class of Unicode characters'],
  ['\\p', 'it names no class of Unicode characters'],
  ['a{1001}', 'the count {1001} is not possible: counts go up, to 1000 at most'],
  ['a{3,2}', 'the count {3,2} is not possible: counts go up, to 1000 at most'],
  ['('.repeat(1001), 'groups are nested too deeply'],
];

describe('Go\'s regular expressions', () => {
  test.each(TAKEN)('take %j', (text) => {
    expect(goSyntaxFault(text)).toBeUndefined();
  });

  test.each(REFUSED)('reject %j', (text, fault) => {
    expect(goSyntaxFault(text)).toBe(fault);
  });
});
