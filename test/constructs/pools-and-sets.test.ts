import { App, Chart } from 'cdk8s';
import { AllowedUse, AssignmentMode, Checks, Cidr, GlobalNetworkSet, IpipMode, IpPool, NetworkSet, Selector, TierResource, VxlanMode } from '../../src';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

test('the pool of the seed page has its fields and no other', () => {
  const pool = new IpPool(chart, 'pods', {
    metadata: { name: 'default-ipv4-ippool' },
    cidr: Cidr.parse('192.168.0.0/16'),
    vxlanMode: VxlanMode.ALWAYS,
    natOutgoing: true,
  });
  expect(pool.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3',
    kind: 'IPPool',
    metadata: { name: 'default-ipv4-ippool' },
    spec: { cidr: '192.168.0.0/16', vxlanMode: 'Always', ipipMode: 'Never', natOutgoing: true, disabled: false },
  });
  expect(String(pool.cidr)).toBe('192.168.0.0/16');
});

test('every field of a pool can be set', () => {
  expect(new IpPool(chart, 'pods', {
    cidr: Cidr.parse('10.0.0.0/16'),
    vxlanMode: VxlanMode.NEVER,
    ipipMode: IpipMode.CROSS_SUBNET,
    natOutgoing: true,
    disabled: true,
    blockSize: 27,
    nodeSelector: Selector.label('zone').equals('a'),
    namespaceSelector: Selector.label('team').exists(),
    disableBgpExport: true,
    allowedUses: [AllowedUse.WORKLOAD],
    assignmentMode: AssignmentMode.MANUAL,
  }).toJson().spec).toEqual({
    cidr: '10.0.0.0/16',
    vxlanMode: 'Never',
    ipipMode: 'CrossSubnet',
    natOutgoing: true,
    disabled: true,
    blockSize: 27,
    nodeSelector: 'zone == "a"',
    namespaceSelector: 'has(team)',
    disableBGPExport: true,
    allowedUses: ['Workload'],
    assignmentMode: 'Manual',
  });
});

test('a pool for load balancers selects all nodes, as Calico demands', () => {
  expect(new IpPool(chart, 'services', { cidr: Cidr.parse('10.0.0.0/24'), allowedUses: [AllowedUse.LOAD_BALANCER] }).toJson().spec)
    .toMatchObject({ nodeSelector: 'all()' });
});

test.each([
  ['NetworkSet', NetworkSet],
  ['GlobalNetworkSet', GlobalNetworkSet],
] as const)('a %s holds the addresses that it is given and those that are added', (kind, NetworkSetOfKind) => {
  const set = new NetworkSetOfKind(chart, 'set', { metadata: { labels: { role: 'db' } }, nets: [Cidr.parse('10.0.0.0/24')] });
  set.addNets(Cidr.parse('fd00::/64'), Cidr.parse('10.1.0.1/32'));
  expect(set.toJson()).toMatchObject({ kind, metadata: { labels: { role: 'db' } }, spec: { nets: ['10.0.0.0/24', 'fd00::/64', '10.1.0.1/32'] } });
  expect(new NetworkSetOfKind(chart, 'empty').toJson().spec).toEqual({ nets: [] });
});

test('a chart\'s namespace is for namespaced kinds only; one that is given on purpose is reported', () => {
  const shop = new Chart(new App(), 'shop', { namespace: 'shop' });
  const pool = new IpPool(shop, 'pods', { metadata: { name: 'pods' }, cidr: Cidr.parse('10.0.0.0/16') });
  const typed = new TierResource(shop, 'tier', { metadata: { name: 'security' }, spec: { order: 1 } });
  const set = new NetworkSet(shop, 'set', { metadata: { name: 'db' } });
  const strange = new GlobalNetworkSet(shop, 'global', { metadata: { name: 'all', namespace: 'shop' } });
  expect([pool, typed, set, strange].map((object) => object.toJson().metadata)).toEqual([
    { name: 'pods' }, { name: 'security' }, { name: 'db', namespace: 'shop' }, { name: 'all', namespace: 'shop' },
  ]);
  expect(Checks.of(shop).report().findings.map(({ id, path }) => ({ id, path }))).toEqual([{ id: 'resource/namespace', path: 'shop/global' }]);
});
