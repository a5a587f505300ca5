import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { calico, globalPolicy } from '../policy/manifests';

const ID = 'host/failsafe-ports';
const HOST = calico('HostEndpoint', 'node-a', '{node: a, interfaceName: "*", profiles: [projectcalico-default-allow]}', '{role: worker}');
const EMPTY = felix('{failsafeInboundHostPorts: []}');

function felix(spec: string, name = 'default'): string {
  return calico('FelixConfiguration', name, spec);
}

function said(yaml: string): string[] {
  return findingsOf(ID, yaml).map(({ severity, field, what }) => `${severity} ${field}: ${what}`);
}

test('fires for an empty list where a policy denies', () => {
  expect(findingsOf(ID, EMPTY + HOST + globalPolicy('hosts', '{selector: role == "worker", types: [Ingress], ingress: [{action: Allow, protocol: TCP, destination: {ports: [22, 179]}}]}'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 34 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', name: 'default' },
    field: 'spec.failsafeInboundHostPorts',
    what: 'the list leaves out UDP 68 (DHCP), TCP 2379 (etcd), TCP 2380 (etcd), TCP 5473 (Typha), TCP 6443 (the Kubernetes API), and policies deny it at HostEndpoint node-a',
    why: 'a list takes the place of Felix\'s own: what isn\'t in it is closed at each host endpoint whose policies don\'t allow it, and then nobody gets in to undo that',
    fix: 'add the ports to `failsafeInboundHostPorts`, or allow them in a policy for the hosts first',
    docs: 'docs/checks/host/failsafe-ports.md',
  }]);
});

test.each([
  ['a list without host endpoints, as advice', felix('{failsafeInboundHostPorts: [{protocol: TCP, port: 22}, {protocol: udp, port: 68}, {protocol: tcp, port: 179}, {protocol: udp, port: 6443}, {protocol: tcp, port: 5473}]}'), [
    'advice spec.failsafeInboundHostPorts: the list leaves out TCP 2379 (etcd), TCP 2380 (etcd), TCP 6443 (the Kubernetes API), which Felix keeps open by itself',
  ]],
  ['an empty list, where policies open pods, as advice', EMPTY + globalPolicy('pods', '{namespaceSelector: all(), types: [Ingress], ingress: [{action: Allow}]}'), [
    'advice spec.failsafeInboundHostPorts: the list leaves out TCP 22 (SSH), UDP 68 (DHCP), TCP 179 (BGP), TCP 2379 (etcd), TCP 2380 (etcd), TCP 5473 (Typha), '
    + 'TCP 6443 (the Kubernetes API), which Felix keeps open by itself',
  ]],
  ['what goes out', felix('{failsafeOutboundHostPorts: [nothing]}') + HOST + globalPolicy('hosts', '{selector: role == "worker", types: [Egress], egress: [{action: Allow, protocol: TCP}]}'), [
    'warning spec.failsafeOutboundHostPorts: the list leaves out UDP 53 (DNS), UDP 67 (DHCP), and policies deny it at HostEndpoint node-a',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test.each([
  ['Felix\'s own list', felix('{}')],
  ['no FelixConfiguration', HOST],
  ['one for a node', felix('{failsafeInboundHostPorts: []}', 'node.a')],
  ['no policy at the host endpoint', EMPTY + HOST],
  ['a policy that allows all', EMPTY + HOST + globalPolicy('hosts', '{selector: role == "worker", types: [Ingress], ingress: [{action: Allow}]}')],
  ['policies that may allow it', EMPTY + HOST + globalPolicy('hosts', '{selector: role == "worker", types: [Ingress], ingress: [{action: Allow, source: {nets: [10.0.0.0/8]}}]}')],
  ['policies for hosts that are yet to be made', EMPTY + globalPolicy('hosts', '{selector: "!has(projectcalico.org/namespace)", types: [Ingress], ingress: [{action: Allow}]}')],
  ['policies for hosts of a label that are yet to be made', EMPTY + globalPolicy('hosts', '{selector: role == "worker", types: [Ingress], ingress: [{action: Allow}]}')],
  ['a list of all', felix(`{failsafeOutboundHostPorts: [${[53, 67].map((port) => `{protocol: udp, port: ${port}}`).concat([179, 2379, 2380, 5473, 6443].map((port) => `{protocol: tcp, port: ${port}}`)).join(', ')}]}`)],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(EMPTY));
});
