import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { calico, globalPolicy } from '../policy/manifests';

const ID = 'host/kubelet-cut';
const host = (name: string, more = ''): string => calico('HostEndpoint', name, `{node: ${name}, interfaceName: "*"${more}}`, '{role: worker}');
const HOST = host('node-a');
const POLICY = globalPolicy('workers', '{selector: role == "worker", types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {nets: [10.0.0.0/8]}}]}');

test('fires for a host endpoint that neither a policy nor a profile opens', () => {
  expect(findingsOf(ID, HOST)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', name: 'node-a' },
    field: 'spec',
    what: 'HostEndpoint node-a lets nobody reach TCP port 10250: no policy and no profile allows it',
    why: 'a host endpoint denies what no policy and no profile allows, all but its failsafe ports; the kubelet answers on that port, so logs, exec, metrics and '
      + 'port-forward fail on the node',
    fix: 'add projectcalico-default-allow to `profiles`, so that only policies close the node; or allow in a policy for the hosts what has to reach them',
    docs: 'docs/checks/host/kubelet-cut.md',
  }]);
});

test.each([
  ['several, once, whatever their order', host('c') + host('a') + host('b'), 'HostEndpoint a and 2 others let'],
  ['two', host('b') + host('a'), 'HostEndpoint a and 1 other let'],
  ['an empty list of profiles', host('node-a', ', profiles: []'), 'HostEndpoint node-a lets'],
  ['a policy that passes it on', HOST + globalPolicy('workers', '{selector: role == "worker", types: [Ingress], ingress: [{action: Pass}]}'), 'HostEndpoint node-a lets'],
  ['a tier that ends with Pass', HOST + calico('Tier', 'early', '{defaultAction: Pass}')
    + globalPolicy('early.workers', '{tier: early, selector: role == "worker", types: [Ingress], ingress: [{action: Deny, protocol: UDP}]}'), 'HostEndpoint node-a lets'],
])('fires for %s', (_, yaml, words) => {
  expect(findingsOf(ID, yaml).map(({ what }) => what)).toEqual([`${words} nobody reach TCP port 10250: no policy and no profile allows it`]);
});

test.each([
  ['a profile that allows', host('node-a', ', profiles: [projectcalico-default-allow]')],
  ['one with and one without, where a policy allows', host('node-a', ', profiles: [projectcalico-default-allow]') + host('node-b') + POLICY],
  ['a policy that allows it from somewhere', HOST + POLICY],
  ['a policy that denies it', HOST + globalPolicy('workers', '{selector: role == "worker", types: [Ingress], ingress: [{action: Deny}]}')],
  ['one interface, which may be another than the node\'s own', HOST.replace('"*"', 'eth1')],
  ['a cluster without host endpoints', POLICY],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(HOST));
});
