import { Cidr } from '../../../../src';
import { configMap, network, node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { calico, globalPolicy } from '../policy/manifests';

const ID = 'underlay/host-policy-cuts';
const HOST = calico('HostEndpoint', 'node-a', '{node: a, interfaceName: "*", profiles: [projectcalico-default-allow]}', '{role: worker}');
const OTHER = HOST.replace('node-a', 'node-b').replace('node: a', 'node: b');
const AUTOMATIC = calico('KubeControllersConfiguration', 'default', '{controllers: {node: {hostEndpoint: {autoCreate: Enabled}}}}');
const VXLAN = calico('IPPool', 'pods', '{cidr: 10.244.0.0/16, vxlanMode: Always}');
const IPIP = calico('IPPool', 'pods', '{cidr: 10.244.0.0/16, ipipMode: Always}');
const NO_UDP = globalPolicy('no-udp', '{selector: role == "worker", preDNAT: true, applyOnForward: true, types: [Ingress], ingress: [{action: Deny, protocol: UDP}]}');
const BGP = network('ipPools: []') + calico('BGPConfiguration', 'default', '{listenPort: 1790}');
const API = network('bgp: Disabled, ipPools: []') + configMap('tigera-operator', 'kubernetes-services-endpoint', '{KUBERNETES_SERVICE_HOST: api, KUBERNETES_SERVICE_PORT: "443"}');

function hosts(spec: string): string {
  return globalPolicy('hosts', `{selector: role == "worker", ${spec}}`);
}

function said(yaml: string, nodes?: string): string[] {
  return findingsOf(ID, yaml, nodes === undefined ? undefined : { nodes: [Cidr.parse(nodes)] })
    .map(({ severity, object: { name } = { name: '' }, field, what }) => `${severity} ${name} ${field}: ${what}`);
}

test('fires for VXLAN that a policy denies before Felix lets it through', () => {
  expect(findingsOf(ID, NO_UDP + HOST + VXLAN)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 101 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'no-udp' },
    field: 'spec.ingress[0]',
    what: 'HostEndpoint node-a denies UDP port 4789 from other nodes (VXLAN: packets between pods of different nodes)',
    why: 'a rule of GlobalNetworkPolicy no-udp denies it; packets between pods of different nodes are dropped, while everything looks healthy',
    fix: 'allow UDP port 4789 from the addresses of the nodes in `ingress`, in a policy with preDNAT',
    docs: 'docs/checks/underlay/host-policy-cuts.md',
  }]);
});

test.each([
  ['IP in IP that goes out untracked', IPIP + HOST + OTHER + hosts('doNotTrack: true, applyOnForward: true, types: [Egress], egress: [{action: Deny, protocol: 4}]'), [
    'error hosts spec.egress[0]: HostEndpoint node-a and 1 other deny IP protocol 4 to other nodes (IP in IP: packets between pods of different nodes)',
  ]],
  ['an API server that isn\'t on a failsafe port', API + HOST + hosts('types: [Egress]'), [
    'error hosts spec: HostEndpoint node-a denies TCP port 443 to other nodes (the Kubernetes API: Calico\'s configuration, and all else that it knows)',
  ]],
  ['Typha where the failsafe list leaves it out', node(variable('FELIX_TYPHAK8SSERVICENAME', 'calico-typha')) + calico('FelixConfiguration', 'default', '{failsafeOutboundHostPorts: []}')
    + HOST + OTHER + AUTOMATIC + hosts('types: [Egress], egress: [{action: Allow, protocol: UDP}]'), [
    'error hosts spec.egress: HostEndpoint node-a and 1 other deny TCP port 5473 to other nodes (Typha: what Felix learns of the cluster)',
  ]],
  ['a host endpoint without policy and profile', API + HOST.replace(', profiles: [projectcalico-default-allow]', ''), [
    'error node-a spec: HostEndpoint node-a denies TCP port 443 to other nodes (the Kubernetes API: Calico\'s configuration, and all else that it knows)',
  ]],
  ['flannel, which Felix doesn\'t know', node(variable('CALICO_NETWORKING_BACKEND', 'none')).replace('containers: [', 'containers: [{name: kube-flannel}, ')
    + calico('FelixConfiguration', 'default', '{failsafeInboundHostPorts: []}') + HOST + hosts('types: [Ingress], ingress: [{action: Allow, protocol: TCP}]'), [
    'error hosts spec.ingress: HostEndpoint node-a denies UDP port 8472 from other nodes (flannel\'s VXLAN: packets between pods of different nodes)',
  ]],
  ['BGP in both directions', BGP + HOST + hosts('types: [Ingress, Egress], egress: [{action: Allow, protocol: TCP, destination: {ports: [5473]}}]'), [
    'error hosts spec: HostEndpoint node-a denies TCP port 1790 from other nodes (BGP: nodes tell each other where pods are)',
  ]],
  ['BGP out of all nodes', BGP + HOST + AUTOMATIC + globalPolicy('out', '{selector: all(), types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {ports: [5473]}}]}'), [
    'error out spec.egress: HostEndpoint node-a and 1 other deny TCP port 1790 to other nodes (BGP: nodes tell each other where pods are)',
  ]],
  ['BGP into all nodes', BGP + HOST + OTHER + hosts('types: [Ingress]'), [
    'error hosts spec: HostEndpoint node-a and 1 other deny TCP port 1790 from other nodes (BGP: nodes tell each other where pods are)',
  ]],
  ['metrics, as a warning', network('bgp: Disabled, ipPools: []', 'nodeMetricsPort: 9091') + HOST + hosts('types: [Ingress]'), [
    'warning hosts spec: HostEndpoint node-a denies TCP port 9091 from other nodes (metrics of Felix)',
  ]],
  ['what may be the interface of the node, as a warning', API + HOST.replace('"*"', 'eth0') + hosts('types: [Egress]'), [
    'warning hosts spec: HostEndpoint node-a denies TCP port 443 to other nodes (the Kubernetes API: Calico\'s configuration, and all else that it knows)',
  ]],
  ['two more host endpoints', API + HOST + OTHER + OTHER.replace('node-b', 'node-c').replace('node: b', 'node: c') + hosts('types: [Egress]'), [
    'error hosts spec: HostEndpoint node-a and 2 others deny TCP port 443 to other nodes (the Kubernetes API: Calico\'s configuration, and all else that it knows)',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test('fires where rules name other addresses than those of the nodes', () => {
  const yaml = NO_UDP.replace('ingress: [', 'ingress: [{action: Allow, protocol: UDP, source: {nets: [172.16.0.0/12]}}, ') + HOST + VXLAN;
  expect(said(yaml, '10.20.0.0/16')).toEqual(['error no-udp spec.ingress[1]: HostEndpoint node-a denies UDP port 4789 from other nodes (VXLAN: packets between pods of different nodes)']);
  expect(said(yaml)).toEqual([]);
});

test.each([
  ['no host endpoint', NO_UDP + VXLAN],
  ['no install', NO_UDP + HOST],
  ['normal policies, which can\'t cut VXLAN', VXLAN + HOST + hosts('types: [Ingress, Egress]')],
  ['failsafe ports', network('ipPools: []') + HOST + hosts('types: [Ingress, Egress]')],
  ['an API server whose port isn\'t said', node(variable('FELIX_TYPHAK8SSERVICENAME', 'none')) + HOST + hosts('types: [Egress]')],
  ['BGP that one side may open', BGP + HOST + hosts('types: [Ingress]')],
  ['BGP into one of two nodes', BGP + HOST + OTHER.replace('worker', 'master') + hosts('types: [Ingress]')],
  ['metrics of Typha, wherever it runs', network('bgp: Disabled, ipPools: []', 'typhaMetricsPort: 9093') + HOST + hosts('types: [Ingress]')],
  ['a host endpoint of another interface', API + HOST.replace('"*"', 'eth0') + HOST.replace('node-a', 'node-a2').replace('"*"', 'eth1') + hosts('types: [Egress]')],
  ['other objects', object('v1', 'ConfigMap', 'a', 'data: {}')],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(NO_UDP + HOST + VXLAN));
});
