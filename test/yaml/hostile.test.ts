import * as fc from 'fast-check';
import { readManifests } from '../../src/yaml';

const HEAD = 'apiVersion: projectcalico.org/v3\nkind: Tier\n';

/** Nine values, and levels of nine aliases of the level before. */
function bomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level <= levels; level++) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  return lines.join('\n');
}

describe('hostile text', () => {
  test('rejects an alias bomb', () => {
    expect(readManifests(HEAD + bomb(30)).faults).toMatchObject([{ rule: 'yaml/alias-bomb', place: { line: 6, column: 25 } }]);
  });

  test('takes as many aliases as kubectl does', () => {
    const text = `${HEAD}base: &base {a: 1, b: 2}\nlist:\n${'- *base\n'.repeat(5000)}`;
    expect(readManifests(text).faults).toEqual([]);
    const large = `${HEAD}base: &base [${'1, '.repeat(100_000)}]\nlist: [*base, *base, *base]\npad: [${'1, '.repeat(100_000)}]\n`;
    expect(readManifests(large).faults).toEqual([]);
    const larger = `${HEAD}pad: [${'1, '.repeat(100_000)}]\nbase: &base [${'1, '.repeat(10_000)}]\nlist: [${'*base, '.repeat(400)}]\n`;
    expect(readManifests(larger).faults).toMatchObject([{ rule: 'yaml/alias-bomb' }]);
    const largest = `${HEAD}base: &base [${'1, '.repeat(100_000)}]\nlist: [${'*base, '.repeat(40)}]\n`;
    expect(readManifests(largest).faults).toMatchObject([{ rule: 'yaml/alias-bomb' }]);
  });

  test('rejects depth in every form', () => {
    for (const deep of ['['.repeat(1e5), '{a: '.repeat(1e5), '- '.repeat(1e5), '? '.repeat(1e5), Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n')]) {
      expect(readManifests(deep).faults).toMatchObject([{ rule: 'yaml/too-deep', what: 'the text nests deeper than 500 levels' }]);
    }
  });

  test('reports a bounded number of problems in one document', () => {
    expect(readManifests(`a: [${'!x y, '.repeat(1000)}]`).faults).toHaveLength(100);
    expect(readManifests('a: 1\n'.repeat(1000)).faults).toHaveLength(20);
  });

  test('makes no object dangerous', () => {
    const { manifests, faults } = readManifests(`${HEAD}__proto__: {polluted: 1}\nconstructor: 2\nx: {<<: {__proto__: {z: 1}}}\n`);
    expect(faults).toEqual([]);
    expect(Object.keys(manifests[0].object)).toEqual(['apiVersion', 'kind', '__proto__', 'constructor', 'x']);
    expect(Object.getPrototypeOf(manifests[0].object)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBe(undefined);
  });

  test('follows a long chain of merges to its place', () => {
    const chain = Array.from({ length: 100 }, (_, index) => `a${index + 1}: &a${index + 1} {<<: *a${index}}`).join('\n');
    const { manifests } = readManifests(`${HEAD}a0: &a0 {x: 1}\n${chain}\n`);
    expect(manifests[0].origin.locate!(['a100', 'x'])).toEqual({ line: 3, column: 13 });
  });

  test('never makes the reader throw, and leaves no field without a place', () => {
    const pieces = ['a', 'b: ', ': ', '- ', '\n', '\n  ', '\n    ', ' ', '\t', '[', ']', '{', '}', ',', '"', '\'', '&x ', '*x', '!t ', '!!int ', '|', '>', '# ', '---\n', '...\n', '<<: ', '? ',
      'yes', '1', '~', '\r\n', '\\', '%', '@', '\u0000', '\u2028', 'é', '{{ x }}', HEAD, 'kind: List\napiVersion: v1\nitems:\n- ', '\n]', '\n}'];
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      const text = chosen.join('');
      const lines = text.split('\n').length;
      const { manifests, faults } = readManifests(text);
      const found = [...manifests.map((manifest) => manifest.origin.locate!(['metadata', 'name'])!), ...faults.map((fault) => fault.place)];
      expect(found.every(({ line, column }) => line >= 1 && line <= lines && column >= 1)).toBe(true);
    }), { seed: 3, numRuns: 3000 });
  });

  test('reads whatever bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readManifests(bytes).manifests).toEqual([]);
    }), { seed: 4, numRuns: 500 });
  });
});
