import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AppDefaultDeny, ClusterModel, ClusterNetworkPolicies, DenyAllToApp, DenyEgressFromApp, FlowEnd, LogThenDeny, NamespaceDefaultDeny, PolicyType, Port,
  Quarantine, Selector, StagedDefaultDeny, Tier, TierDefaultAction, TierSkeleton,
} from 'cdk8s-calico';

const app = { namespace: 'shop', app: Selector.label('app').equals('web') };
const namespaces = Selector.label('projectcalico.org/name').in('shop', 'payments');
const pods = Selector.label('app').equals('api');
const ingress = [PolicyType.INGRESS];
const egress = [PolicyType.EGRESS];
const closing = Tier.fromTierName('closing');

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['NamespaceDefaultDeny of ingress', (chart) => new NamespaceDefaultDeny(chart, 't', { namespace: 'shop', types: ingress })],
  ['NamespaceDefaultDeny of egress', (chart) => new NamespaceDefaultDeny(chart, 't', { namespace: 'shop', types: egress })],
  ['NamespaceDefaultDeny without DNS', (chart) => new NamespaceDefaultDeny(chart, 't', { namespace: 'shop', allowDns: false })],
  ['NamespaceDefaultDeny with another DNS', (chart) => new NamespaceDefaultDeny(chart, 't', { namespace: 'shop', dns: { namespace: 'dns', ports: [Port.of(1053)] } })],
  ['AppDefaultDeny of ingress', (chart) => new AppDefaultDeny(chart, 't', { types: ingress })],
  ['AppDefaultDeny of egress', (chart) => new AppDefaultDeny(chart, 't', { types: egress, namespaces })],
  ['AppDefaultDeny without DNS', (chart) => new AppDefaultDeny(chart, 't', { allowDns: false, pods })],
  ['AppDefaultDeny with another DNS', (chart) => new AppDefaultDeny(chart, 't', { dns: { namespace: 'dns', ports: [Port.of(1053)] }, namespaces })],
  ['AppDefaultDeny in a tier that ends with Deny', (chart) => new AppDefaultDeny(chart, 't', { tier: closing })],
  ['StagedDefaultDeny once it is enforced', (chart) => new StagedDefaultDeny(chart, 't', { staged: false, types: egress, pods })],
  ['DenyAllToApp for all pods', (chart) => new DenyAllToApp(chart, 't', { ...app, app: Selector.all() })],
  ['DenyEgressFromApp without DNS', (chart) => new DenyEgressFromApp(chart, 't', { ...app, allowDns: false })],
  ['LogThenDeny as it comes', (chart) => new LogThenDeny(chart, 't')],
  ['LogThenDeny without DNS', (chart) => new LogThenDeny(chart, 't', { allowDns: false })],
  ['StagedDefaultDeny without DNS', (chart) => new StagedDefaultDeny(chart, 't', { allowDns: false })],
  ['LogThenDeny in another tier', (chart) => new LogThenDeny(chart, 't', { tier: closing, types: egress, pods })],
  ['Quarantine by another label, of some namespaces', (chart) => new Quarantine(chart, 't', { label: 'security', value: 'isolated', log: false, namespaces })],
  ['Quarantine in a tier that passes on', (chart) => new Quarantine(chart, 't', { tier: Tier.fromTierName('security') })],
  ['TierSkeleton that passes on all', (chart) => new TierSkeleton(chart, 't', { appDefaultAction: TierDefaultAction.PASS, namePrefix: 'shop-', appOrder: 999 })],
  ['ClusterNetworkPolicies without trust', (chart) => new ClusterNetworkPolicies(chart, 't')],
  ['ClusterNetworkPolicies staged', (chart) => new ClusterNetworkPolicies(chart, 't', { staged: true, trustedNamespaces: ['monitoring', 'logging'], priority: 5 })],
  ['ClusterNetworkPolicies staged, without trust', (chart) => new ClusterNetworkPolicies(chart, 't', { staged: true })],
  ['ClusterNetworkPolicies with other exceptions', (chart) => new ClusterNetworkPolicies(chart, 't', { exceptNamespaces: ['kube-system', 'legacy'] })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('takes name, tier and order, and is staged by one option', () => {
  const options = { name: 'x', staged: true, tier: Tier.KUBE_ADMIN, order: 7 };
  const outline = ['StagedGlobalNetworkPolicy kube-admin.x kube-admin 7'];
  expect(outlineOf((chart) => new AppDefaultDeny(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new LogThenDeny(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new Quarantine(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new StagedDefaultDeny(chart, 't', { ...options, staged: undefined }))).toEqual(outline);
  expect(outlineOf((chart) => new DenyAllToApp(chart, 't', { ...options, ...app }))).toEqual(['StagedNetworkPolicy kube-admin.x kube-admin 7']);
  expect(outlineOf((chart) => new DenyEgressFromApp(chart, 't', { ...options, ...app }))).toEqual(['StagedNetworkPolicy kube-admin.x kube-admin 7']);
  expect(outlineOf((chart) => new NamespaceDefaultDeny(chart, 't', { ...options, namespace: 'shop' }))).toEqual([
    'StagedNetworkPolicy kube-admin.x kube-admin 7',
  ]);
});

test('a default deny on trial denies nothing', () => {
  const chart = new Chart(new App(), 'test');
  new StagedDefaultDeny(chart, 't');
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: {}, status: { podIPs: [{ ip: '10.0.0.1' }] } };
  const verdict = ClusterModel.ofManifests([...chart.toJson(), pod])
    .verdict({ source: FlowEnd.pod('shop', 'web'), destination: FlowEnd.address('203.0.113.10'), destinationPort: 443 });
  expect([verdict.allowed, verdict.certain]).toEqual([true, true]);
});

test('quarantine has a tier of its own, which is asked before those of other templates for pods, unless it is given one', () => {
  expect(outlineOf((chart) => new Quarantine(chart, 't'))).toEqual(['Tier quarantine 4', 'GlobalNetworkPolicy quarantine.quarantine quarantine 0']);
});

test('the tiers of a skeleton are in order, and can be given others', () => {
  expect(outlineOf((chart) => new TierSkeleton(chart, 't', { namePrefix: 'shop-', securityOrder: 10, platformOrder: 20, appOrder: 30 }))).toEqual([
    'Tier shop-security 10', 'Tier shop-platform 20', 'Tier shop-app 30',
  ]);
});

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['tiers that aren\'t in order', (chart) => new TierSkeleton(chart, 't', { platformOrder: 500 }),
    'test/t: the orders 5, 500 and 300 have to rise, and to stay below that of the tier default, 1000000'],
  ['tiers that come after `default`', (chart) => new TierSkeleton(chart, 't', { appOrder: 2_000_000 }),
    'test/t: the orders 5, 200 and 2000000 have to rise, and to stay below that of the tier default, 1000000'],
  ['a priority that Kubernetes doesn\'t take', (chart) => new ClusterNetworkPolicies(chart, 't', { priority: 1001 }),
    'test/t: priority is 1001; it is a whole number from 0 to 1000'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
