import { Checks } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'bgp/duplicate-peer';

function peer(name: string, spec: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: BGPPeer\nmetadata:\n  name: ${name}\nspec: {asNumber: 64512, ${spec}}\n`;
}

test('fires for two peers with one address on all nodes', () => {
  expect(findingsOf(ID, peer('tor', 'peerIP: 192.0.2.1') + peer('tor-again', 'peerIP: 192.0.2.1'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 12, column: 33 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPPeer', name: 'tor-again' },
    field: 'spec.peerIP',
    what: 'BGPPeer tor peers with 192.0.2.1 from the same nodes',
    why: 'each node has one session with an address: which of the two acts is left to chance',
    fix: 'put both into one BGPPeer, or give them nodes of their own',
    docs: 'docs/checks/bgp/duplicate-peer.md',
  }]);
});

test('fires for a peer of some nodes that one of all nodes hides', () => {
  const yaml = peer('a', 'peerIP: 192.0.2.1, node: worker-1') + peer('b', 'peerIP: 192.0.2.1, nodeSelector: has(rack)') + peer('c', 'peerIP: 192.0.2.1');
  expect(findingsOf(ID, yaml).map(({ object, what, why }) => [object?.name, what, why])).toEqual([
    ['a', 'BGPPeer c peers with 192.0.2.1 from every node', 'a peer for every node wins over one for some nodes, so this one has no effect'],
    ['b', 'BGPPeer c peers with 192.0.2.1 from every node', 'a peer for every node wins over one for some nodes, so this one has no effect'],
  ]);
});

test.each([
  ['of one node', 'peerIP: 192.0.2.1, node: worker-1', 'peerIP: 192.0.2.1, node: worker-1', '192.0.2.1'],
  ['of the same selected nodes', 'peerIP: 192.0.2.1, nodeSelector: has(rack)', 'peerIP: 192.0.2.1, nodeSelector: has(rack)', '192.0.2.1'],
  ['in two spellings', 'peerIP: "fd00:0::1"', 'peerIP: "fd00::1"', 'fd00::1'],
  ['with a port', 'peerIP: "192.0.2.1:1790"', 'peerIP: "192.0.2.1:01790"', '192.0.2.1, port 1790'],
  ['with a port, of IPv6', 'peerIP: "[fd00::1]:1790"', 'peerIP: "[fd00:0::1]:1790"', 'fd00::1, port 1790'],
])('fires for two peers with one address %s', (_, first, second, address) => {
  expect(findingsOf(ID, peer('a', first) + peer('b', second)).map(({ object, what }) => [object?.name, what])).toEqual([
    ['b', `BGPPeer a peers with ${address} from the same nodes`],
  ]);
});

test('names the construct of the other', () => {
  const report = Checks.of(appOf(peer('a', 'peerIP: 192.0.2.1') + peer('b', 'peerIP: 192.0.2.1'))).report();
  expect(report.findings.map(({ id, path, what }) => ({ id, path, what }))).toEqual([
    { id: ID, path: 'chart/1', what: 'BGPPeer a of chart/0 peers with 192.0.2.1 from the same nodes' },
  ]);
});

test.each([
  ['different addresses', peer('a', 'peerIP: 192.0.2.1') + peer('b', 'peerIP: 192.0.2.2')],
  ['different ports', peer('a', 'peerIP: 192.0.2.1') + peer('b', 'peerIP: "192.0.2.1:1790"')],
  ['different nodes', peer('a', 'peerIP: 192.0.2.1, node: worker-1') + peer('b', 'peerIP: 192.0.2.1, node: worker-2')],
  ['one object twice', peer('a', 'peerIP: 192.0.2.1') + peer('a', 'peerIP: 192.0.2.1') + peer('a', 'peerIP: 192.0.2.1, node: worker-1')],
  ['peers that are selected', peer('a', 'peerSelector: has(rr)') + peer('b', 'peerSelector: has(rr)')],
  ['addresses that can\'t be read', peer('a', 'peerIP: tor.example') + peer('b', 'peerIP: tor.example')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(peer('a', 'peerIP: 192.0.2.1') + peer('b', 'peerIP: 192.0.2.1')));
});
