import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { readCrds } from '../../scripts/generate/crd';
import { digestOf, structureOf } from '../../scripts/generate/structure';

const root = join(__dirname, '../..');
const digests = JSON.parse(readFileSync(join(__dirname, 'structure.digest.json'), 'utf8')) as Record<string, string>;
const crds = readCrds(join(root, 'crds/projectcalico.org'));

describe('the structure of crds/projectcalico.org', () => {
  test('is that of the committed digests, kind by kind', () => {
    const found = Object.fromEntries(crds.map((crd) => [crd.metadata.name, digestOf(crd)]));
    const expected = Object.fromEntries(Object.entries(digests).filter(([name]) => name in found));

    expect(found).toEqual(expected);
    expect(crds).toHaveLength(22);
  });

  const reference = join(root, '../shared/reference/crds/projectcalico.org_v3');
  (existsSync(reference) ? test : test.skip)('is that of the reference, where it is there', () => {
    expect(crds.map(structureOf)).toEqual(readCrds(reference).map(structureOf));
  });
});
