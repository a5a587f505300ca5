import { object } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/image-set';

test('fires for another name', () => {
  expect(findingsOf(ID, object('operator.tigera.io/v1', 'ImageSet', 'images', 'spec: {}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 2, column: 70 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'ImageSet', name: 'images' },
      field: 'metadata.name',
      what: 'the ImageSet is named images',
      why: 'where there is any ImageSet, the operator installs nothing without one that fits its version',
      fix: 'name it for variant and version, such as calico-v3.32.1',
      docs: 'docs/checks/install/image-set.md',
    },
  ]);
});

test.each([
  [
    'a digest that is none',
    object('operator.tigera.io/v1', 'ImageSet', 'calico-v3.32.1', 'spec: {images: [{image: calico/node, digest: v3.32.1}]}'),
    [
      {
        field: 'spec.images[0].digest',
        what: '"v3.32.1" is no digest',
        fix: 'write sha256: and the 64 hexadecimal digits that the registry shows',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['a name and digests as they should be', object('operator.tigera.io/v1', 'ImageSet', 'enterprise-v3.22.0', `spec: {images: [{image: calico/node, digest: "sha256:${'0'.repeat(64)}"}, {image: calico/cni}, 1]}`)],
  ['other objects', object('operator.tigera.io/v1', 'Whisker', 'default', 'spec: {}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(object('operator.tigera.io/v1', 'ImageSet', 'images', 'spec: {}')));
});
