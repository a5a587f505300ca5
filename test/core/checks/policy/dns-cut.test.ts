import { deployment, globalPolicy, networkPolicy } from './manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'policy/dns-cut';
const WEB = networkPolicy('web', '{selector: app == "web", types: [Egress], egress: [{action: Allow, protocol: TCP, destination: {selector: app == "api", ports: [8080]}}]}');
const DENY = networkPolicy('default-deny', '{selector: all(), types: [Ingress, Egress]}');
const KUBE_DNS = deployment('coredns', '{k8s-app: kube-dns}', 'kube-system', '{containers: [{name: dns, image: dns, ports: [{name: dns, protocol: UDP, containerPort: 53}]}]}');

const PROFILE = '---\n{apiVersion: projectcalico.org/v3, kind: Profile, metadata: {name: kns.shop}, spec: {egress: [{action: Deny}]}}\n';

function dns(destination: string, protocol = 'UDP', selector = 'all()'): string {
  return networkPolicy(`dns-${protocol.toLowerCase()}`, `{selector: '${selector}', types: [Egress], egress: [{action: Allow, protocol: ${protocol}, destination: ${destination}}]}`);
}

function said(yaml: string): string[] {
  return findingsOf(ID, yaml).map(({ severity, object, field, what }) => `${severity} ${object!.name} ${field}: ${what}`);
}

test('fires for a policy without workloads', () => {
  expect(findingsOf(ID, WEB)).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 5, column: 57 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.egress',
    what: 'a pod with the label app=web in namespace shop can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
    why: 'NetworkPolicy shop/web governs egress, no rule of tier default allows it, and the tier ends with Deny; kube-dns isn\'t among the manifests, '
      + 'so its pods are taken to be in namespace kube-system. Names of Services and of hosts outside don\'t resolve',
    fix: 'allow UDP 53 and TCP 53 in `egress`, to the namespace kube-system and the pods k8s-app == "kube-dns"',
    docs: 'docs/checks/policy/dns-cut.md',
  }]);
});

test.each([
  ['workloads, once for the policy that selects most', DENY + WEB + deployment('web', '{app: web}') + deployment('api', '{app: api}') + deployment('db', '{app: db}'), [
    'warning default-deny spec: Deployment shop/api and 2 others can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['a workload that a default deny lets reach nothing, as advice', DENY + deployment('web', '{app: web}'), [
    'advice default-deny spec: Deployment shop/web can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['a default deny alone, as advice', DENY, [
    'advice default-deny spec: a pod without labels in namespace shop can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['TCP alone', WEB + dns('{namespaceSelector: projectcalico.org/name == "kube-system", ports: [53]}') + deployment('web', '{app: web}'), [
    'warning dns-udp spec.egress: Deployment shop/web can\'t ask DNS: TCP 53 to kube-dns is denied',
  ]],
  ['a global policy for one namespace', globalPolicy('shop', '{namespaceSelector: projectcalico.org/name == "shop", types: [Egress]}'), [
    'advice shop spec: a pod without labels in namespace shop can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['UDP alone', dns('{ports: [53]}', 'TCP'), [
    'advice dns-tcp spec.egress: a pod without labels in namespace shop can\'t ask DNS: UDP 53 to kube-dns is denied',
  ]],
  ['a rule that denies', globalPolicy('no-dns', '{order: 1, selector: projectcalico.org/namespace == "shop", types: [Egress], egress: [{action: Deny, destination: {namespaceSelector: projectcalico.org/name == "kube-system" || projectcalico.org/name == "openshift-dns"}}, {action: Allow}]}'), [
    'advice no-dns spec.egress[0]: a pod without labels in namespace shop can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['a selector of kube-dns that is for the policy\'s own namespace', dns('{selector: k8s-app == "kube-dns", ports: [53]}') + deployment('web', '{app: web}'), [
    'warning dns-udp spec.egress: Deployment shop/web can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['kube-dns among the manifests', WEB + deployment('web', '{app: web}') + KUBE_DNS + dns('{namespaceSelector: projectcalico.org/name == "kube-system", selector: k8s-app == "core-dns"}', 'UDP'), [
    'warning dns-udp spec.egress: Deployment shop/web can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['a tier that no policy of a later one is asked after', networkPolicy('app.web', '{tier: app, order: 3, selector: all(), types: [Egress], egress: [{action: Pass, protocol: SCTP}]}')
    + '---\n{apiVersion: projectcalico.org/v3, kind: Tier, metadata: {name: app}, spec: {order: 5}}\n' + dns('{}', 'UDP') + deployment('web', '{app: web}'), [
    'warning app.web spec.egress: Deployment shop/web can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
  ['a policy of Kubernetes', '---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: shop}, spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}}\n', [
    'advice web spec.egress: a pod without labels in namespace shop can\'t ask DNS: UDP 53 and TCP 53 to kube-dns are denied',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(said(yaml)).toEqual(expected);
});

test.each([
  ['no policy for egress', networkPolicy('web', '{selector: all(), types: [Ingress]}')],
  ['pods that no policy governs', WEB + deployment('api', '{app: api}')],
  ['chosen pods that reach nothing at all', networkPolicy('none', '{selector: app == "web", types: [Egress]}') + deployment('web', '{app: web}')],
  ['both protocols to kube-system', WEB + dns('{namespaceSelector: projectcalico.org/name == "kube-system", ports: [53]}') + dns('{namespaceSelector: kubernetes.io/metadata.name == "kube-system", ports: [dns-tcp]}', 'TCP')],
  ['a Service', WEB + dns('{services: {name: kube-dns, namespace: kube-system}}') + dns('{services: {name: kube-dns, namespace: kube-system}}', 'TCP')],
  ['node-local DNS', WEB + dns('{nets: [169.254.20.10/32], ports: [53]}') + dns('{nets: [169.254.20.10/32], ports: [53]}', 'TCP')],
  ['node-local DNS on every port', WEB + dns('{nets: [169.254.20.10/32]}') + dns('{nets: [169.254.20.10/32]}', 'TCP')],
  ['OpenShift', WEB + networkPolicy('dns', '{selector: all(), types: [Egress], egress: [{action: Allow, destination: {namespaceSelector: projectcalico.org/name == "openshift-dns"}}]}')],
  ['labels of the namespace that aren\'t known', WEB + networkPolicy('dns', '{selector: all(), types: [Egress], egress: [{action: Allow, destination: {namespaceSelector: name == "kube-system"}}]}')],
  ['a network set that may hold kube-dns', WEB + networkPolicy('dns', '{selector: all(), types: [Egress], egress: [{action: Allow, destination: {namespaceSelector: global(), selector: set == "dns"}}]}')
    + '---\n{apiVersion: projectcalico.org/v3, kind: GlobalNetworkSet, metadata: {name: dns, labels: {set: dns}}, spec: {nets: [10.0.0.0/8]}}\n'],
  ['pods that may have a label by which they ask', WEB + networkPolicy('dns', '{selector: dns == "true", types: [Egress], egress: [{action: Allow, destination: {ports: [53]}, protocol: UDP}, {action: Allow, destination: {ports: [53]}, protocol: TCP}]}')],
  ['a Profile that denies, as far as policies go', networkPolicy('pass', '{tier: first, selector: all(), types: [Egress], egress: [{action: Pass}]}') + PROFILE + deployment('web', '{app: web}')],
  ['a resolver of their own', WEB + deployment('web', '{app: web}', 'shop', '{dnsPolicy: None, containers: []}')],
  ['jobs with the resolver of the node', WEB + '---\n{apiVersion: batch/v1, kind: CronJob, metadata: {name: web, namespace: shop}, spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: web}}, spec: {dnsPolicy: Default}}}}}}\n'],
  ['pods with the resolver of the node', WEB + '---\n{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}, spec: {dnsPolicy: Default}}\n'],
  ['policies for host endpoints', globalPolicy('hosts', '{selector: role == "worker", types: [Egress], egress: [{action: Allow, destination: {ports: [443]}, protocol: TCP}]}')],
  ['what may be for host endpoints, as they are in no namespace', globalPolicy('most', '{selector: has(app), namespaceSelector: projectcalico.org/name != "shop", types: [Egress], egress: [{action: Allow, protocol: SCTP}]}')],
  ['a selector that nothing matches', networkPolicy('none', '{selector: a == "1" && a == "2", types: [Egress]}')],
  ['a rule for everything', globalPolicy('all', '{selector: all(), types: [Egress], egress: [{action: Allow}]}')],
  ['a policy for egress by its rules, without types', globalPolicy('all', '{selector: all(), egress: [{action: Allow}]}')],
])('stays silent for %s', (_, yaml) => {
  expect(said(yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(WEB));
});
