import * as fc from 'fast-check';
import { calicoKinds } from '../../../../src/core/schema/kinds.generated';
import { choicesOf, goPattern } from '../../../../src/core/schema/structural/pattern';
import { StructuralSchema } from '../../../../src/core/schema/structural-schema';

/** Patterns that were read and found to have one way at most to match a text, so that JavaScript's engine can't backtrack badly. */
const READ: readonly string[] = [
  '^(\\d+):(\\d+)$|^(\\d+):(\\d+):(\\d+)$',
  '^.*',
  '^([0-9]+(\\\\.[0-9]+)?(ms|s|m|h))*$',
  '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))*$',
  '^([a-zA-Z0-9-_]+=(true|false|),)*([a-zA-Z0-9-_]+=(true|false|))?$',
  '^([a-zA-Z0-9-_]+=([^=]+),)*([a-zA-Z0-9-_]+=([^=]+))?$',
  '^[1-9]\\d{0,3}/(?:second|minute|hour|day)$',
  '^([a-zA-Z0-9%: /_-])*$',
  '^(host|virtual):[a-zA-Z0-9\\.\\-_]+$',
  '^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$',
  '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$',
];

/** The one that has several, and is replaced. */
const REPLACED = '^(([0-9]*(\\.[0-9]*)?(ms|s|h|m|us)+)+|Auto)$';

function patternsOf(schema: StructuralSchema, found: Set<string>): Set<string> {
  if (schema.pattern !== undefined) {
    found.add(schema.pattern);
  }
  for (const part of [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]) {
    if (part !== undefined) {
      patternsOf(part, found);
    }
  }
  return found;
}

describe('the patterns of the CRDs', () => {
  test('each was read, or is a choice of words, or alternatives of digits only', () => {
    const unread = [...calicoKinds().reduce((found, kind) => patternsOf(kind.schema, found), new Set<string>())]
      .filter((pattern) => choicesOf(pattern) === undefined && !/^\^\(\(\[0-9\]\|/.test(pattern) && pattern !== REPLACED && !READ.includes(pattern));
    expect(unread).toEqual([]);
  });

  test('a choice of words ignores case', () => {
    expect(['info', 'INFO', '', 'x'].map((text) => goPattern('^(?i)(Info|Debug)?$').test(text))).toEqual([true, true, true, false]);
  });

  test('the replaced pattern matches the same texts', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('1', '0', '.', 'm', 's', 'u', 'h', 'x', 'Auto'), maxLength: 9 }), (text) =>
      goPattern(REPLACED).test(text) === new RegExp(REPLACED).test(text)), { seed: 1, numRuns: 3000 });
  });

  test('no pattern hangs on hostile text', () => {
    for (const pattern of [...READ, REPLACED]) {
      for (const part of ['ms', 'm', '1', '.', 'a', 'a-', 'a=', 'a=b,', ',', ':']) {
        expect(goPattern(pattern).test(`${part.repeat(20000)}!`)).toBeDefined();
      }
    }
  });
});
