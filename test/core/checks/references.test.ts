import fc from 'fast-check';
import { CHECKS, judge } from '../../../src/core/checks';
import { Cluster, Manifest } from '../../../src/core/manifests';
import { addressPlan } from '../../../src/values/network-ranges';

type Json = { [key: string]: unknown };

function calico(kind: string, name: string, spec: Json, path = name): Manifest {
  return new Manifest({ apiVersion: 'projectcalico.org/v3', kind, metadata: { name }, spec }, { path: `chart/${path}` });
}

/** Objects that name others, and objects that are in each other's way: each check of those fires at least once. */
const OBJECTS: readonly Manifest[] = [
  calico('Tier', 'platform', { order: 100 }),
  calico('GlobalNetworkPolicy', 'platform.deny', { selector: 'app == "web"', types: ['Ingress'] }),
  calico('GlobalNetworkPolicy', 'web', { tier: 'security', selector: 'app == "web"', types: ['Ingress'] }),
  calico('BGPPeer', 'tor', { peerIP: '192.0.2.1', asNumber: 64512, filters: ['own'] }),
  calico('BGPPeer', 'tor-again', { peerIP: '192.0.2.1', asNumber: 64512 }),
  calico('BGPPeer', 'tor-of-node', { peerIP: '192.0.2.1', asNumber: 64512, node: 'worker-9' }),
  calico('BGPConfiguration', 'bgp', { logSeverityScreen: 'Info' }),
  calico('HostEndpoint', 'a', { node: 'worker-1', interfaceName: 'eth0', profiles: ['open'] }),
  calico('HostEndpoint', 'b', { node: 'worker-1', interfaceName: 'eth0' }),
  calico('HostEndpoint', 'b', { node: 'worker-1', expectedIPs: ['10.9.0.1'] }, 'b-again'),
  calico('HostEndpoint', 'c-auto-hep', { node: 'worker-1', expectedIPs: ['10.9.0.1'] }),
  calico('Profile', 'hosts', { labelsToApply: { role: 'host' } }),
  calico('IPPool', 'pods', { cidr: '10.0.0.0/16' }),
  calico('IPReservation', 'gateways', { reservedCIDRs: ['10.1.0.1'] }),
  ...['["batch"]', 'batch'].map((pools, index) => new Manifest(
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: `web-${index}`, annotations: { 'cni.projectcalico.org/ipv4pools': pools } } }, { path: `chart/web-${index}` })),
];

const MESH_OFF = calico('BGPConfiguration', 'default', { nodeToNodeMeshEnabled: false });

function cluster(manifests: readonly Manifest[]): Cluster {
  return { name: 'plan', manifests, plan: addressPlan('plan', { nodeNames: ['worker-1'] }) };
}

test('the order of declaration changes nothing of what is said of objects that name others', () => {
  const expected = judge({ clusters: [cluster(OBJECTS)] });
  expect([...new Set(expected.map(({ id }) => id))].sort()).toEqual([
    'bgp/duplicate-peer', 'bgp/filter-missing', 'cidr/reservation-outside-pools', 'host/reserved-name', 'host/same-interface', 'node/undeclared',
    'object/configuration-unread', 'object/duplicate', 'pool/annotation-unreadable', 'pool/missing', 'profile/missing', 'profile/needs-etcd',
    'tier/left-out', 'tier/missing',
  ]);
  fc.assert(fc.property(fc.shuffledSubarray([...OBJECTS], { minLength: OBJECTS.length }), (objects) => {
    expect(judge({ clusters: [cluster(objects)] })).toEqual(expected);
  }), { seed: 20250702, numRuns: 100 });
});

test('clusters don\'t see each other\'s objects', () => {
  const tier = { name: 'east', manifests: [OBJECTS[0], MESH_OFF] };
  const policy = { name: 'west', manifests: [calico('GlobalNetworkPolicy', 'web', { tier: 'platform', selector: 'app == "web"', types: ['Ingress'] }), OBJECTS[4]] };
  expect(judge({ clusters: [tier, policy] }).map(({ id }) => id)).toEqual(['bgp/mesh-off', 'tier/missing']);
  expect(judge({ clusters: [{ name: 'both', manifests: [...tier.manifests, ...policy.manifests] }] })).toEqual([]);
});

/** Whatever stands where another type is due, a check says nothing of it rather than throw: `resource/*` reports it. */
test('values of any type make no check fail', () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('default', 'node.a', '10.0.0.0/8', '["a"]', '::', 'a.b', null));
  const spec = fc.dictionary(fc.constantFrom(
    'tier', 'filters', 'profiles', 'node', 'nodeSelector', 'peerIP', 'interfaceName', 'expectedIPs', 'cidr', 'reservedCIDRs', 'nodeToNodeMeshEnabled',
    'calicoNetwork', 'type', 'template', 'jobTemplate'), value);
  const annotations = fc.dictionary(fc.constantFrom('cni.projectcalico.org/ipv4pools', 'projectcalico.org/ipv6pools'), value);
  const object = fc.tuple(fc.constantFrom(
    ['projectcalico.org/v3', 'Tier'], ['projectcalico.org/v3', 'NetworkPolicy'], ['projectcalico.org/v3', 'BGPPeer'], ['projectcalico.org/v3', 'BGPFilter'],
    ['projectcalico.org/v3', 'BGPConfiguration'], ['projectcalico.org/v3', 'FelixConfiguration'], ['projectcalico.org/v3', 'HostEndpoint'],
    ['projectcalico.org/v3', 'Profile'], ['projectcalico.org/v3', 'IPPool'], ['projectcalico.org/v3', 'IPReservation'],
    ['operator.tigera.io/v1', 'Installation'], ['v1', 'Pod'], ['v1', 'Service'], ['batch/v1', 'CronJob'], ['apps/v1', 'DaemonSet'],
  ), fc.oneof(value, fc.record({ name: value, labels: value, annotations: fc.oneof(value, annotations) })), fc.oneof(value, spec));
  fc.assert(fc.property(fc.array(object, { maxLength: 8 }), (objects) => {
    const manifests = objects.map(([[apiVersion, kind], metadata, specOf]) => new Manifest({ apiVersion, kind, metadata, spec: specOf }));
    const ids = judge({ clusters: [cluster(manifests)], checks: CHECKS, only: ['tier', 'bgp', 'profile', 'node', 'host', 'pool', 'cidr', 'object'] }).map(({ id }) => id);
    expect(ids).not.toContain('gate/check-crashed');
  }), { seed: 20250703, numRuns: 3000 });
});
