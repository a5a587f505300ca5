import { network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'pool/too-few-blocks';

function ipPool(spec: string, name = 'pods'): string {
  return object('projectcalico.org/v3', 'IPPool', name, `spec: {${spec}}`);
}

function nodes(count: number): { nodeNames: string[] } {
  return { nodeNames: Array.from({ length: count }, (_, index) => `node-${index}`) };
}

const TWO_BLOCKS = ipPool('cidr: 10.1.0.0/25');
const STRICT = object('projectcalico.org/v3', 'IPAMConfiguration', 'default', 'spec: {strictAffinity: true}');

test('fires for more nodes than blocks', () => {
  expect(findingsOf(ID, TWO_BLOCKS, nodes(3))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 2, column: 80 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.blockSize',
    what: 'the IPv4 pools have 2 blocks of 64 addresses, and the plan declares 3 nodes',
    why: '1 node gets no block: pods there borrow single addresses of other nodes\' blocks, each with a route of its own, and Windows nodes can\'t',
    fix: 'give pool 10.1.0.0/25 blockSize 27 before the cluster starts, as it can\'t be changed later; or add a pool',
    docs: 'docs/checks/pool/too-few-blocks.md',
  }]);
});

test('fires as an error where nobody may borrow', () => {
  expect(findingsOf(ID, TWO_BLOCKS + STRICT, nodes(4)).map(({ severity, why }) => [severity, why])).toEqual([
    ['error', '2 nodes get no block: strictAffinity is on, so pods there get no address'],
  ]);
});

test.each([
  ['pools of an Installation', network('ipPools: [{cidr: 10.1.0.0/26}, {cidr: 10.2.0.0/25}]'), nodes(4), [
    'the IPv4 pools have 3 blocks of 64 addresses, and the plan declares 4 nodes; give pool 10.2.0.0/25 blockSize 27 before the cluster starts, as it can\'t be changed later; or add a pool',
  ]],
  ['manifests', node([variable('CALICO_IPV4POOL_CIDR', '10.1.0.0/24'), variable('CALICO_IPV4POOL_BLOCK_SIZE', '24'), variable('CALICO_IPV6POOL_CIDR', 'fd00::/122')].join(', ')), nodes(2), [
    'the IPv4 pools have 1 block of 256 addresses, and the plan declares 2 nodes; give pool 10.1.0.0/24 blockSize 25 before the cluster starts, as it can\'t be changed later; or add a pool',
    'the IPv6 pools have 1 block of 64 addresses, and the plan declares 2 nodes; give pool fd00::/122 blockSize 123 before the cluster starts, as it can\'t be changed later; or add a pool',
  ]],
  ['more nodes than addresses', ipPool('cidr: 10.1.0.0/31, blockSize: 32'), nodes(3), ['the IPv4 pools have 2 blocks of 1 addresses, and the plan declares 3 nodes; add a pool']],
  ['Node objects', ipPool('cidr: 10.1.0.0/26') + object('v1', 'Node', 'a', 'spec: {}') + object('v1', 'Node', 'b', 'spec: {}'), undefined, [
    'the IPv4 pools have 1 block of 64 addresses, and the objects have 2 nodes; give pool 10.1.0.0/26 blockSize 27 before the cluster starts, as it can\'t be changed later; or add a pool',
  ]],
  ['a pool that an Installation and an IPPool have', network('ipPools: [{cidr: 10.1.0.0/26}]') + ipPool('cidr: 10.1.0.0/26'), nodes(2), [
    'the IPv4 pools have 1 block of 64 addresses, and the plan declares 2 nodes; give pool 10.1.0.0/26 blockSize 27 before the cluster starts, as it can\'t be changed later; or add a pool',
  ]],
])('fires for %s', (_, yaml, ranges, expected) => {
  expect(findingsOf(ID, yaml, ranges).map(({ what, fix }) => `${what}; ${fix}`).sort()).toEqual(expected);
});

test.each([
  ['blocks enough', TWO_BLOCKS, nodes(2)],
  ['a further pool', TWO_BLOCKS + ipPool('cidr: 10.2.0.0/26', 'more'), nodes(3)],
  ['nodes of which nothing is known', TWO_BLOCKS, {}],
  ['no pool', STRICT, nodes(3)],
  ['pools that pods get nothing of', ipPool('cidr: 10.1.0.0/26, allowedUses: [LoadBalancer]') + ipPool('cidr: 10.2.0.0/26, disabled: true', 'old'), nodes(3)],
  ['a pool that can\'t be read', TWO_BLOCKS + ipPool('cidr: pods', 'more'), nodes(3)],
  ['blocks that can\'t be', ipPool('cidr: 10.1.0.0/26, blockSize: 20'), nodes(3)],
  ['an Installation whose pools the operator chooses', network('bgp: Enabled') + TWO_BLOCKS, nodes(3)],
  ['addresses that others manage', network('ipPools: [{cidr: 10.1.0.0/26}]', 'cni: {type: Calico, ipam: {type: HostLocal}}'), nodes(3)],
  ['manifests whose pool calico-node chooses', node(variable('IP', 'autodetect')) + TWO_BLOCKS, nodes(3)],
  ['addresses of nodes\' pod CIDRs', node(variable('USE_POD_CIDR', 'true')) + TWO_BLOCKS, nodes(3)],
  ['manifests that make no pools', node([variable('NO_DEFAULT_POOLS', 'true'), variable('CALICO_IPV6POOL_CIDR', 'none')].join(', ')) + TWO_BLOCKS, nodes(2)],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(TWO_BLOCKS, nodes(3)));
});
