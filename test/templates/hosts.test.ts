import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AdvertisedClusterIps, Cidr, ControlPlaneNodes, FailsafeReplacement, ForwardedTraffic, NodePorts, Port, Protocol, Selector, Tier, WorkerNodes,
} from 'cdk8s-calico';

const hosts = Selector.label('role').equals('edge');
const nodes = [Cidr.parse('10.20.0.0/16'), Cidr.parse('fd20::/64')];
const outside = [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/48')];
const services = [Cidr.parse('10.96.0.0/12')];

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['FailsafeReplacement of some hosts', (chart) => new FailsafeReplacement(chart, 't', { nodes, management: nodes, hosts })],
  ['FailsafeReplacement with clients of the API server', (chart) =>
    new FailsafeReplacement(chart, 't', { nodes, management: outside, apiServerClients: nodes, apiServerPort: Port.of(443) })],
  ['FailsafeReplacement beside a FelixConfiguration', (chart) =>
    new FailsafeReplacement(chart, 't', { nodes, management: outside, closeFailsafePorts: false })],
  ['FailsafeReplacement on trial', (chart) => new FailsafeReplacement(chart, 't', { nodes, management: outside, staged: true })],
  ['ControlPlaneNodes as it is', (chart) => new ControlPlaneNodes(chart, 't')],
  ['WorkerNodes as it is', (chart) => new WorkerNodes(chart, 't')],
  ['NodePorts of a single port', (chart) => new NodePorts(chart, 't', { cluster: nodes, nodePortRange: Port.of(30_000) })],
  ['ControlPlaneNodes with other labels', (chart) => new ControlPlaneNodes(chart, 't', { controlPlane: hosts, apiServerPort: Port.of(443) })],
  ['ControlPlaneNodes with clients', (chart) => new ControlPlaneNodes(chart, 't', { apiServerClients: outside })],
  ['WorkerNodes with other labels', (chart) => new WorkerNodes(chart, 't', { workers: hosts, controlPlane: Selector.label('role').equals('master') })],
  ['ForwardedTraffic to some addresses', (chart) => new ForwardedTraffic(chart, 't', { hosts, destinations: outside })],
  ['ForwardedTraffic from some addresses', (chart) => new ForwardedTraffic(chart, 't', { hosts, sources: nodes, ports: [Port.of(443), Port.of(8443)] })],
  ['ForwardedTraffic from some to some', (chart) =>
    new ForwardedTraffic(chart, 't', { hosts, sources: nodes, destinations: outside.slice(0, 1), protocol: Protocol.UDP })],
  ['NodePorts for the cluster only', (chart) => new NodePorts(chart, 't', { cluster: nodes, hosts })],
  ['NodePorts open to all', (chart) => new NodePorts(chart, 't', {
    cluster: nodes, nodePortRange: Port.range(20_000, 20_100), allowed: [{ ports: [Port.of(20_000)], protocol: Protocol.UDP }],
  })],
  ['AdvertisedClusterIps for the cluster only', (chart) => new AdvertisedClusterIps(chart, 't', { services, cluster: nodes, hosts })],
  ['AdvertisedClusterIps on all ports', (chart) => new AdvertisedClusterIps(chart, 't', {
    services, cluster: nodes, allowed: [{ clusterIp: Cidr.parse('10.96.0.9/32'), sources: outside.slice(0, 1) }],
  })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

const options = { tier: Tier.KUBE_ADMIN, order: 7, staged: true };

test.each<readonly [string, Variant, string[]]>([
  ['FailsafeReplacement', (chart) => new FailsafeReplacement(chart, 't', { ...options, nodes, management: nodes }), [
    'StagedGlobalNetworkPolicy kube-admin.failsafe-replacement kube-admin 7',
  ]],
  ['ControlPlaneNodes', (chart) => new ControlPlaneNodes(chart, 't', options), ['StagedGlobalNetworkPolicy kube-admin.control-plane-nodes kube-admin 7']],
  ['NodePorts', (chart) => new NodePorts(chart, 't', { ...options, cluster: nodes, allowed: [{ ports: [Port.of(31000)] }] }), [
    'StagedGlobalNetworkPolicy kube-admin.node-ports-allow-list kube-admin 6', 'StagedGlobalNetworkPolicy kube-admin.node-ports-cluster-only kube-admin 7',
  ]],
])('%s takes tier and order, and is staged by one option', (_, make, outline) => {
  expect(outlineOf(make)).toEqual(outline);
});

test('closes the failsafe ports only where its policy is enforced', () => {
  expect(outlineOf((chart) => new FailsafeReplacement(chart, 't', { nodes, management: nodes }))).toEqual([
    'Tier failsafe-replacement 3', 'FelixConfiguration default', 'GlobalNetworkPolicy failsafe-replacement.failsafe-replacement failsafe-replacement 3',
  ]);
});

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['failsafe ports without nodes', (chart) => new FailsafeReplacement(chart, 't', { nodes: [], management: nodes }),
    'test/t: nodes is empty, so the hosts would be cut off from it; name one block at least'],
  ['failsafe ports without management', (chart) => new FailsafeReplacement(chart, 't', { nodes, management: [] }),
    'test/t: management is empty, so the hosts would be cut off from it; name one block at least'],
  ['forwarded traffic on no port', (chart) => new ForwardedTraffic(chart, 't', { hosts, ports: [] }),
    'test/t: ports is empty, which Calico takes for no condition at all; leave it out, or name what is let through'],
  ['forwarded traffic between versions of IP', (chart) => new ForwardedTraffic(chart, 't', { hosts, sources: nodes.slice(0, 1), destinations: nodes.slice(1) }),
    'test/t: sources and destinations have no version of IP in common, so nothing would be let through'],
  ['node ports without a cluster', (chart) => new NodePorts(chart, 't', { cluster: [] }),
    'test/t: cluster is empty, which Calico takes for no condition at all; name what is let through'],
  ['node ports for nobody', (chart) => new NodePorts(chart, 't', { cluster: nodes, allowed: [{ ports: [Port.of(31000)], sources: [] }] }),
    'test/t: a list in allowed is empty, which Calico takes for no condition at all; name what is let through'],
  ['Services for nobody', (chart) => new AdvertisedClusterIps(chart, 't', {
    services, cluster: nodes, allowed: [{ clusterIp: Cidr.parse('10.96.0.9/32'), sources: [] }],
  }),
  'test/t: sources is empty, which Calico takes for no condition at all; name one block at least'],
  ['no Services', (chart) => new AdvertisedClusterIps(chart, 't', { services: [], cluster: nodes }),
    'test/t: services is empty, which Calico takes for no condition at all; name one block at least'],
  ['Services without a cluster', (chart) => new AdvertisedClusterIps(chart, 't', { services, cluster: [] }),
    'test/t: cluster is empty, which Calico takes for no condition at all; name one block at least'],
  ['a Service out of range', (chart) => new AdvertisedClusterIps(chart, 't', {
    services, cluster: nodes, allowed: [{ clusterIp: Cidr.parse('10.1.0.9/32'), sources: outside.slice(0, 1) }],
  }), 'test/t: 10.1.0.9/32 isn\'t in services, 10.96.0.0/12, or has clients of another version of IP, 198.51.100.0/24'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
