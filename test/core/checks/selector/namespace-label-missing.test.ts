import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { globalPolicy, namespaceNamed, networkPolicy } from '../policy/manifests';

const ID = 'selector/namespace-label-missing';
const MONITORING = namespaceNamed('monitoring');
const RULE = networkPolicy('metrics', '{selector: app == "web", types: [Ingress], ingress: [{action: Allow, source: {namespaceSelector: name == "monitoring"}}]}');

function kubernetes(peer: string): string {
  return `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: metrics, namespace: shop}, spec: {podSelector: {}, egress: [{to: [${peer}]}]}}\n`;
}

test('fires for a label that the namespace doesn\'t have', () => {
  expect(findingsOf(ID, RULE + MONITORING)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 104 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'metrics', namespace: 'shop' },
    field: 'spec.ingress[0].source.namespaceSelector',
    what: 'no Namespace has the label name=monitoring, and Namespace monitoring is among the manifests',
    why: 'namespaces have the labels of their manifests, and their names as kubernetes.io/metadata.name: what is written doesn\'t match namespace monitoring',
    fix: 'write kubernetes.io/metadata.name in place of name, or give the Namespace the label',
    span: { text: 'name == "monitoring"', start: 0, end: 4 },
    docs: 'docs/checks/selector/namespace-label-missing.md',
  }]);
});

test.each([
  ['what a global policy selects', globalPolicy('metrics', '{namespaceSelector: name == "monitoring" || name == "other", types: [Ingress]}'), ['spec.namespaceSelector']],
  ['a policy of Kubernetes', kubernetes('{namespaceSelector: {matchLabels: {name: monitoring}}}'), ['spec.egress[0].to[0].namespaceSelector.matchLabels.name']],
  ['another value of the label', RULE + namespaceNamed('other', '{name: other}'), ['spec.ingress[0].source.namespaceSelector']],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml + MONITORING).map(({ field }) => field)).toEqual(expected);
});

test('advises where the label doesn\'t sound like one of a name', () => {
  const rules = [RULE, RULE.replace('name ==', 'example.org/namespace =='), RULE.replace('name ==', 'purpose ==')];
  expect(rules.map((rule) => findingsOf(ID, rule + MONITORING).map(({ severity }) => severity))).toEqual([['warning'], ['warning'], ['advice']]);
});

test.each([
  ['a label that the namespace has', RULE + namespaceNamed('monitoring', '{name: monitoring}')],
  ['a label that another namespace has', RULE + MONITORING + namespaceNamed('other', '{name: monitoring}')],
  ['namespaces that aren\'t declared', RULE],
  ['another namespace', RULE + namespaceNamed('other')],
  ['the names that all have', RULE.replace('name ==', 'projectcalico.org/name ==') + MONITORING],
  ['a term that rules out', RULE.replace('name ==', '!name ==') + MONITORING],
  ['a label of pods', RULE.replace('namespaceSelector', 'selector') + MONITORING],
  ['a policy of Kubernetes without labels', kubernetes('{namespaceSelector: {}}, {podSelector: {}}') + MONITORING],
  ['no rules', networkPolicy('metrics', '{selector: all(), types: [Ingress], ingress: [{action: Allow}]}') + MONITORING],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(RULE + MONITORING));
});
