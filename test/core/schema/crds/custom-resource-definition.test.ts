import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { Crd, readCompactCrds, readCrds } from '../../../../scripts/generate/crd';
import { digestOf, structureOf } from '../../../../scripts/generate/structure';
import { CrdGroup, customResourceDefinitions } from '../../../../src/core/schema/crds/custom-resource-definition';

const root = join(__dirname, '../../../..');
const reference = join(root, '../shared/reference/crds');
const digests = JSON.parse(readFileSync(join(root, 'test/crds/structure.digest.json'), 'utf8')) as Record<string, string>;
const groups: [CrdGroup, string, number][] = [
  ['projectcalico.org', 'projectcalico.org_v3', 22],
  ['crd.projectcalico.org', 'crd.projectcalico.org_v1', 22],
  ['operator.tigera.io', 'operator.tigera.io_v1', 5],
];

function crdsOf(group: CrdGroup): Crd[] {
  return customResourceDefinitions(group) as unknown as Crd[];
}

describe.each(groups)('the CustomResourceDefinitions of %s', (group, folder, count) => {
  test('have the structure of the committed digests', () => {
    const found = Object.fromEntries(crdsOf(group).map((crd) => [crd.metadata.name, digestOf(crd)]));

    expect(Object.keys(found)).toHaveLength(count);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, digests[name]])));
  });

  // Calico's own files stay out of this repository: where they aren't beside it, the digests above stand in.
  (existsSync(reference) ? test : test.skip)('have the structure of the reference, where it is there', () => {
    const byName = new Map(readCrds(join(reference, folder)).map((crd) => [crd.metadata.name, structureOf(crd)]));

    for (const crd of crdsOf(group)) {
      expect(structureOf(crd)).toEqual(byName.get(crd.metadata.name));
    }
  });

  test('are small enough for kubectl apply', () => {
    for (const crd of crdsOf(group)) {
      expect(JSON.stringify(crd).length).toBeLessThan(262144);
    }
  });
});

test('crds/ and the constants made from it say the same', () => {
  expect(crdsOf('projectcalico.org').map(structureOf)).toEqual(readCrds(join(root, 'crds/projectcalico.org')).map(structureOf));
  expect(crdsOf('operator.tigera.io').map(structureOf)).toEqual(readCompactCrds(join(root, 'crds/operator.tigera.io.yaml')).map(structureOf));
});

test('no digest is left over', () => {
  const names = groups.flatMap(([group]) => crdsOf(group).map((crd) => crd.metadata.name));

  expect(Object.keys(digests).sort()).toEqual(names.sort());
});
