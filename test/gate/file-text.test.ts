import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileText } from '../../src/gate/file-text';

const folder = mkdtempSync(join(tmpdir(), 'file-text-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(bytes: Uint8Array): string {
  const path = join(folder, 'text.yaml');
  writeFileSync(path, bytes);
  return path;
}

const STEP = 65_536;
const texts: readonly (readonly [string, string])[] = [
  ['plain text', 'kind: Tier\n'.repeat(20_000)],
  ['accents', 'name: "é€"\n'.repeat(20_000)],
  ['characters of two code units', '😀'.repeat(2 * STEP)],
  ['characters of two code units that lie across every step', `a${'😀'.repeat(2 * STEP)}`],
  ['no text', ''],
];

describe.each(texts)('%s', (_, text) => {
  test.each(['', 'with a byte order mark'])('gives the same parts before and after the text was let go %s', (mark) => {
    const bytes = Buffer.from((mark === '' ? '' : '\uFEFF') + text);
    const source = FileText.of(fileOf(bytes), bytes, text)!;
    const ranges = [
      [0, 0], [0, 10], [STEP - 2, STEP + 4], [STEP, STEP + 2], [2 * STEP - 8, 3 * STEP], [text.length - 10, text.length], [0, text.length],
    ];
    const parts = ranges
      // A document begins and ends between characters.
      .map((offsets) => offsets.map((offset) => {
        const inText = Math.max(0, Math.min(offset, text.length));
        return /[\uDC00-\uDFFF]/.test(text.charAt(inText)) ? inText - 1 : inText;
      }));
    const before = parts.map(([start, end]) => source.slice(start, end));
    expect(before).toEqual(parts.map(([start, end]) => text.slice(start, end)));
    source.drop();
    expect(parts.map(([start, end]) => source.slice(start, end))).toEqual(before);
  });
});

test('gives nothing once the file is another', () => {
  const bytes = Buffer.from('kind: Tier\n');
  const path = fileOf(bytes);
  const source = FileText.of(path, bytes, 'kind: Tier\n')!;
  source.drop();
  writeFileSync(path, 'kind: Pool and more\n');
  expect(source.slice(0, 4)).toBe(undefined);
  rmSync(path);
  expect(source.slice(0, 4)).toBe(undefined);
});

test('rejects what can\'t be read again in parts', () => {
  const utf16 = Buffer.from('\uFEFFkind: Tier\n', 'utf16le');
  expect(FileText.of(fileOf(utf16), utf16, 'kind: Tier\n')).toBe(undefined);
  expect(FileText.of(join(folder, 'nowhere'), Buffer.from('a'), 'a')).toBe(undefined);
  expect(FileText.of(folder, Buffer.from('a'), 'a')).toBe(undefined);
});
