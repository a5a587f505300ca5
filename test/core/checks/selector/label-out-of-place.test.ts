import { appOf, expectAcknowledged, findingsOf, policy } from '../judging';

const ID = 'selector/label-out-of-place';

/** A policy of the whole cluster with one ingress rule from a source. */
function globalPolicy(spec: string): string {
  return `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata:\n  name: policy\nspec:\n  types: [Ingress]\n${spec}`;
}

test('fires for a label of namespaces in a selector of pods', () => {
  const text = "app == 'web' && projectcalico.org/name == 'shop'";
  expect(findingsOf(ID, policy('web', text))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 13 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'spec.selector',
    what: 'the label projectcalico.org/name is not on pods',
    why: 'it is on namespaces and service accounts, so here the term matches nothing',
    fix: 'select the namespace with `namespaceSelector`, or write projectcalico.org/namespace',
    docs: 'docs/checks/selector/label-out-of-place.md',
    span: { text, start: 16, end: 38 },
  }]);
});

test.each([
  ['!=', "kubernetes.io/metadata.name != 'kube-system'", 'rules nothing out'],
  ['not in', "kubernetes.io/metadata.name not in {'kube-system', 'calico-system'}", 'rules nothing out'],
  ['a negated term', "!(kubernetes.io/metadata.name == 'kube-system')", 'rules nothing out'],
  ['a negated !=', "!(kubernetes.io/metadata.name != 'kube-system')", 'matches nothing'],
])('says what %s means there', (_, text, meaning) => {
  expect(findingsOf(ID, policy('web', JSON.stringify(text))).map(({ why }) => why)).toEqual([`it is on namespaces, so here the term ${meaning}`]);
});

test('judges each use of a label by itself', () => {
  const text = "projectcalico.org/name == 'a' || projectcalico.org/name != 'b'";
  expect(findingsOf(ID, policy('web', text)).map(({ why, span }) => [why, span!.start])).toEqual([
    ['it is on namespaces and service accounts, so here the term matches nothing', 0],
    ['it is on namespaces and service accounts, so here the term rules nothing out', 33],
  ]);
});

test('fires for labels of pods in a selector of namespaces, service accounts and nodes', () => {
  expect([
    ...findingsOf(ID, globalPolicy("  namespaceSelector: projectcalico.org/namespace == 'shop'\n  serviceAccountSelector: projectcalico.org/serviceaccount == 'web'\n")),
    ...findingsOf(ID, "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: pods\nspec:\n  cidr: 10.0.0.0/8\n  nodeSelector: projectcalico.org/orchestrator == 'k8s'\n"),
  ].map(({ field, what, fix }) => ({ field, what, fix }))).toEqual([
    {
      field: 'spec.namespaceSelector',
      what: 'the label projectcalico.org/namespace is not on namespaces',
      fix: 'write projectcalico.org/name',
    },
    {
      field: 'spec.serviceAccountSelector',
      what: 'the label projectcalico.org/serviceaccount is not on service accounts',
      fix: 'write projectcalico.org/name in a service account selector',
    },
    {
      field: 'spec.nodeSelector',
      what: 'the label projectcalico.org/orchestrator is not on nodes',
      fix: 'put it into the selector of pods',
    },
  ]);
});

test('fires in the peers of rules', () => {
  expect(findingsOf(ID, globalPolicy("  ingress:\n  - action: Allow\n    source:\n      selector: kubernetes.io/metadata.name == 'shop'\n")).map(({ field, what }) => [field, what])).toEqual([
    ['spec.ingress[0].source.selector', 'the label kubernetes.io/metadata.name is not on pods, host endpoints and network sets'],
  ]);
});

test.each([
  ['labels of pods on pods', policy('web', "projectcalico.org/namespace == 'shop' && projectcalico.org/orchestrator == 'k8s'")],
  ['labels of namespaces on namespaces', globalPolicy("  namespaceSelector: projectcalico.org/name == 'shop' || kubernetes.io/metadata.name == 'pay'\n")],
  ['the name of a service account', policy('web', 'all()').replace('types:', "serviceAccountSelector: projectcalico.org/name == 'web'\n  types:")],
  ['other labels, also those named like properties of objects', policy('web', 'has(constructor) && has(projectcalico.org/names)')],
  ['all()', policy('web', 'all()')],
  ['global()', globalPolicy('  ingress:\n  - action: Allow\n    source:\n      namespaceSelector: global()\n')],
  ['a selector that can\'t be read', policy('web', 'projectcalico.org/name = x')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(policy('web', "projectcalico.org/name == 'shop'")));
});
