import { object } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/too-small-for-node';

function ipPool(spec: string, name = 'pods'): string {
  return object('projectcalico.org/v3', 'IPPool', name, `spec: {${spec}}`);
}

function ipam(fields: string): string {
  return object('projectcalico.org/v3', 'IPAMConfiguration', 'default', `spec: {strictAffinity: true, autoAllocateBlocks: true, ${fields}}`);
}

function kubelet(fields: string): string {
  return object('kubelet.config.k8s.io/v1beta1', 'KubeletConfiguration', 'kubelet', fields);
}

const POOL = ipPool('cidr: 10.1.0.0/16');

test('fires for one block of the usual size', () => {
  expect(findingsOf(ID, POOL + ipam('maxBlocksPerHost: 1'))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 4, column: 161 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPAMConfiguration', name: 'default' },
    field: 'spec.maxBlocksPerHost',
    what: 'a node gets 1 block of 64 IPv4 addresses at most, 64 in all, and a kubelet takes 110 pods',
    why: 'pod 65 of a node gets no address and doesn\'t start, though the pool has some left',
    fix: 'write 2 or more, or give the pool blockSize 25 before the cluster starts; or leave maxBlocksPerHost out, or lower the kubelet\'s maxPods',
    docs: 'docs/checks/pool/too-small-for-node.md',
  }]);
});

test('fires as a warning where the kubelet is configured', () => {
  expect(findingsOf(ID, POOL + ipPool('cidr: "fd00::/121"', 'v6') + ipam('maxBlocksPerHost: 2') + kubelet('maxPods: 250') + kubelet('maxPods: 110') + kubelet('port: 1')).map(({ severity, what, fix }) => [severity, what, fix])).toEqual([
    ['warning', 'a node gets 2 blocks of 64 IPv4 addresses at most, 128 in all, and its kubelet is configured for 250 pods',
      'write 4 or more, or give the pool blockSize 25 before the cluster starts; or leave maxBlocksPerHost out, or lower the kubelet\'s maxPods'],
    ['warning', 'a node gets 2 blocks of 64 IPv6 addresses at most, 128 in all, and its kubelet is configured for 250 pods',
      'write 4 or more, or give the pool blockSize 121 before the cluster starts; or leave maxBlocksPerHost out, or lower the kubelet\'s maxPods'],
  ]);
});

test('offers no blocks that are greater than the pool', () => {
  expect(findingsOf(ID, ipPool('cidr: 10.1.0.0/26') + ipam('maxBlocksPerHost: 1')).map(({ fix }) => fix)).toEqual([
    'write 2 or more; or leave maxBlocksPerHost out, or lower the kubelet\'s maxPods',
  ]);
});

test.each([
  ['blocks enough', POOL + ipam('maxBlocksPerHost: 2')],
  ['greater blocks in another pool', POOL + ipPool('cidr: 10.2.0.0/16, blockSize: 24', 'more') + ipam('maxBlocksPerHost: 1')],
  ['no limit', POOL + ipam('maxBlocksPerHost: 0')],
  ['fewer pods', POOL + ipam('maxBlocksPerHost: 1') + kubelet('maxPods: 64')],
  ['pools of which nothing is known', ipam('maxBlocksPerHost: 1') + ipPool('cidr: pods')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(POOL + ipam('maxBlocksPerHost: 1')));
});
