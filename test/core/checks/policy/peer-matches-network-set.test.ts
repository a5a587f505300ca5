import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { deployment, fieldsOf, globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/peer-matches-network-set';
const NAMESPACE: JsonObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'red' } } };
const API = deployment('api', { app: 'api' });
const SET: JsonObject = {
  apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet', metadata: { name: 'partners', namespace: 'shop', labels: { kind: 'partners' } }, spec: { nets: ['203.0.113.0/24'] },
};
const GLOBAL_SET: JsonObject = { ...SET, kind: 'GlobalNetworkSet', metadata: { name: 'feeds', labels: { kind: 'feeds' } } };
const peer = (source: JsonObject): JsonObject => globalPolicy('web', { types: ['Ingress'], ingress: [{ action: 'Allow', source }] });
const POLICY = peer({ namespaceSelector: "team == 'red'" });

test('fires for a namespace that holds a network set', () => {
  expect(findingsOf(ID, yamlOf(NAMESPACE, API, SET, POLICY))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 74, column: 19 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', name: 'web' },
    field: 'spec.ingress[0].source',
    what: 'this peer matches the addresses of NetworkSet shop/partners besides pods such as Deployment shop/api',
    why: 'a selector matches network sets as it matches pods, and nothing in this one tells them apart: the set matches without any label of its own',
    fix: 'add has(projectcalico.org/orchestrator) to `selector` if only pods are meant: they have the label, and network sets don\'t',
    docs: 'docs/checks/policy/peer-matches-network-set.md',
  }]);
});

test.each<[string, JsonObject[]]>([
  ['all() and a global set', [API, GLOBAL_SET, peer({ selector: 'all()' })]],
  ['all() of a NetworkPolicy', [API, SET, networkPolicy('web', { types: ['Ingress'], ingress: [{ action: 'Deny', source: { selector: 'all()' } }] })]],
  ['a label that the set lacks', [API, GLOBAL_SET, peer({ selector: "app != 'other'" })]],
])('fires for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual(['spec.ingress[0].source']);
});

test.each<[string, JsonObject[]]>([
  ['pods alone', [NAMESPACE, API, SET, peer({ namespaceSelector: "team == 'red'", selector: 'has(projectcalico.org/orchestrator)' })]],
  ['a label of the set', [API, SET, { ...GLOBAL_SET, metadata: { name: 'a', labels: { app: 'api' } } }, peer({ selector: "app == 'api'" })]],
  ['a peer that no pod matches', [NAMESPACE, SET, POLICY]],
  ['a peer that no set matches', [API, SET, peer({ selector: "app == 'api'" })]],
  ['networks', [API, SET, peer({ nets: ['10.0.0.0/8'] })]],
  ['the policy\'s own selector', [NAMESPACE, API, SET, globalPolicy('web', { selector: 'all()', types: ['Ingress'] })]],
  ['a namespace of which the labels aren\'t known', [API, SET, POLICY]],
  ['no network set', [NAMESPACE, API, POLICY]],
])('stays silent for %s', (_, objects) => {
  expect(fieldsOf(ID, ...objects)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(NAMESPACE, API, SET, POLICY)));
});
