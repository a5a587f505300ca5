import { appOf, expectAcknowledged, findingsOf, policy, pool } from '../judging';

const ID = 'object/namespace-missing';
const WITHOUT_NAMESPACE = policy('web', 'all()').replace('  namespace: app\n', '');

test('fires for a policy of a namespace that names none', () => {
  expect(findingsOf(ID, WITHOUT_NAMESPACE)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 4, column: 3 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web' },
    field: 'metadata',
    what: 'NetworkPolicy web names no namespace',
    why: 'it goes to the namespace of whoever applies it, often `default`, and its selectors mean pods there',
    fix: 'set `metadata.namespace`, or `namespace` of the chart',
    docs: 'docs/checks/object/namespace-missing.md',
  }]);
});

test('leaves the name away where there is none either', () => {
  expect(findingsOf(ID, WITHOUT_NAMESPACE.replace('name: web', 'labels: {}')).map(({ what }) => what)).toEqual(['NetworkPolicy names no namespace']);
});

test.each([
  ['an empty namespace', policy('web', 'all()').replace('namespace: app', 'namespace: ""')],
  ['a network set', '---\napiVersion: projectcalico.org/v3\nkind: NetworkSet\nmetadata:\n  name: partners\nspec:\n  nets: [203.0.113.7/32]\n'],
  ['a staged policy', WITHOUT_NAMESPACE.replace('NetworkPolicy', 'StagedNetworkPolicy')],
])('fires for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toHaveLength(1);
});

test.each([
  ['a policy with a namespace', policy('web', 'all()')],
  ['a kind of the whole cluster', pool('pods', '10.0.0.0/8')],
  ['a policy of the whole cluster', WITHOUT_NAMESPACE.replace('NetworkPolicy', 'GlobalNetworkPolicy')],
  ['a kind that Calico doesn\'t have', WITHOUT_NAMESPACE.replace('NetworkPolicy', 'PodPolicy')],
  ['an object of Kubernetes', WITHOUT_NAMESPACE.replace('projectcalico.org/v3', 'networking.k8s.io/v1')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(WITHOUT_NAMESPACE));
});
