import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import { BgpPassword, Cidr, MetricsAllowList, MetricsDenyList, Port, Selector, Tier, TyphaPlacement } from 'cdk8s-calico';

const hosts = Selector.label('role').equals('edge');
const nodes = [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')];
const scraperNamespaces = Selector.label('team').equals('ops');
const metrics = {
  scraperNamespaces,
  scrapers: Selector.label('app').equals('prometheus'),
  scraperNets: nodes,
  hosts,
  namespace: 'kube-system',
  felixPort: Port.of(19091),
  typhaPort: Port.of(19093),
  kubeControllersPort: Port.of(19094),
};

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['MetricsDenyList with every option', (chart) => new MetricsDenyList(chart, 't', metrics)],
  ['MetricsAllowList with every option', (chart) => new MetricsAllowList(chart, 't', metrics)],
  ['BgpPassword of some hosts', (chart) => new BgpPassword(chart, 't', { peers: nodes, hosts, secretName: 'bgp', namespace: 'kube-system' })],
  ['TyphaPlacement by another label', (chart) => new TyphaPlacement(chart, 't', { nodes, label: 'role', value: 'typha' })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

const options = { tier: Tier.KUBE_ADMIN, order: 7, staged: true };

test.each<readonly [string, Variant, string[]]>([
  ['MetricsDenyList', (chart) => new MetricsDenyList(chart, 't', { ...options, scraperNamespaces }), [
    'StagedGlobalNetworkPolicy kube-admin.metrics-deny-list-nodes kube-admin 7',
    'StagedGlobalNetworkPolicy kube-admin.metrics-deny-list-kube-controllers kube-admin 8',
  ]],
  ['MetricsAllowList', (chart) => new MetricsAllowList(chart, 't', { ...options, scraperNamespaces }), [
    'StagedGlobalNetworkPolicy kube-admin.metrics-allow-list-nodes kube-admin 7',
    'StagedGlobalNetworkPolicy kube-admin.metrics-allow-list-kube-controllers kube-admin 8',
  ]],
  ['BgpPassword', (chart) => new BgpPassword(chart, 't', { ...options, peers: nodes }), [
    'StagedGlobalNetworkPolicy kube-admin.bgp-password kube-admin 7', 'Role read-bgp-password', 'RoleBinding read-bgp-password',
  ]],
  ['TyphaPlacement', (chart) => new TyphaPlacement(chart, 't', { ...options, nodes }), [
    'StagedGlobalNetworkPolicy kube-admin.typha-placement kube-admin 7', 'StagedGlobalNetworkPolicy kube-admin.typha-placement-closed kube-admin 8',
  ]],
])('%s takes tier and order, and is staged by one option', (_, make, outline) => {
  expect(outlineOf(make)).toEqual(outline);
});

test('lets calico-node read the one Secret', () => {
  const chart = new Chart(new App(), 'test');
  const { secretName } = new BgpPassword(chart, 't', { peers: nodes, tier: Tier.KUBE_ADMIN });
  expect([secretName, ...chart.toJson().slice(1)]).toEqual(['bgp-password', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'read-bgp-password', namespace: 'calico-system' },
    rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['bgp-password'], verbs: ['get', 'list', 'watch'] }],
  }, {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'read-bgp-password', namespace: 'calico-system' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'read-bgp-password' },
    subjects: [{ kind: 'ServiceAccount', name: 'calico-node', namespace: 'calico-system' }],
  }]);
});

test('says where the scheduler may put Typha, as Kubernetes takes it', () => {
  const { typhaAffinity } = new TyphaPlacement(new Chart(new App(), 'test'), 't', { nodes });
  expect(typhaAffinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'typha', operator: 'In', values: ['allowed'] }] }] },
    },
  });
});

test.each<readonly [string, Variant, string]>([
  ['BGP without peers', (chart) => new BgpPassword(chart, 't', { peers: [] }), 'test/t: peers is empty, so nobody would speak BGP; name the nodes and routers'],
  ['Typha without nodes', (chart) => new TyphaPlacement(chart, 't', { nodes: [] }),
    'test/t: nodes is empty, so no Felix would reach Typha; name the addresses of the nodes'],
])('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
