import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { deployment, fieldsOf, globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/host-networked-workload';
const EXPORTER = deployment('exporter', { app: 'exporter' }, { hostNetwork: true });
const peer = (source: JsonObject): JsonObject => networkPolicy('api', { types: ['Ingress'], ingress: [{ action: 'Allow', source }] });
const POLICY = peer({ selector: "app == 'exporter'" });

test('fires for a peer that is on its node\'s network', () => {
  expect(findingsOf(ID, yamlOf(EXPORTER, POLICY))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 48, column: 19 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'api', namespace: 'shop' },
    field: 'spec.ingress[0].source',
    what: 'the peer matches Deployment shop/exporter alone, which is on its node\'s network',
    why: 'Calico has no endpoint for a pod with hostNetwork: it has the address of its node, and no selector matches it',
    fix: 'name the nodes\' addresses in `nets`, a Service that leads there in `services`, or select HostEndpoints of the nodes instead',
    docs: 'docs/checks/policy/host-networked-workload.md',
  }]);
});

const pod: JsonObject = {
  apiVersion: 'v1', kind: 'Pod', metadata: { name: 'proxy', namespace: 'shop', labels: { app: 'proxy' } }, spec: { hostNetwork: true, containers: [{ name: 'a' }] },
};
const kubernetes = (spec: JsonObject): JsonObject => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'k', namespace: 'shop' }, spec });

test.each<[string, JsonObject[], string[]]>([
  ['a policy for it', [EXPORTER, networkPolicy('exporter', { selector: "app == 'exporter'", types: ['Ingress'] })], ['spec.selector the policy is for Deployment']],
  ['a policy for its namespace\'s exporters', [EXPORTER, globalPolicy('g', {
    selector: undefined,
    namespaceSelector: 'all()',
    types: ['Ingress'],
    ingress: [{ action: 'Allow', source: { namespaceSelector: 'all()', selector: "app == 'exporter'" } }],
  })], ['spec.ingress[0].source the peer matches Deployment']],
  ['its own end of a rule', [pod, globalPolicy('g', { selector: 'all()', ingress: [{ action: 'Allow', destination: { selector: "app in {'proxy'}" } }] })],
    ['spec.ingress[0].destination the rule is for Pod']],
  ['a policy of Kubernetes', [pod, kubernetes({ podSelector: { matchLabels: { app: 'proxy' } } })], ['spec.podSelector the policy is for Pod']],
  ['a peer in a policy of Kubernetes', [pod, kubernetes({ podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'proxy' } } }] }] })],
    ['spec.ingress[0] the peer matches Pod']],
  ['a staged policy of Kubernetes', [pod, { ...kubernetes({ podSelector: { matchLabels: { app: 'proxy' } } }), apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy' }],
    ['spec.podSelector the policy is for Pod']],
  ['two rules', [EXPORTER, networkPolicy('a', { egress: [{ action: 'Allow', destination: { selector: "app == 'exporter'" } }] }), POLICY],
    ['spec.egress[0].destination the peer matches Deployment', 'spec.ingress[0].source the peer matches Deployment']],
  ['the subject of a ClusterNetworkPolicy', [pod, {
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: 'ClusterNetworkPolicy',
    metadata: { name: 'c' },
    spec: { tier: 'Admin', priority: 1, subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'proxy' } } } }, ingress: [] },
  }], ['spec.subject the policy is for Pod']],
])('fires for %s', (_, objects, expected) => {
  expect(findingsOf(ID, yamlOf(...objects)).map(({ field, what }) => `${field!} ${what.split(' ').slice(0, what.startsWith('the peer') ? 4 : 5).join(' ')}`))
    .toEqual(expected);
});

test.each<[string, JsonObject[]]>([
  ['a peer that another workload matches too', [EXPORTER, deployment('second', { app: 'exporter' }), POLICY]],
  ['a peer that a network set matches too', [EXPORTER, POLICY, {
    apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', metadata: { name: 'set', namespace: 'shop', labels: { app: 'exporter' } }, spec: { nets: ['10.0.0.0/8'] },
  }]],
  ['a peer for everything', [EXPORTER, peer({ selector: 'all()' })]],
  ['a peer for whatever has the label', [EXPORTER, peer({ selector: 'has(app)' })]],
  ['a peer for its namespace', [EXPORTER, peer({ namespaceSelector: "projectcalico.org/name == 'shop'" })]],
  ['a peer for what isn\'t it', [EXPORTER, peer({ selector: "app != 'api'" })]],
  ['a workload on its own network', [deployment('exporter', { app: 'exporter' }), POLICY]],
  ['no policy', [EXPORTER]],
  ['a peer that nothing matches', [EXPORTER, peer({ selector: "app == 'other'" })]],
])('stays silent for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(EXPORTER, POLICY)));
});
