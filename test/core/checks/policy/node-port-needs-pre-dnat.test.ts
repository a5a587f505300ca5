import { calico, globalPolicy } from './manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/node-port-needs-pre-dnat';
const HOST = calico('HostEndpoint', 'node-a', '{node: a, interfaceName: "*"}', '{role: worker}');

function policy(rest: string, ports = '["30000:32767"]'): string {
  return globalPolicy('no-node-ports', `{selector: role == "worker", ${rest}types: [Ingress], ingress: [{action: Log}, {action: Deny, protocol: TCP, destination: {ports: ${ports}}}]}`);
}

test('fires for a policy that is asked of forwarded traffic', () => {
  expect(findingsOf(ID, policy('applyOnForward: true, '))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 152 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'no-node-ports' },
    field: 'spec.ingress[1].destination.ports',
    what: 'the rule denies node ports (30000:32767), and the policy isn\'t `preDNAT`',
    why: 'packets to a node port have the address and the port of a pod by the time that this policy is asked: the rule matches none of them, and node ports stay open',
    fix: 'set `preDNAT: true` and `applyOnForward: true`; what clients outside may reach is then to be allowed before the deny, in a policy of the same sort',
    docs: 'docs/checks/policy/node-port-needs-pre-dnat.md',
  }]);
});

test('fires for a policy that selects a host endpoint', () => {
  expect(findingsOf(ID, policy('', '[30080, 31000]') + HOST).map(({ what }) => what)).toEqual([
    'the rule denies node ports (30080, 31000) at HostEndpoint node-a, and the policy isn\'t `preDNAT`',
  ]);
});

test.each([
  ['a pre-DNAT policy', policy('preDNAT: true, applyOnForward: true, ')],
  ['an untracked policy', policy('doNotTrack: true, applyOnForward: true, ')],
  ['a policy that may be for pods', policy('')],
  ['other ports too', policy('applyOnForward: true, ', '["30000:32767", 8080]')],
  ['a range that starts below', policy('applyOnForward: true, ', '["1024:32767"]')],
  ['all ports', policy('applyOnForward: true, ', '[]')],
  ['a rule without ports', globalPolicy('a', '{applyOnForward: true, types: [Ingress], ingress: [{action: Deny}]}')],
  ['no rules', globalPolicy('a', '{applyOnForward: true, types: [Ingress]}')],
  ['a policy that Calico drops', policy('applyOnForward: true, ').replace('role ==', 'role =')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(policy('applyOnForward: true, ')));
});
