import * as fc from 'fast-check';
import { ADVICE, HOSTILE, IN_FILE, OVERLAP, SYNTAX } from './sample-findings';
import { Finding, sortFindings } from '../../../src/core/findings';

const finding = (change: Partial<Finding>): Finding => ({ ...OVERLAP, ...change });

describe('the order of findings', () => {
  test('is by severity, then path, object, field, id and text', () => {
    const ordered: Finding[] = [
      finding({ path: 'a' }),
      finding({ path: 'b', object: { kind: 'A' } }),
      finding({ path: 'b', object: { kind: 'B', namespace: 'x', name: 'z' } }),
      finding({ path: 'b', object: { kind: 'B', namespace: 'y', name: 'a' } }),
      finding({ path: 'b', object: { kind: 'C' }, field: 'spec.ingress[2]' }),
      finding({ path: 'b', object: { kind: 'C' }, field: 'spec.ingress[10]' }),
      finding({ path: 'b', object: { kind: 'C' }, field: 'spec.ingress[10]', id: 'd/a' }),
      finding({ path: 'b', object: { kind: 'C' }, field: 'spec.ingress[10]', id: 'd/b', what: 'a' }),
      finding({ path: 'b', object: { kind: 'C' }, field: 'spec.ingress[10]', id: 'd/b', what: 'b' }),
      IN_FILE,
      finding({ severity: 'advice', path: 'a' }),
      finding({ severity: 'unheard of', path: 'a' }),
    ];
    expect(sortFindings([...ordered].reverse())).toEqual(ordered);
  });

  test('is by file, line and column in files', () => {
    const places = [{ file: 'a', line: 2, column: 9 }, { file: 'a', line: 10, column: 1 }, { file: 'a', line: 10, column: 3 }, { file: 'b', line: 1, column: 1 }];
    const ordered = places.map((place) => finding({ path: undefined, place }));
    expect(sortFindings([...ordered].reverse())).toEqual(ordered);
  });

  test('does not depend on the order of declaration', () => {
    const all = [ADVICE, HOSTILE, IN_FILE, OVERLAP, SYNTAX, { ...OVERLAP, corrected: 'x' }, { ...SYNTAX, span: { text: 'app', start: 0, end: 1 } }];
    const sorted = sortFindings(all);
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(sortFindings(shuffled)).toEqual(sorted);
    }), { seed: 1, numRuns: 200 });
  });

  test('keeps equal findings', () => {
    expect(sortFindings([OVERLAP, OVERLAP])).toEqual([OVERLAP, OVERLAP]);
  });
});
