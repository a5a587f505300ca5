import { calico, globalPolicy } from './manifests';
import { Cidr } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/host-endpoint-reach';
const DENY = globalPolicy('default-deny', '{selector: all(), types: [Ingress]}');
const HOST = calico('HostEndpoint', 'node-a', '{node: a, interfaceName: "*"}', '{role: worker}');
const AUTOMATIC = calico('KubeControllersConfiguration', 'default', '{controllers: {node: {hostEndpoint: {autoCreate: Enabled}}}}');

function said(yaml: string, nodes?: string): string[] {
  return findingsOf(ID, yaml, nodes === undefined ? undefined : { nodes: [Cidr.parse(nodes)] })
    .map(({ severity, object, field, what }) => `${severity} ${object!.name} ${field}: ${what}`);
}

test('fires for a default deny that selects hosts', () => {
  expect(findingsOf(ID, DENY + HOST)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 5, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'default-deny' },
    field: 'spec',
    what: 'the selector also matches HostEndpoint node-a, and TCP port 10250 is denied there, from anywhere',
    why: 'GlobalNetworkPolicy default-deny governs its ingress, no rule of tier default allows it, and the tier ends with Deny; the kubelet answers on that port, '
      + 'so logs, exec, metrics and port-forward fail on the node, and whatever else isn\'t among the failsafe ports',
    fix: 'give the policy `namespaceSelector: all()`, so that it selects pods only; or allow in a policy for the hosts, of a lower order, what has to reach them',
    docs: 'docs/checks/policy/host-endpoint-reach.md',
  }]);
});

test.each([
  ['several host endpoints, once', DENY + HOST + HOST.replace('node-a', 'node-b').replace('node: a', 'node: b') + AUTOMATIC, undefined, [
    'error default-deny spec: the selector also matches HostEndpoint node-a and 2 others, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['two, once', DENY + HOST + AUTOMATIC, undefined, [
    'error default-deny spec: the selector also matches HostEndpoint node-a and 1 other, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['automatic host endpoints', DENY + AUTOMATIC, undefined, [
    'error default-deny spec: the selector also matches the automatic host endpoint of each node, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['a rule that denies', globalPolicy('deny', '{selector: app != "web", types: [Ingress], ingress: [{action: Deny}]}') + HOST, undefined, [
    'error deny spec.ingress[0]: the selector also matches HostEndpoint node-a, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['an address of the plan\'s nodes', DENY + HOST.replace('interfaceName: "*"', 'interfaceName: eth0, expectedIPs: [10.20.0.1]'), '10.20.0.0/16', [
    'error default-deny spec: the selector also matches HostEndpoint node-a, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['an address of a Node', DENY + HOST.replace('interfaceName: "*"', 'expectedIPs: [10.20.0.1]')
    + '---\n{apiVersion: v1, kind: Node, metadata: {name: a}, status: {addresses: [{type: InternalIP, address: 10.20.0.1}]}}\n', undefined, [
    'error default-deny spec: the selector also matches HostEndpoint node-a, and TCP port 10250 is denied there, from anywhere',
  ]],
  ['the only interface of a node, as a warning', DENY + HOST.replace('"*"', 'eth0'), undefined, [
    'warning default-deny spec: the selector also matches HostEndpoint node-a, and TCP port 10250 is denied there, from anywhere',
  ]],
])('fires for %s', (_, yaml, nodes, expected) => {
  expect(said(yaml, nodes)).toEqual(expected);
});

test.each([
  ['no host endpoint', DENY, undefined],
  ['automatic host endpoints that are off', DENY + AUTOMATIC.replace('Enabled', 'Disabled'), undefined],
  ['automatic host endpoints by templates alone', DENY + AUTOMATIC.replace('Enabled', 'Enabled, createDefaultHostEndpoint: Disabled'), undefined],
  ['a configuration of another name', DENY + AUTOMATIC.replace('name: default', 'name: other'), undefined],
  ['a configuration that says nothing of hosts', DENY + calico('KubeControllersConfiguration', 'default', '{controllers: {}}'), undefined],
  ['a namespace selector', globalPolicy('default-deny', '{namespaceSelector: all(), types: [Ingress]}') + HOST, undefined],
  ['a label of hosts', globalPolicy('default-deny', '{selector: role == "worker", types: [Ingress]}') + HOST, undefined],
  ['egress alone', globalPolicy('default-deny', '{selector: all(), types: [Egress]}') + HOST, undefined],
  ['a policy for hosts before it', DENY + HOST + globalPolicy('hosts', '{selector: has(role), order: 1, types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [10250]}}]}'), undefined],
  ['a policy for hosts that may allow it', DENY + AUTOMATIC + globalPolicy('hosts', '{selector: has(role), order: 1, types: [Ingress], ingress: [{action: Allow, source: {nets: [10.0.0.0/8]}}]}'), undefined],
  ['an untracked policy that allows it', DENY + HOST + globalPolicy('hosts', '{selector: has(role), order: 1, doNotTrack: true, applyOnForward: true, ingress: [{action: Allow}]}'), undefined],
  ['a second interface', DENY + HOST.replace('"*"', 'eth0') + HOST.replace('node-a', 'node-a2').replace('"*"', 'eth1'), undefined],
  ['an interface that isn\'t in the plan\'s range', DENY + HOST.replace('"*"', 'eth1, expectedIPs: [203.0.113.7]'), '10.20.0.0/16'],
  ['host endpoints that no policy selects', globalPolicy('web', '{selector: app == "web", types: [Ingress]}') + HOST, undefined],
])('stays silent for %s', (_, yaml, nodes) => {
  expect(said(yaml, nodes)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(DENY + HOST));
});
