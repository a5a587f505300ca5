import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'bgp/mesh-off';
const PEER = '---\napiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata:\n  name: tor\nspec:\n  peerIP: 192.0.2.1\n  asNumber: 64512\n';

function configuration(spec: string, name = 'default'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: BGPConfiguration\nmetadata:\n  name: ${name}\nspec: {${spec}}\n`;
}

function installation(network: string): string {
  return `---\napiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata:\n  name: default\nspec: {calicoNetwork: ${network}}\n`;
}

const OFF = configuration('nodeToNodeMeshEnabled: false');
const VXLAN = pool('pods', '10.0.0.0/16') + '  vxlanMode: CrossSubnet\n';

test('fires for a mesh that is off without peers', () => {
  expect(findingsOf(ID, OFF + pool('pods', '10.0.0.0/16'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 6, column: 31 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPConfiguration', name: 'default' },
    field: 'spec.nodeToNodeMeshEnabled',
    what: 'nodeToNodeMeshEnabled is false, and there is no BGPPeer among the objects given',
    why: 'nodes learn from peers where the pods of other nodes are: without mesh and peers, pods reach only those of their own node',
    fix: 'add BGPPeers that reach every node before the mesh goes, or leave it on; acknowledge this where the peers are created elsewhere',
    docs: 'docs/checks/bgp/mesh-off.md',
  }]);
});

test.each([
  ['one of several pools is without VXLAN', OFF + VXLAN + pool('more', '10.1.0.0/16')],
  ['nothing is known of pools', OFF],
  ['an installation may make further pools', OFF + VXLAN + installation('{}')],
  ['an installation lists a pool without VXLAN', OFF + installation('{ipPools: [{cidr: 10.2.0.0/16, encapsulation: IPIP}]}')],
])('fires where %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toHaveLength(1);
});

function peerOf(node: string, more = ''): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata:\n  name: tor-${node}\nspec: {node: ${node}, peerIP: 192.0.2.1, asNumber: 64512${more}}\n`;
}

test('fires where peers are for some nodes of the plan only', () => {
  expect(findingsOf(ID, OFF + peerOf('a') + peerOf('b'), { nodeNames: ['a', 'b', 'c', 'd'] }).map(({ what, why, fix }) => ({ what, why, fix }))).toEqual([{
    what: 'nodeToNodeMeshEnabled is false, and no BGPPeer is for node c and 1 more of the plan',
    why: 'each BGPPeer is for one node by name: c learns nothing of other nodes\' pods, and nobody learns where its pods are',
    fix: 'add a BGPPeer for c, or one with nodeSelector all()',
  }]);
  expect(findingsOf(ID, OFF + peerOf('a'), { nodeNames: ['a', 'b'] }).map(({ what }) => what)).toEqual([
    'nodeToNodeMeshEnabled is false, and no BGPPeer is for node b of the plan',
  ]);
});

test.each([
  ['peers for all nodes of the plan', OFF + peerOf('a') + peerOf('b')],
  ['a peer for every node beside those', OFF + peerOf('a') + PEER],
  ['a peer that other nodes are', OFF + peerOf('a', ', peerSelector: all()')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml, { nodeNames: ['a', 'b'] })).toEqual([]);
});

test.each([
  ['a mesh that is on', configuration('nodeToNodeMeshEnabled: true')],
  ['a mesh that is on by default', configuration('asNumber: 64512')],
  ['the settings of a node, which don\'t count', configuration('nodeToNodeMeshEnabled: false', 'node.worker-1')],
  ['peers', OFF + PEER],
  ['pools with VXLAN only', OFF + VXLAN + installation('{ipPools: [{cidr: 10.2.0.0/16, encapsulation: VXLANCrossSubnet}, {cidr: 10.3.0.0/16, encapsulation: VXLAN}]}')],
  ['routes that Felix programs, as BGP says', configuration('nodeToNodeMeshEnabled: false, programClusterRoutes: Disabled')],
  ['routes that Felix programs, as Felix says', OFF + configuration('programClusterRoutes: Enabled').replace('BGPConfiguration', 'FelixConfiguration')],
  ['an installation without BGP', OFF + installation('{bgp: Disabled}')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(OFF));
});
