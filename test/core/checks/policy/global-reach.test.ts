import { calico, deployment, globalPolicy, networkPolicy } from './manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/global-reach';
const DENY = globalPolicy('default-deny', '{selector: all(), types: [Ingress]}');
const DNS = deployment('coredns', '{k8s-app: kube-dns}', 'kube-system');

function said(yaml: string): string[] {
  return findingsOf(ID, yaml).map(({ severity, object, field, what }) => `${severity} ${object!.name} ${field}: ${what.replace('the policy selects pods of kube-system too, and denies kube-dns ', '')}`);
}

test('fires for a policy for all pods', () => {
  expect(findingsOf(ID, DENY)).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 5, column: 18 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'default-deny' },
    field: 'spec.selector',
    what: 'the policy selects pods of kube-system too, and denies kube-dns UDP 53 from pods of other namespaces; it reaches no other workload among the manifests',
    why: 'where kube-dns answers nobody, or learns nothing of Services, names don\'t resolve in any namespace',
    fix: 'leave the namespaces of the system out: `namespaceSelector: projectcalico.org/name not in {"kube-system", "calico-system", "calico-apiserver", "tigera-operator"}`; or allow it before',
    docs: 'docs/checks/policy/global-reach.md',
  }]);
});

test.each([
  ['both directions, with what it selects', globalPolicy('deny', '{namespaceSelector: all(), types: [Ingress, Egress]}') + DNS + deployment('web', '{app: web}')
    + deployment('api', '{app: api}') + calico('HostEndpoint', 'a', '{node: a, interfaceName: "*"}'), [
    'advice deny spec.namespaceSelector: UDP 53 from pods of other namespaces and TCP 443 and 6443 to the Kubernetes API; it reaches workloads of kube-system, shop',
  ]],
  ['host endpoints', DENY + calico('HostEndpoint', 'a', '{node: a, interfaceName: "*"}'), [
    'advice default-deny spec.selector: UDP 53 from pods of other namespaces; it reaches no other workload among the manifests, and 1 host endpoint',
  ]],
  ['many namespaces and hosts', DENY + [...Array(12).keys()].map((index) => deployment('web', '{app: web}', `team-${String(index).padStart(2, '0')}`)).join('')
    + calico('HostEndpoint', 'a', '{node: a, interfaceName: "*"}') + calico('HostEndpoint', 'b', '{node: b, interfaceName: "*"}'), [
    'advice default-deny spec.selector: UDP 53 from pods of other namespaces; it reaches workloads of team-00, team-01, team-02, team-03, team-04, team-05, team-06, team-07, '
    + 'team-08, team-09 and 2 more namespaces, and 2 host endpoints',
  ]],
  ['a rule that denies', globalPolicy('deny', '{types: [Ingress], ingress: [{action: Deny, protocol: UDP}, {action: Allow}]}'), [
    'advice deny spec: UDP 53 from pods of other namespaces; it reaches no other workload among the manifests',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test.each([
  ['namespaces that are left out', globalPolicy('deny', '{namespaceSelector: projectcalico.org/name != "kube-system", types: [Ingress]}')],
  ['labels that kube-dns may not have', globalPolicy('deny', '{selector: app != "web", types: [Ingress]}')],
  ['an allow before it', DENY + networkPolicy('all', '{selector: all(), types: [Ingress], ingress: [{action: Allow}]}', 'kube-system')],
  ['an allow that may be for kube-dns', DENY + networkPolicy('dns', '{selector: k8s-app == "kube-dns", types: [Ingress], ingress: [{action: Allow}]}', 'kube-system')],
  ['rules that may let it out', globalPolicy('deny', '{types: [Egress], egress: [{action: Allow, destination: {nets: [10.0.0.0/8]}}]}')],
  ['what a policy of kube-system denies', globalPolicy('all', '{types: [Ingress], ingress: [{action: Allow}]}') + networkPolicy('deny', '{order: 1, selector: all(), types: [Ingress], ingress: [{action: Deny}]}', 'kube-system')],
  ['pre-DNAT policies', globalPolicy('hosts', '{selector: all(), preDNAT: true, applyOnForward: true, types: [Ingress], ingress: [{action: Deny}]}')],
  ['policies of namespaces', networkPolicy('deny', '{selector: all(), types: [Ingress]}', 'kube-system')],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(DENY));
});
