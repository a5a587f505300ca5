import { network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/nat-outgoing-off';

function ipPool(spec: string): string {
  return object('projectcalico.org/v3', 'IPPool', 'pods', `spec: {${spec}}`);
}

function variables(...pairs: [string, string][]): string {
  return node(pairs.map(([name, value]) => variable(name, value)).join(', '));
}

const INSTALL = network('ipPools: []');
const OFF = ipPool('cidr: 10.1.0.0/16, natOutgoing: false') + INSTALL;
const PEER = object('projectcalico.org/v3', 'BGPPeer', 'tor', 'spec: {peerIP: 192.0.2.1, asNumber: 64512}');

test('fires for a private pool that is translated nowhere', () => {
  expect(findingsOf(ID, OFF)).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 2, column: 113 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.natOutgoing',
    what: 'pool 10.1.0.0/16 has private addresses, natOutgoing is off, and no BGPPeer tells anybody outside where they are',
    why: 'a packet from 10.1.0.0 to a host outside, such as a DNS server or a registry, arrives with that address, and the answer finds no way back',
    fix: 'turn natOutgoing on; or declare who routes the pool: BGPPeers, or routesPods of the plan\'s underlay',
    docs: 'docs/checks/pool/nat-outgoing-off.md',
  }]);
});

test.each([
  ['a pool of an Installation', network('ipPools: [{cidr: 10.1.0.0/16, natOutgoing: Disabled}, {cidr: 10.2.0.0/16, natOutgoing: Enabled}, {cidr: 10.3.0.0/16}]'), ['spec.calicoNetwork.ipPools[0].natOutgoing']],
  ['the pool of manifests', variables(['CALICO_IPV4POOL_CIDR', '100.64.0.0/16'], ['CALICO_IPV4POOL_NAT_OUTGOING', 'False']), ['spec.template.spec.containers[0].env[1].value']],
  ['a pool that says nothing beside an install', INSTALL + ipPool('cidr: 10.1.0.0/16'), ['spec.natOutgoing']],
])('fires for %s', (_, yaml, fields) => {
  expect(findingsOf(ID, yaml).map(({ field }) => field)).toEqual(fields);
});

test.each([
  ['translation', ipPool('cidr: 10.1.0.0/16, natOutgoing: true') + variables(['CALICO_IPV4POOL_CIDR', '10.2.0.0/16'], ['CALICO_IPV4POOL_NAT_OUTGOING', 'true']), undefined],
  ['pools without an install', ipPool('cidr: 10.1.0.0/16, natOutgoing: false'), undefined],
  ['public addresses', INSTALL + ipPool('cidr: 8.8.8.0/24, natOutgoing: false'), undefined],
  ['IPv6', INSTALL + ipPool('cidr: "fd00::/48", natOutgoing: false'), undefined],
  ['a pool that can\'t be read', INSTALL + ipPool('cidr: pods, natOutgoing: false') + ipPool('natOutgoing: false'), undefined],
  ['pools that pods get nothing of', INSTALL + ipPool('cidr: 10.1.0.0/16, natOutgoing: false, disabled: true') + ipPool('cidr: 10.2.0.0/16, natOutgoing: false, allowedUses: [LoadBalancer]'), undefined],
  ['the networking of a cloud', network('ipPools: [{cidr: 10.1.0.0/16, natOutgoing: Disabled}]', 'kubernetesProvider: EKS'), undefined],
  ['a BGP peer', OFF + PEER, undefined],
  ['an underlay that routes pods', OFF, { underlay: { allows: [], routesPods: true } }],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(OFF, {}));
});
