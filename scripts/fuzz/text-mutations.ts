import { RandomSource } from '../../test/cluster/random-source';

/** Pieces that mean something to a reader of YAML, of JSON, of selectors or of addresses, and some that mean harm. */
const PIECES = [
  '\n', '\n\n', '\n---\n', '---', '\n...\n', '--- !x\n', ': ', ':', '- ', '? ', '| ', '>-\n', '|+2\n', ' #', '#', '&a ', '*a', '*b', '<<: *a', '!!str ', '!!binary ', '!!int ', '!t ',
  '[', ']', '{', '}', ',', '"', '\'', '\\', '\t', '  ', '    ', '\r\n', '\r', '%YAML 1.1\n', '@', '`', '~', 'null', 'yes', 'true', '0x1F', '0o7', '1_000', '1e400', '.inf', '-.NaN',
  '-0', '9223372036854775808', '1e21', '2001-01-01', '\u0000', '\u0007', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '\ud800', '\udc00', '\u202e', 'é', '😀', '\u0301'.repeat(40),
  '__proto__: ', 'constructor: ', 'toString: ', 'hasOwnProperty: ', 'kind: ', 'kind: List\n', 'items:\n', 'metadata:\n', 'spec:\n', 'apiVersion: ', 'projectcalico.org/v3', '{{ .Values.x }}',
  '{{-',
  'all()', '!', '!!', '(', ')', '&&', '||', '==', '!=', 'in {', 'not in {', 'has(', 'global()', 'contains', 'starts with', '$(x)', 'a == "b"',
  '10.0.0.0/8', '0.0.0.0/0', '::/0', '::ffff:1.2.3.4', '/33', '%eth0', '65536', '1:70000', '-1',
  'A'.repeat(300), ' '.repeat(200), '('.repeat(60), '!'.repeat(60), '[['.repeat(30), '- '.repeat(30),
] as const;

type Change = (text: string, random: RandomSource, other: string) => string;

const insertPiece: Change = (text, random) => {
  const at = placeIn(text, random);
  return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
};

const replaceByPiece: Change = (text, random) => {
  const at = placeIn(text, random);
  return text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.below(12));
};

const remove: Change = (text, random) => {
  const at = placeIn(text, random);
  return text.slice(0, at) + text.slice(at + 1 + random.below(30));
};

const repeat: Change = (text, random) => {
  const at = placeIn(text, random);
  const end = at + 1 + random.below(60);
  return text.slice(0, end) + text.slice(at, end).repeat(1 + random.below(4)) + text.slice(end);
};

const repeatLine: Change = (text, random) => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines.splice(random.below(lines.length), 0, lines[at]);
  return lines.join('\n');
};

const indentLine: Change = (text, random) => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines[at] = random.chance(50) ? ` ${lines[at]}` : lines[at].replace(/^ {1,2}/, '');
  return lines.join('\n');
};

const flipCharacter: Change = (text, random) => {
  const at = placeIn(text, random);
  return text.slice(0, at) + String.fromCharCode(random.below(random.chance(80) ? 128 : 65_536)) + text.slice(at + 1);
};

const splice: Change = (text, random, other) => text.slice(0, placeIn(text, random)) + other.slice(placeIn(other, random));

const append: Change = (text, random, other) => `${text}${random.pick(['---\n', '\n', '--- \n', '...\n', ''])}${other}`;

const CHANGES: readonly Change[] = [
  insertPiece, insertPiece, insertPiece, replaceByPiece, replaceByPiece, remove, repeat, repeatLine, indentLine, indentLine, flipCharacter,
  splice, append,
];

/** A text with some changes; `other` is what it may be mixed with. */
export function mutatedText(text: string, other: string, random: RandomSource): string {
  let changed = text;
  for (let changes = 1 + random.below(random.chance(20) ? 12 : 3); changes > 0; changes--) {
    changed = random.pick(CHANGES)(changed, random, other);
  }
  return changed;
}

/** A text of pieces alone. */
export function textOfPieces(random: RandomSource): string {
  return Array.from({ length: random.below(60) }, () => random.pick(PIECES)).join(random.pick(['', '', ' ', '\n']));
}

function placeIn(text: string, random: RandomSource): number {
  return random.below(text.length + 1);
}
