import { appOf, expectAcknowledged, findingsOf, policy } from '../judging';

const ID = 'selector/only-excludes';

test('fires for a selector that only leaves something out', () => {
  const text = "app != 'web' && !has(legacy)";
  expect(findingsOf(ID, policy('web', text))).toEqual([{
    id: ID,
    severity: 'advice',
    place: { line: 7, column: 13 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'spec.selector',
    what: 'this selector only leaves out: "app != \'web\' && !has(legacy)"',
    why: 'whatever has no label app, legacy matches too: every pod of the namespace without it',
    fix: "add what is meant, for example has(app) && app != 'web' && !has(legacy); acknowledge this where everything else is meant",
    docs: 'docs/checks/selector/only-excludes.md',
    span: { text, start: 0, end: 28 },
  }]);
});

const POLICY_OF_CLUSTER = policy('web', 'all()').replace('NetworkPolicy', 'GlobalNetworkPolicy').replace('  namespace: app\n', '');

test.each([
  ['a policy of the cluster', POLICY_OF_CLUSTER.replace('all()', "app != 'web'"), 'every pod of the cluster and every host endpoint'],
  ['a peer', `${POLICY_OF_CLUSTER}  ingress:\n  - action: Allow\n    source:\n      selector: app != 'web'\n`, 'every pod and network set that the rule can mean'],
  ['namespaces', `${POLICY_OF_CLUSTER}  namespaceSelector: app != 'web'\n`, 'every namespace, also those of the system'],
  ['service accounts', `${POLICY_OF_CLUSTER}  serviceAccountSelector: app != 'web'\n`, 'every service account'],
  ['nodes', "apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: pods\nspec:\n  cidr: 10.0.0.0/8\n  nodeSelector: app != 'web'\n", 'every node'],
])('says what is taken in by the selector of %s', (_, yaml, selected) => {
  expect(findingsOf(ID, yaml).map(({ why }) => why)).toEqual([`whatever has no label app matches too: ${selected} without it`]);
});

test.each([
  ["!has(legacy) && app != 'web'", "add what is meant, for example has(app) && !has(legacy) && app != 'web'"],
  ["a != '1' || b != '1'", "add what is meant, for example has(a) && (a != '1' || b != '1')"],
  ['!has(legacy)', 'add a term for what is meant'],
])('offers %s with a label that has to be there, where that makes sense', (text, fix) => {
  expect(findingsOf(ID, policy('web', JSON.stringify(text))).map((finding) => finding.fix)).toEqual([
    `${fix}; acknowledge this where everything else is meant`,
  ]);
});

test.each([
  ['a term that asks for a label', "has(app) && app != 'web'"],
  ['a negated exclusion', "!(app != 'web')"],
  ['names of namespaces, which every namespace has', "projectcalico.org/namespace not in {'kube-system'}"],
  ['all()', 'all()'],
  ['a selector that every set of labels matches: another check says so', "app != 'web' || app != 'api'"],
  ['a selector that can\'t be read', "app != 'web' &&"],
])('stays silent for %s', (_, text) => {
  expect(findingsOf(ID, policy('web', JSON.stringify(text)))).toEqual([]);
});

test('stays silent for a notSelector, where it lists what stays', () => {
  expect(findingsOf(ID, `${POLICY_OF_CLUSTER}  ingress:\n  - action: Allow\n    source:\n      notSelector: app != 'web'\n`)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(policy('web', "app != 'web'")));
});
