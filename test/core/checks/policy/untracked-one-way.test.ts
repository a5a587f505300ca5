import { calico, globalPolicy } from './manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/untracked-one-way';
const HOST = calico('HostEndpoint', 'node-a', '{node: a, interfaceName: eth0}', '{role: cache}');

function untracked(name: string, rest: string, selector = 'role == "cache"'): string {
  return globalPolicy(name, `{selector: '${selector}', doNotTrack: true, applyOnForward: true, ${rest}}`);
}

const IN = untracked('cache', 'types: [Ingress], ingress: [{action: Allow, protocol: TCP, source: {nets: [10.20.0.0/16]}, destination: {ports: [12211]}}]');
const OUT = untracked('answers', 'types: [Egress], egress: [{action: Allow, protocol: TCP, source: {ports: [12211]}, destination: {nets: [10.20.0.0/16]}}]');

test('fires for a rule without its mirror', () => {
  expect(findingsOf(ID, IN)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 105 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'cache' },
    field: 'spec.ingress[0]',
    what: 'TCP from 10.20.0.0 port 40000 to 192.0.2.1 port 12211 is allowed untracked, and no untracked rule for egress allows the answer, from 192.0.2.1 port 12211 to 10.20.0.0 port 40000',
    why: 'nothing remembers connections of GlobalNetworkPolicy cache: what no untracked rule allows on the way back is dropped as part of no connection, so none comes about',
    fix: 'add the mirrored rule to `egress`: protocol TCP, with `source` and `destination` of this one changed round',
    docs: 'docs/checks/policy/untracked-one-way.md',
  }]);
});

test.each([
  ['a mirror that is tracked', IN + OUT.replace('doNotTrack: true, ', ''), ['spec.ingress[0]']],
  ['a mirror with the port at the wrong end', IN + OUT.replace('source: {ports: [12211]}, destination: {', 'destination: {ports: [12211], '), ['spec.ingress[0]', 'spec.egress[0]']],
  ['a mirror for other hosts', IN + OUT.replace('cache', 'web') + HOST, ['spec.ingress[0]', 'spec.egress[0]']],
  ['a mirror that is denied first', IN + OUT + untracked('deny', 'order: 1, types: [Egress], egress: [{action: Deny}]'), ['spec.ingress[0]']],
  ['connections out', untracked('out', 'types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {ports: [443]}}]'), ['spec.egress[0]']],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml).map(({ field }) => field)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['the mirror in another policy', IN + OUT],
  ['the mirror at declared host endpoints', IN + OUT + HOST],
  ['eBPF', IN + calico('FelixConfiguration', 'default', '{bpfEnabled: true}')],
  ['a Felix that lets invalid packets on', IN + calico('FelixConfiguration', 'default', '{disableConntrackInvalidCheck: true}')],
  ['UDP', IN.replace('TCP', 'UDP')],
  ['a failsafe port', IN.replace('12211', '6443')],
  ['a deny', untracked('deny', 'types: [Ingress], ingress: [{action: Deny, source: {nets: [192.0.2.0/24]}}]')],
  ['tracked policies', IN.replace('doNotTrack: true, ', '')],
  ['rules for everything both ways', untracked('all', 'types: [Ingress, Egress], ingress: [{action: Allow}], egress: [{action: Allow}]')],
  ['a rule that nothing matches', IN.replace('ports: [12211]', 'ports: [web]')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(IN));
});
