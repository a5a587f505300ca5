import { network, node, variable } from './objects';
import { Cidr } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/node-address-elsewhere';
const NODES = { nodes: [Cidr.parse('10.20.0.0/16'), Cidr.parse('10.21.0.0/16')] };
const ELSEWHERE = network('nodeAddressAutodetectionV4: {cidrs: [10.30.0.0/16, 10.31.0.0/16]}');

test('fires for blocks without nodes', () => {
  expect(findingsOf(ID, ELSEWHERE, NODES)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 60 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.calicoNetwork.nodeAddressAutodetectionV4.cidrs',
    what: 'the IPv4 address of a node is looked for in 10.30.0.0/16 or 10.31.0.0/16, and the plan has nodes in 10.20.0.0/16 or 10.21.0.0/16',
    why: 'a node with 10.20.0.0 finds no address: calico-node ends and starts again, and its pods get no network',
    fix: 'write 10.20.0.0/16, 10.21.0.0/16, or correct nodes of the plan',
    docs: 'docs/checks/install/node-address-elsewhere.md',
  }]);
});

test('fires for both families of manifests', () => {
  const yaml = node([variable('IP_AUTODETECTION_METHOD', 'cidr=10.30.0.0/16'), variable('IP6_AUTODETECTION_METHOD', 'cidr=fd30::/64,fd31::/64'), variable('IP6', 'autodetect')].join(', '));
  expect(findingsOf(ID, yaml, { nodes: [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')] }).map(({ field, what }) => [field, what])).toEqual([
    ['spec.template.spec.containers[0].env[0].value', 'the IPv4 address of a node is looked for in 10.30.0.0/16, and the plan has nodes in 10.20.0.0/16'],
    ['spec.template.spec.containers[0].env[1].value', 'the IPv6 address of a node is looked for in fd30::/64 or fd31::/64, and the plan has nodes in fd20::/64'],
  ]);
});

test.each([
  ['one block with nodes', network('nodeAddressAutodetectionV4: {cidrs: [10.30.0.0/16, 10.21.1.0/24, 7, none]}'), NODES],
  ['a block that is wider', network('nodeAddressAutodetectionV4: {cidrs: [10.0.0.0/8]}'), NODES],
  ['other ways to find it', network('nodeAddressAutodetectionV4: {canReach: 192.0.2.1}') + node(variable('IP_AUTODETECTION_METHOD', 'interface=eth0')), NODES],
  ['a family that the plan has no nodes of', network('nodeAddressAutodetectionV6: {cidrs: ["fd30::/64"]}'), NODES],
  ['an address that is given', node([variable('IP_AUTODETECTION_METHOD', 'cidr=10.30.0.0/16'), variable('IP', '10.20.0.1')].join(', ')), NODES],
  ['an address that the cluster gives', node([variable('IP_AUTODETECTION_METHOD', 'cidr=10.30.0.0/16'), '{name: IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}'].join(', ')), NODES],
  ['no address of the family', node([variable('IP6_AUTODETECTION_METHOD', 'cidr=fd30::/64'), variable('IP6', 'none')].join(', ')), { nodes: [Cidr.parse('fd20::/64')] }],
  ['a family that isn\'t asked for', node(variable('IP6_AUTODETECTION_METHOD', 'cidr=fd30::/64')), { nodes: [Cidr.parse('fd20::/64')] }],
  ['a node without Calico\'s networking', node([variable('IP_AUTODETECTION_METHOD', 'cidr=10.30.0.0/16'), variable('CALICO_NETWORKING_BACKEND', 'none')].join(', ')), NODES],
  ['a plan without nodes', ELSEWHERE, {}],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(ELSEWHERE, NODES));
});
