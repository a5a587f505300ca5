import { NetworkRanges, UnderlayTraffic } from '../../../../src';
import { configMap, installation, network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'underlay/traffic-blocked';

function allowing(...texts: string[]): NetworkRanges {
  return { underlay: { allows: texts.map((text) => UnderlayTraffic.parse(text)) } };
}

const NOTHING = allowing();

/** The field and the short form of what is missing. */
function missing(yaml: string, ranges = NOTHING): string[] {
  return findingsOf(ID, yaml, ranges).map(({ field, fix, severity }) => `${severity} ${field} ${/add (\S+) to the plan/.exec(fix)![1]}`);
}

function felix(spec: string, name = 'default'): string {
  return object('projectcalico.org/v3', 'FelixConfiguration', name, `spec: ${spec}`);
}

function ipPool(spec: string): string {
  return object('projectcalico.org/v3', 'IPPool', 'pods', `spec: ${spec}`);
}

function typha(env: string): string {
  return object('apps/v1', 'Deployment', 'calico-typha', `spec: {template: {spec: {containers: [{name: calico-typha, env: [${env}]}]}}}`);
}

function peer(peerIP: string): string {
  return object('projectcalico.org/v3', 'BGPPeer', 'tor', `spec: {peerIP: ${JSON.stringify(peerIP)}, asNumber: 64512}`);
}

const API_SERVER = object('operator.tigera.io/v1', 'APIServer', 'default', 'spec: {}');
const EKS = network('bgp: Disabled, ipPools: []', 'kubernetesProvider: EKS, cni: {type: Calico}');

test('fires for IP in IP', () => {
  expect(findingsOf(ID, network('ipPools: [{cidr: 10.1.0.0/16}]'), allowing('tcp/100-200', 'udp/1-65535', 'tcp/5473'))).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 34 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.calicoNetwork.ipPools[0].encapsulation',
    what: 'the underlay of the plan doesn\'t let IP protocol 4 through (IP in IP: packets between pods of different nodes)',
    why: 'packets between pods of different nodes are dropped, while BGP and everything else looks healthy',
    fix: 'open IP protocol 4 between all nodes, and add ipip to the plan\'s underlay; or take VXLAN for the pool',
    docs: 'docs/checks/underlay/traffic-blocked.md',
  }]);
});

test.each([
  ['what the operator chooses', installation('{}'), ['error spec tcp/5473', 'error spec.calicoNetwork.bgp tcp/179', 'error spec.calicoNetwork.ipPools ipip']],
  ['VXLAN, eBPF and metrics', network('bgp: Disabled, linuxDataplane: BPF, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'nodeMetricsPort: 9191, typhaMetricsPort: 9093'), [
    'error spec tcp/5473', 'error spec.calicoNetwork.ipPools[0].encapsulation udp/4789', 'warning spec.nodeMetricsPort tcp/9191', 'warning spec.typhaMetricsPort tcp/9093',
  ]],
  ['eBPF alone, with the port of Felix', network('bgp: Disabled, linuxDataplane: BPF, ipPools: []') + felix('{vxlanPort: 4799}'), [
    'error spec tcp/5473', 'error spec.calicoNetwork.linuxDataplane udp/4799',
  ]],
  ['another port of BGP', network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]') + object('projectcalico.org/v3', 'BGPConfiguration', 'default', 'spec: {listenPort: 1790}'), [
    'error spec tcp/5473', 'error spec.calicoNetwork.bgp tcp/1790',
  ]],
  ['an API server whose port is said', network('bgp: Disabled, ipPools: []') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{KUBERNETES_SERVICE_HOST: api, KUBERNETES_SERVICE_PORT: "443"}'), [
    'error spec tcp/443', 'error spec tcp/5473',
  ]],
  ['the networking of a cloud', network('ipPools: [{cidr: 10.1.0.0/16}]', 'kubernetesProvider: EKS'), ['error spec tcp/5473']],
  ['manifests', node([
    variable('CALICO_NETWORKING_BACKEND', 'bird'), variable('CALICO_IPV4POOL_IPIP', 'Always'), variable('CALICO_IPV4POOL_VXLAN', 'Never'),
    variable('FELIX_TYPHAK8SSERVICENAME', 'calico-typha'), variable('KUBERNETES_SERVICE_PORT', '8443'), variable('FELIX_WIREGUARDENABLED', 'true'),
    variable('FELIX_PROMETHEUSMETRICSENABLED', 'true'),
  ].join(', ')), [
    'error spec.template.spec.containers[0].env[0].value tcp/179', 'error spec.template.spec.containers[0].env[1].value ipip',
    'error spec.template.spec.containers[0].env[3].value tcp/5473', 'error spec.template.spec.containers[0].env[4].value tcp/8443',
    'error spec.template.spec.containers[0].env[5].value udp/51820', 'warning spec.template.spec.containers[0].env[6].value tcp/9091',
  ]],
  ['VXLAN of IPv6 in manifests, on another port', node([variable('FELIX_IPV6SUPPORT', 'true'), variable('CALICO_IPV6POOL_VXLAN', 'Always'), variable('FELIX_VXLANPORT', '4790')].join(', ')), [
    'error spec.template.spec.containers[0].env[1].value udp/4790',
  ]],
  ['Canal', node(variable('CALICO_NETWORKING_BACKEND', 'none')).replace('containers: [', 'containers: [{name: kube-flannel}, '), ['error spec.template.spec.containers udp/8472']],
  ['WireGuard of both families, on a port of its own', felix('{wireguardEnabled: true, wireguardEnabledV6: true, wireguardListeningPort: 51900}'), [
    'error spec.wireguardEnabled udp/51900', 'error spec.wireguardEnabledV6 udp/51821',
  ]],
  ['pools of both encapsulations', ipPool('{cidr: 10.1.0.0/16, ipipMode: CrossSubnet}') + ipPool('{cidr: 10.2.0.0/16, vxlanMode: Always}') + ipPool('{cidr: 10.3.0.0/16, vxlanMode: Always}'), [
    'error spec.ipipMode ipip', 'error spec.vxlanMode udp/4789',
  ]],
  ['routers that are peers, on ports of their own', peer('192.0.2.1') + peer('192.0.2.2:1790') + peer('[2001:db8::1]:1791') + peer('nowhere') + object('projectcalico.org/v3', 'BGPPeer', 'nodes', 'spec: {peerSelector: all()}'), [
    'error spec.peerIP tcp/179', 'error spec.peerIP tcp/1790', 'error spec.peerIP tcp/1791',
  ]],
  ['a router beside nodes that listen elsewhere', node(variable('CALICO_NETWORKING_BACKEND', 'bird')) + object('projectcalico.org/v3', 'BGPConfiguration', 'default', 'spec: {listenPort: 1790}') + peer('192.0.2.1'), [
    'error spec.peerIP tcp/179', 'error spec.template.spec.containers[0].env[0].value tcp/1790',
  ]],
  ['Calico\'s API server on nodes of EKS', EKS + API_SERVER, [
    'error spec tcp/5473', 'error spec.cni.type tcp/5443',
  ]],
  ['an API server of manifests on the nodes\' network', object('apps/v1', 'Deployment', 'calico-apiserver', 'spec: {template: {spec: {hostNetwork: true}}}'), [
    'error spec.template.spec.hostNetwork tcp/5443',
  ]],
  ['metrics of Typha', typha(variable('TYPHA_PROMETHEUSMETRICSENABLED', 'true')), ['warning spec.template.spec.containers[0].env tcp/9093']],
  ['metrics of Typha on another port', typha([variable('TYPHA_PROMETHEUSMETRICSENABLED', 'true'), variable('TYPHA_PROMETHEUSMETRICSPORT', '9193')].join(', ')), [
    'warning spec.template.spec.containers[0].env tcp/9193',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(missing(yaml).sort()).toEqual(expected);
});

test('offers VXLAN where BGP is blocked', () => {
  expect(findingsOf(ID, network('ipPools: []'), allowing('tcp/5473')).map(({ fix }) => fix)).toEqual([
    'open TCP port 179 between all nodes, and the routers that are BGP peers, and add tcp/179 to the plan\'s underlay; or turn BGP off and take VXLAN',
  ]);
});

test('finds the same in any order of objects', () => {
  const pools = [ipPool('{cidr: 10.2.0.0/16, vxlanMode: Always}'), ipPool('{cidr: 10.3.0.0/16, vxlanMode: CrossSubnet}').replace('pods', 'others')];
  const found = (yaml: string) => findingsOf(ID, yaml, NOTHING).map(({ object: { name } = { name: '' } }) => name);
  expect(found(pools.join(''))).toEqual(['others']);
  expect(found(pools.reverse().join(''))).toEqual(['others']);
});

test.each([
  ['a network that is open', installation('{}'), allowing('all')],
  ['all that is needed', installation('{}'), allowing('tcp/179', 'tcp/5473', 'ipip')],
  ['a plan without an underlay', installation('{}'), {}],
  ['an API server whose port isn\'t said', node(variable('CALICO_NETWORKING_BACKEND', 'vxlan')), NOTHING],
  ['no Typha', node(variable('FELIX_TYPHAK8SSERVICENAME', 'none')), NOTHING],
  ['pools that calico-node doesn\'t make', node([variable('NO_DEFAULT_POOLS', 'true'), variable('CALICO_IPV4POOL_IPIP', 'Always')].join(', ')), NOTHING],
  ['a family without a pool', node([variable('CALICO_IPV4POOL_CIDR', 'none'), variable('CALICO_IPV4POOL_IPIP', 'Always'), variable('CALICO_IPV6POOL_VXLAN', 'Always')].join(', ')), NOTHING],
  ['a pool that is disabled', ipPool('{cidr: 10.1.0.0/16, ipipMode: Always, disabled: true}'), NOTHING],
  ['peers where the install has no BGP', EKS + peer('192.0.2.1'), allowing('tcp/5473')],
  ['no API server of Calico\'s', EKS, allowing('tcp/5473')],
  ['an API server that native CRDs are', EKS + API_SERVER + object('apps/v1', 'Deployment', 'tigera-operator', 'spec: {template: {spec: {containers: [{name: tigera-operator, env: [{name: CALICO_API_GROUP, value: projectcalico.org/v3}]}]}}}'), allowing('tcp/5473')],
  ['an API server among pods', network('bgp: Disabled, ipPools: []') + API_SERVER + object('apps/v1', 'Deployment', 'calico-apiserver', 'spec: {template: {spec: {}}}')
    + object('apps/v1', 'Deployment', 'tigera-operator', 'spec: {}'), allowing('tcp/5473')],
  ['Typha without metrics', typha(variable('TYPHA_PROMETHEUSMETRICSPORT', '9193')), NOTHING],
  ['Deployments of others', object('apps/v1', 'Deployment', 'web', 'spec: {template: {spec: {}}}'), NOTHING],
  ['WireGuard for one node', felix('{wireguardEnabled: true}', 'node.a'), NOTHING],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('stays silent without a plan', () => {
  expect(findingsOf(ID, installation('{}'))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(network('ipPools: [{cidr: 10.1.0.0/16}]'), allowing('tcp/179', 'tcp/5473')));
});
