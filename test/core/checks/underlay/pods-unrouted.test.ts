import { NetworkRanges } from '../../../../src';
import { network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'underlay/pods-unrouted';
const UNROUTED: NetworkRanges = { underlay: { allows: [] } };
const ROUTED: NetworkRanges = { underlay: { allows: [], routesPods: true } };
const HOST_LOCAL = 'cni: {type: Calico, ipam: {type: HostLocal}}';
const UNTOLD = network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]', HOST_LOCAL);
const POLICY_ONLY = node([variable('USE_POD_CIDR', 'true'), variable('CALICO_NETWORKING_BACKEND', 'none')].join(', '));
const FELIX_ROUTES = object('projectcalico.org/v3', 'FelixConfiguration', 'default', 'spec: {programClusterRoutes: Enabled}');

function backend(...variables: string[]): string {
  return node([variable('CALICO_NETWORKING_BACKEND', 'vxlan'), ...variables].join(', ')) + FELIX_ROUTES;
}

test('fires for addresses of the nodes\' pod CIDRs without encapsulation and BGP', () => {
  expect(findingsOf(ID, UNTOLD, UNROUTED)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 84 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.calicoNetwork.ipPools[0].encapsulation',
    what: 'pool 10.1.0.0/16 has no encapsulation, BGP is off, and the underlay of the plan doesn\'t route pods',
    why: 'packets to pods of other nodes leave the node as they are, and no router on their way knows where those pods are: they are dropped, or go out by the default route',
    fix: 'give the network routes to the pods of each node and set routesPods in the plan\'s underlay, or take VXLAN',
    docs: 'docs/checks/underlay/pods-unrouted.md',
  }]);
});

test.each([
  ['manifests for policy alone', POLICY_ONLY, [['error', 'spec.template.spec.containers[0].env[1].value']]],
  ['routes by Felix, mildly', network('bgp: Disabled, clusterRoutingMode: Felix, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]'), [['warning', 'spec.calicoNetwork.ipPools[0].encapsulation']]],
  ['routes by Felix in manifests, mildly', backend(variable('CALICO_IPV4POOL_VXLAN', 'Never')), [['warning', 'spec.template.spec.containers[0].env[1].value']]],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml, UNROUTED).map(({ severity, field }) => [severity, field])).toEqual(expected);
});

test.each([
  ['a network that routes pods', UNTOLD + POLICY_ONLY, ROUTED],
  ['a plan without an underlay', UNTOLD, {}],
  ['BGP', network('bgp: Enabled, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]'), UNROUTED],
  ['VXLAN', network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', HOST_LOCAL), UNROUTED],
  ['what install/needs-bgp says', network('bgp: Disabled, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]'), UNROUTED],
  ['the networking of a cloud', network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: EKS'), UNROUTED],
  ['Canal', POLICY_ONLY.replace('containers: [', 'containers: [{name: kube-flannel}, '), UNROUTED],
  ['another plugin\'s addresses', node(variable('CALICO_NETWORKING_BACKEND', 'none')), UNROUTED],
  ['VXLAN in manifests', backend(variable('CALICO_IPV4POOL_VXLAN', 'Always')), UNROUTED],
  ['IP in IP in manifests', backend(variable('CALICO_IPV4POOL_IPIP', 'Always')), UNROUTED],
  ['IPv6 alone in manifests', backend(variable('CALICO_IPV4POOL_CIDR', 'none')), UNROUTED],
  ['manifests without routes at all', node(variable('CALICO_NETWORKING_BACKEND', 'vxlan')), UNROUTED],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('stays silent without a plan', () => {
  expect(findingsOf(ID, UNTOLD)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(UNTOLD, UNROUTED));
});
