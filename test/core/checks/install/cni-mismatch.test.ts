import { installation, object } from './objects';
import { expectRefused } from './refused';
import { appOf, findingsOf } from '../judging';

const ID = 'install/cni-mismatch';

test('fires for address management of another plugin', () => {
  expect(findingsOf(ID, installation('{cni: {type: Calico, ipam: {type: AmazonVPC}}}'))).toEqual([
    {
      id: ID,
      severity: 'error',
      place: { line: 5, column: 41 },
      object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
      field: 'spec.cni.ipam.type',
      what: 'the CNI plugin Calico doesn\'t work with address management AmazonVPC',
      why: 'the operator reports the Installation as degraded, and installs nothing',
      fix: 'write Calico or HostLocal, or leave ipam out',
      docs: 'docs/checks/install/cni-mismatch.md',
    },
  ]);
});

test.each([
  [
    'the plugin of one cloud on another',
    installation('{kubernetesProvider: AKS, cni: {type: AmazonVPC}}'),
    [
      {
        field: 'spec.cni.type',
        what: 'the CNI plugin AmazonVPC is there on EKS only, and kubernetesProvider is AKS',
        fix: 'write Calico, or correct kubernetesProvider to EKS',
      },
    ],
  ],
  [
    'address management that a plugin hasn\'t got',
    installation('{cni: {type: GKE, ipam: {type: Calico}}}'),
    [
      {
        field: 'spec.cni.ipam.type',
        what: 'the CNI plugin GKE doesn\'t work with address management Calico',
        fix: 'write HostLocal, or leave ipam out',
      },
    ],
  ],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual(expected);
});

test.each([
  ['nothing said', installation('{}')],
  ['a cloud with its own plugin', installation('{kubernetesProvider: AKS}')],
  ['the plugin of a cloud without a provider', installation('{cni: {type: AzureVNET}}')],
  ['a plugin that the schema refuses', installation('{cni: {type: Flannel}}')],
  ['host-local', installation('{cni: {type: Calico, ipam: {type: HostLocal}}}')],
  ['an Installation that an overlay changes', installation('{cni: {type: GKE, ipam: {type: Calico}}}') + object('operator.tigera.io/v1', 'Installation', 'overlay', 'spec: {}')],
  ['one of another name', object('operator.tigera.io/v1', 'Installation', 'other', 'spec: {cni: {type: GKE, ipam: {type: Calico}}}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('can\'t be acknowledged: the operator refuses it', () => {
  expectRefused(ID, appOf(installation('{cni: {type: Calico, ipam: {type: AmazonVPC}}}')));
});
