import { network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'bgp/mesh-too-large';

function nodes(count: number): { nodeNames: string[] } {
  return { nodeNames: Array.from({ length: count }, (_, index) => `node-${index}`) };
}

function configuration(spec: string): string {
  return object('projectcalico.org/v3', 'BGPConfiguration', 'default', `spec: {${spec}}`);
}

const BGP = network('bgp: Enabled');
const BIRD = node(variable('CALICO_NETWORKING_BACKEND', 'bird'));

test('fires for more than 100 nodes', () => {
  expect(findingsOf(ID, BGP, nodes(101))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 5, column: 29 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.calicoNetwork.bgp',
    what: 'the mesh between nodes is on, and the plan declares 101 nodes',
    why: 'each node keeps 100 BGP sessions, 5050 in all, and each new route goes over all of them: calico-node takes much CPU time, and new nodes and pods are reached late',
    fix: 'add BGPPeers to a few nodes that reflect routes, or to the switches of the racks, then set nodeToNodeMeshEnabled to false; or take VXLAN without BGP',
    docs: 'docs/checks/bgp/mesh-too-large.md',
  }]);
});

test.each([
  ['an Installation that leaves BGP on', network('ipPools: []'), 'Installation spec.calicoNetwork'],
  ['manifests', BIRD, 'DaemonSet spec.template.spec.containers[0].env[0].value'],
  ['a configuration of BGP', BIRD + configuration('asNumber: 64512'), 'BGPConfiguration spec.nodeToNodeMeshEnabled'],
])('fires at %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml, nodes(150)).map((finding) => `${finding.object!.kind} ${finding.field}`)).toEqual([expected]);
});

test.each([
  ['100 nodes', BGP, nodes(100)],
  ['nodes of which nothing is known', BGP, {}],
  ['no BGP', network('bgp: Disabled') + node(variable('CALICO_NETWORKING_BACKEND', 'vxlan')), nodes(101)],
  ['the networking of a cloud', network('ipPools: []', 'kubernetesProvider: EKS'), nodes(101)],
  ['a mesh that is off', BGP + configuration('nodeToNodeMeshEnabled: false'), nodes(101)],
  ['no install', configuration('asNumber: 64512'), nodes(101)],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(BGP, nodes(101)));
});
