import { calico, deployment, globalPolicy, networkPolicy } from './manifests';
import { configMap } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/api-server-cut';
const POD = deployment('operator', '{app: operator}', 'shop', '{serviceAccountName: operator}');
const WATCHER = POD.replaceAll('app: operator', 'app: watcher').replace('name: operator', 'name: watcher');
const THIRD = WATCHER.replaceAll('watcher', 'third');
const DENY = networkPolicy('default-deny', '{selector: all(), types: [Egress]}');
const BOUND = binding('{kind: ClusterRole, name: view}');

function rbac(kind: string, name: string, rest: string, namespace = ''): string {
  return `---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: ${kind}, metadata: {name: ${name}${namespace && `, namespace: ${namespace}`}}, ${rest}}\n`;
}

function binding(role: string, subjects = '[{kind: ServiceAccount, name: operator, namespace: shop}]'): string {
  return rbac('ClusterRoleBinding', 'operator', `roleRef: ${role}, subjects: ${subjects}`);
}

function out(destination: string, rest = 'action: Allow'): string {
  return networkPolicy('out', `{selector: all(), types: [Egress], egress: [{${rest}, destination: ${destination}}]}`);
}

function said(yaml: string): string[] {
  return findingsOf(ID, yaml).map(({ severity, object, field, what }) => `${severity} ${object!.name} ${field}: ${what}`);
}

test('fires for a workload that is bound to a role', () => {
  expect(findingsOf(ID, DENY + POD + BOUND)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'default-deny', namespace: 'shop' },
    field: 'spec',
    what: 'Deployment shop/operator can\'t reach the Kubernetes API: TCP 443 and 6443 is denied to every address',
    why: 'ClusterRoleBinding operator lets its service account call the API; NetworkPolicy shop/default-deny governs egress, no rule of tier default allows it, and the tier ends with Deny',
    fix: 'allow it in `egress`: a rule with `services` for the Service kubernetes of namespace default, or with `nets` for the API servers',
    docs: 'docs/checks/policy/api-server-cut.md',
  }]);
});

test.each([
  ['a role of the app, and two workloads', DENY + POD + WATCHER + rbac('Role', 'watch', 'rules: [{verbs: [use]}, {verbs: [watch]}]', 'shop')
    + rbac('RoleBinding', 'operator', 'roleRef: {kind: Role, name: watch}, subjects: [{kind: User, name: a}, {kind: ServiceAccount, name: operator}]', 'shop'), [
    'warning default-deny spec: Deployment shop/operator and 1 other can\'t reach the Kubernetes API: TCP 443 and 6443 is denied to every address',
  ]],
  ['three workloads, and the port of the install', DENY + POD + WATCHER + THIRD + BOUND
    + configMap('kube-system', 'kubernetes-services-endpoint', '{KUBERNETES_SERVICE_PORT: "8443"}'), [
    'warning default-deny spec: Deployment shop/operator and 2 others can\'t reach the Kubernetes API: TCP 443 and 6443 and 8443 is denied to every address',
  ]],
  ['a rule that denies', globalPolicy('deny', '{selector: all(), types: [Egress], egress: [{action: Deny, protocol: TCP}, {action: Allow}]}') + POD + BOUND, [
    'warning deny spec.egress[0]: Deployment shop/operator can\'t reach the Kubernetes API: TCP 443 and 6443 is denied to every address',
  ]],
  ['pods of all namespaces', out('{namespaceSelector: all()}') + POD + BOUND, [
    'warning out spec.egress: Deployment shop/operator can\'t reach the Kubernetes API: TCP 443 and 6443 is denied to every address',
  ]],
  ['a job with a token of its own will', DENY + BOUND
    + '---\n{apiVersion: batch/v1, kind: CronJob, metadata: {name: job, namespace: shop}, spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: operator, automountServiceAccountToken: true}}}}}}\n', [
    'warning default-deny spec: CronJob shop/job can\'t reach the Kubernetes API: TCP 443 and 6443 is denied to every address',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test.each([
  ['no binding', DENY + POD],
  ['a binding of another account', DENY + POD.replace('serviceAccountName: operator', '') + BOUND],
  ['a role that isn\'t among the manifests', DENY + POD + binding('{kind: ClusterRole, name: other}')],
  ['a role for a security policy', DENY + POD + binding('{kind: ClusterRole, name: psp}') + rbac('ClusterRole', 'psp', 'rules: [{verbs: [use]}, {}]')],
  ['a binding without a role', DENY + POD + rbac('ClusterRoleBinding', 'operator', 'subjects: []')],
  ['a pod without a token', DENY + BOUND + '---\n{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}, spec: {serviceAccountName: operator, automountServiceAccountToken: false}}\n'],
  ['an account without a token', DENY + POD + BOUND + '---\n{apiVersion: v1, kind: ServiceAccount, automountServiceAccountToken: false, metadata: {name: operator, namespace: shop}}\n'],
  ['the port of a small cluster', out('{nets: [192.168.49.2/32], ports: [8443]}', 'action: Allow, protocol: TCP') + POD + BOUND],
  ['a Profile that denies, as far as policies go', networkPolicy('pass', '{tier: first, selector: all(), types: [Egress], egress: [{action: Pass}]}')
    + calico('Profile', 'kns.shop', '{egress: [{action: Deny}]}') + POD + BOUND],
  ['the Service of the API', out('{services: {name: kubernetes, namespace: default}}') + POD + BOUND],
  ['nets that may hold it', out('{nets: [10.0.0.0/8], ports: [443]}', 'action: Allow, protocol: TCP') + POD + BOUND],
  ['host endpoints that may be those of API servers', globalPolicy('out', '{selector: all(), types: [Egress], egress: [{action: Allow, destination: {selector: has(control-plane)}}]}') + POD + BOUND],
  ['a network set that may hold it', out('{namespaceSelector: global(), selector: set == "api"}') + calico('GlobalNetworkSet', 'api', '{nets: [10.0.0.0/8]}', '{set: api}') + POD + BOUND],
  ['egress that nothing governs', networkPolicy('in', '{selector: all(), types: [Ingress]}') + POD + BOUND],
  ['no workload', DENY + BOUND],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(DENY + POD + BOUND));
});
