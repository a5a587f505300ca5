import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/order-tie';
const allow = (spec: JsonObject = {}): JsonObject => networkPolicy('allow', { types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP' }], ...spec });
const deny = (spec: JsonObject = {}): JsonObject =>
  networkPolicy('deny', { types: ['Ingress'], ingress: [{ action: 'Deny', source: { nets: ['10.0.0.0/8'] } }], ...spec });
const kubernetes: JsonObject = {
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'open', namespace: 'shop' }, spec: { podSelector: {}, ingress: [{}] },
};
const said = (...objects: JsonObject[]): string[] => findingsOf(ID, yamlOf(...objects)).map(({ object, field }) => `${object!.name!} ${field!}`);

test('fires for two policies without order that decide differently', () => {
  expect(findingsOf(ID, yamlOf(allow(), deny()))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 29, column: 11 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'deny', namespace: 'shop' },
    field: 'spec',
    what: 'NetworkPolicy shop/deny and NetworkPolicy shop/allow have no order, and decide differently',
    why: 'of equals the first by name is asked first, here NetworkPolicy shop/allow: TCP to port 80 from 10.0.0.0 to a pod of namespace shop with app=web '
      + 'is allowed by its spec.ingress[0], and would be denied by spec.ingress[0] of NetworkPolicy shop/deny',
    fix: 'give both an `order` of their own: the smaller is asked first',
    docs: 'docs/checks/policy/order-tie.md',
  }]);
});

test('fires for a policy of Calico that has the order of those of Kubernetes', () => {
  expect(findingsOf(ID, yamlOf(kubernetes, deny({ order: 1000 }))).map(({ field, what, fix }) => ({ field, what, fix }))).toEqual([{
    field: 'spec.order',
    what: 'NetworkPolicy shop/deny and KubernetesNetworkPolicy shop/open both have order 1000, and decide differently',
    fix: 'give this policy another `order`, as that of Kubernetes\' policies is always 1000',
  }]);
});

test.each<[string, JsonObject[], string[]]>([
  ['a global one and many', [globalPolicy('x', { types: ['Ingress'], ingress: [{ action: 'Deny' }] }), allow(), { ...allow(), metadata: { name: 'b', namespace: 'c' } }],
    ['x spec']],
  ['one that passes', [allow({ ingress: [{ action: 'Pass' }] }), deny()], ['allow spec']],
  ['two that both deny something', [allow({ ingress: [{ action: 'Deny', protocol: 'UDP' }, { action: 'Allow', protocol: 'TCP' }] }), deny()], ['allow spec']],
  ['egress', [allow({ types: ['Egress'], egress: [{ action: 'Allow' }], ingress: undefined }),
    deny({ types: ['Egress'], egress: [{ action: 'Deny', destination: { selector: "app == 'db'" } }], ingress: undefined })], ['deny spec']],
])('fires for %s', (_, objects, expected) => {
  expect(said(...objects)).toEqual(expected);
});

const NARROW = { ingress: [{ action: 'Deny', protocol: 'UDP' }] };

test.each<[string, JsonObject[]]>([
  ['orders of their own', [allow({ order: 1 }), deny({ order: 2 })]],
  ['one order and none', [allow({ order: 1 }), deny()]],
  ['two that only allow', [allow(), { ...allow(), metadata: { name: 'b', namespace: 'shop' } }]],
  ['two that only deny', [deny(), { ...deny(), metadata: { name: 'b', namespace: 'shop' } }]],
  ['another tier', [allow(), deny({ tier: 'early' })]],
  ['another namespace', [allow(), { ...deny(), metadata: { name: 'deny', namespace: 'bank' } }]],
  ['labels that exclude each other', [allow(), deny({ selector: "app == 'api'" })]],
  ['pods, and what is in no namespace', [
    globalPolicy('hosts', { selector: '!has(projectcalico.org/namespace)', types: ['Ingress'], ingress: [{ action: 'Allow' }] }),
    globalPolicy('pods', { namespaceSelector: "team == 'red'", types: ['Ingress'], ingress: [{ action: 'Deny' }] }),
  ]],
  ['packets that exclude each other', [allow(), deny(NARROW)]],
  ['another direction', [allow(), deny({ types: ['Egress'], egress: [{ action: 'Deny' }], ingress: undefined })]],
  ['what a policy before both decides', [globalPolicy('first', { order: 1, types: ['Ingress'], ingress: [{ action: 'Allow' }] }), allow(), deny()]],
  ['what their own rules decide before', [allow({ ingress: [{ action: 'Deny', source: { nets: ['10.0.0.0/8'] } }, { action: 'Allow' }] }), deny()]],
  ['a staged policy', [allow(), { ...deny(), kind: 'StagedNetworkPolicy' }]],
  ['rules that only log', [allow(), deny({ ingress: [{ action: 'Log' }] })]],
  ['one that passes to what allows too', [allow(), deny({ ingress: [{ action: 'Pass' }] })]],
  ['named ports, of which no packet is made', [allow({ ingress: [{ action: 'Allow', protocol: 'TCP', destination: { ports: ['http'] } }] }), deny()]],
])('stays silent for %s', (_, objects) => {
  expect(said(...objects)).toEqual([]);
});

const workload = (name: string, labels: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop' }, spec: { template: { metadata: { labels } } },
});
const otherLabel = deny({ selector: "role == 'db'" });
const severities = (...objects: JsonObject[]): string[] => findingsOf(ID, yamlOf(...objects)).map(({ severity }) => severity);

test('advises where no endpoint is known that both select', () => {
  expect(severities(allow(), otherLabel)).toEqual(['advice']);
  expect(severities(allow(), otherLabel, workload('web', { app: 'web' }))).toEqual(['advice']);
});

test('warns where a workload has the labels of both', () => {
  expect(severities(allow(), otherLabel, workload('web', { app: 'web', role: 'db' }))).toEqual(['warning']);
});

test('stays silent where each selects workloads of its own, and none in common', () => {
  expect(severities(allow(), otherLabel, workload('web', { app: 'web' }), workload('db', { role: 'db' }))).toEqual([]);
});

test('stays silent where more pairs of rules are there than it looks at', () => {
  const many = Array.from({ length: 40 }, (_, index) => ({ action: 'Allow', source: { nets: [`192.168.${index}.0/24`] } }));
  expect(said(allow({ ingress: [...many, { action: 'Allow' }] }), deny())).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(allow(), deny())));
});
