import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AllowDns, AllowDnsByService, AllowKubeApiServer, AllowKubeletProbes, AllowNodeLocalDns, AllowPrometheusScrape, Cidr, Port, Selector, Tier,
} from 'cdk8s-calico';

const named = Selector.label('projectcalico.org/name');
const namespaces = named.in('shop', 'payments');
const byLabel = Selector.label('team').equals('a');
const pods = Selector.label('app').equals('api');
const platform = Tier.fromTierName('platform');
const openShift = { namespace: 'openshift-dns', pods: Selector.label('dns.operator.openshift.io/daemonset-dns').equals('default'), ports: [Port.of(5353)] };
const nodes = [Cidr.parse('10.20.0.0/16')];

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['AllowDns of OpenShift', (chart) => new AllowDns(chart, 't', { dns: openShift })],
  ['AllowDns for namespaces by name, in a tier that passes on', (chart) => new AllowDns(chart, 't', { namespaces, tier: platform })],
  ['AllowDns in the tier default, which closes what it selects', (chart) => new AllowDns(chart, 't', { tier: Tier.DEFAULT })],
  ['AllowKubeletProbes in the tier default', (chart) => new AllowKubeletProbes(chart, 't', { nodes, tier: Tier.DEFAULT })],
  ['AllowDns for namespaces by a label', (chart) => new AllowDns(chart, 't', { namespaces: byLabel })],
  ['AllowDns for namespaces without a label', (chart) => new AllowDns(chart, 't', { namespaces: byLabel.not() })],
  ['AllowDns for some pods', (chart) => new AllowDns(chart, 't', { pods, dns: { ports: [Port.range(53, 54)] } })],
  ['AllowDnsByService of another Service', (chart) => new AllowDnsByService(chart, 't', { service: { name: 'dns-default', namespace: 'openshift-dns' }, namespaces })],
  ['AllowDnsByService in kube-system', (chart) => new AllowDnsByService(chart, 't', { service: { name: 'coredns' }, pods })],
  ['AllowNodeLocalDns with IPv4 alone', (chart) => new AllowNodeLocalDns(chart, 't', { namespaces, pods })],
  ['AllowNodeLocalDns of IPv6', (chart) => new AllowNodeLocalDns(chart, 't', { localAddresses: ['fd00:20::a'], tier: platform })],
  ['AllowKubeApiServer for all pods', (chart) => new AllowKubeApiServer(chart, 't', {})],
  ['AllowKubeApiServer for some pods of some namespaces', (chart) => new AllowKubeApiServer(chart, 't', { namespaces: byLabel, pods, tier: platform })],
  ['AllowPrometheusScrape as it comes', (chart) => new AllowPrometheusScrape(chart, 't')],
  ['AllowPrometheusScrape of ranges, from elsewhere', (chart) => new AllowPrometheusScrape(chart, 't', {
    ports: [Port.range(9090, 9099)], prometheusNamespace: 'observability', prometheus: Selector.label('app').equals('prometheus'), namespaces, pods,
  })],
  ['AllowKubeletProbes of IPv4 on some ports', (chart) => new AllowKubeletProbes(chart, 't', { nodes, ports: [Port.of(8443), Port.of(1)] })],
  ['AllowKubeletProbes on port 1', (chart) => new AllowKubeletProbes(chart, 't', { nodes: [Cidr.parse('10.20.0.9/32')], ports: [Port.of(1)] })],
  ['AllowKubeletProbes of host endpoints', (chart) => new AllowKubeletProbes(chart, 't', {
    hostEndpoints: Selector.label('projectcalico.org/created-by').equals('calico-kube-controllers'), namespaces, tier: platform,
  })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('takes name, tier and order, and is staged by one option', () => {
  const options = { name: 'x', staged: true, tier: platform, order: 7 };
  const outline = ['StagedGlobalNetworkPolicy platform.x platform 7'];
  expect(outlineOf((chart) => new AllowDns(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowDnsByService(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowNodeLocalDns(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowKubeApiServer(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowPrometheusScrape(chart, 't', options))).toEqual(outline);
  expect(outlineOf((chart) => new AllowKubeletProbes(chart, 't', { ...options, nodes }))).toEqual(outline);
});

test('has a tier of its own under its name, right before `default`, so that it closes nothing', () => {
  expect(outlineOf((chart) => new AllowDns(chart, 't', { name: 'x' }))).toEqual(['Tier x 900000', 'GlobalNetworkPolicy x.x x']);
});

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['no cache', (chart) => new AllowNodeLocalDns(chart, 't', { localAddresses: [] }),
    'test/t: localAddresses is empty, so nothing would be allowed; leave it out for 169.254.20.10'],
  ['no nodes', (chart) => new AllowKubeletProbes(chart, 't', {}),
    'test/t: neither nodes nor hostEndpoints is given, so nothing would be allowed; give the addresses of the nodes'],
  ['DNS at a port without a number, when it is tried', (chart) => {
    const template = new AllowDns(chart, 't', { dns: { ports: [Port.named('dns')] } });
    template.prove();
    return template;
  }, 'port "dns" is a name: give its number, so that it can be tried'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
