import { RandomSource } from './random-source';

/** YAML scalars that readers differ on, or that are something else than they seem: Go's readers follow YAML 1.1 and 1.2 by halves. */
const SCALARS = [
  'yes', 'No', 'on', 'OFF', 'y', 'true', 'True', 'TRUE', '~', 'null', 'NULL', '', '012', '0o14', '0x1F', '0b11', '1_000', '1e3', '.5', '5.', '+1', '-0', '0.0', '1:30', '.inf',
  '-.INF', '.nan', '2001-01-01', '2001-12-14t21:59:43.10-05:00', '!!str 12', '!!str yes', '!!int "3"', '!!float 1', '!!bool "yes"', '!!null ""', '!!binary YWJj', '!local a',
  '! 12', '"\\x41\\u00e9"', '"\\/"', '"a\\\n  b"', "'it''s'", '&anchor a', '*unknown', '{}', '[]', '[a, b]', '{a: b}', '"tab\\t"', 'a # comment', 'a#b', '"', "'", 'a: b', '- a', '@a',
  '`a`', '%a', '?a', '<<', '=', '!!set {a}', '|\n    text', '>-\n    folded\n    text', '|2-\n    text', '[a, b', '{a: b', '99999999999999999999', '1.0', '1e400', '0777', '\u{1F99C}',
  '\u00a0', '\ufeff',
];

/** A line of block style. Which object it is, `apiVersion`, `kind` and `namespace`, stays. */
const LINE = /^(\s*(?:- )?)(?!apiVersion|kind|namespace:)([A-Za-z0-9]+)(:(?: .*)?)$/;

/** The text of a manifest with one value, key or line written in another way; nothing for a text in flow style. */
export function respelled(yaml: string, random: RandomSource): { text: string; what: string } | undefined {
  const lines = yaml.split('\n');
  const changeable = lines.flatMap((line, index) => LINE.test(line) ? [index] : []);
  if (changeable.length === 0) {
    return undefined;
  }
  const at = random.pick(changeable);
  const [, start, key, rest] = LINE.exec(lines[at])!;
  const scalar = random.pick(SCALARS);
  const changes: [string, () => string][] = [
    [`value ${scalar}`, () => `${start}${key}: ${scalar}`],
    [`value ${scalar}`, () => `${start}${key}: ${scalar}`],
    [`value ${scalar}`, () => `${start}${key}: ${scalar}`],
    ['same line twice', () => `${lines[at]}\n${start.replace('- ', '  ')}${key}${rest}`],
    ['quoted key', () => `${start}"${key}"${rest}`],
    ['tagged key', () => `${start}!!str ${key}${rest}`],
    ['complex key', () => `${start}? ${key}\n${start.replace('- ', '  ')}${rest.replace(/^:/, ':')}`],
    ['tab for indentation', () => `\t${lines[at]}`],
    ['tab after the colon', () => `${start}${key}${rest.replace(': ', ':\t')}`],
    ['no space after the colon', () => `${start}${key}${rest.replace(': ', ':')}`],
    ['merge key', () => `${lines[at]}\n${start.replace('- ', '  ')}<<: {extra: 1}`],
    ['one space more', () => ` ${lines[at]}`],
    ['comment', () => `${lines[at]} # why`],
    ['carriage return', () => `${lines[at]}\r`],
    ['upper case key', () => `${start}${key.toUpperCase()}${rest}`],
    ['number as key', () => `${lines[at]}\n${start.replace('- ', '  ')}1: a`],
    ['null as key', () => `${lines[at]}\n${start.replace('- ', '  ')}~: a`],
  ];
  const [what, change] = random.pick(changes);
  const text = [...lines.slice(0, at), change(), ...lines.slice(at + 1)].join('\n');
  return { text, what: `${what} at line ${at + 1}` };
}
