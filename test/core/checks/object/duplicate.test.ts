import { ApiObject, App, Chart } from 'cdk8s';
import { Checks, NetworkPlan } from '../../../../src';
import { judge } from '../../../../src/core/checks';
import { readManifests } from '../../../../src/yaml';
import { appOf, expectAcknowledged, findingsOf, policy, pool } from '../judging';

const ID = 'object/duplicate';

test('fires for a second policy of one name in one namespace, and says where the other is', () => {
  expect(findingsOf(ID, `${policy('web', 'all()')}---\n${policy('web', "app == 'web'")}`)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 13, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'app' },
    field: 'metadata.name',
    what: 'NetworkPolicy web in namespace app is there twice; the other starts at line 1',
    why: 'the cluster keeps one object of a kind and name: whichever is applied last silently replaces the other',
    fix: 'give one of them another `metadata.name`, or put the contents of both into one',
    docs: 'docs/checks/object/duplicate.md',
  }]);
});

test('names the file of the other', () => {
  const manifests = ['a.yaml', 'b.yaml'].flatMap((file) => readManifests(pool('pods', '10.0.0.0/8'), { file }).manifests);
  expect(judge({ clusters: [{ name: '', manifests }], only: [ID] }).map(({ what, place }) => ({ what, file: place!.file }))).toEqual([
    { what: 'IPPool pods is there twice; the other starts at a.yaml:2', file: 'b.yaml' },
  ]);
});

test('says no more of objects that come from nowhere', () => {
  const object = { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', metadata: { name: 'pods' }, spec: { cidr: '10.0.0.0/8' } };
  expect(Checks.ofManifests([object, object], { only: [ID] }).findings.map(({ what }) => what)).toEqual(['IPPool pods is there twice']);
});

test('names the same construct whatever the order of declaration', () => {
  for (const order of [['a', 'b', 'c'], ['c', 'b', 'a'], ['b', 'c', 'a']]) {
    const app = new App();
    const charts = order.map((id) => new Chart(app, id));
    charts.forEach((chart) => new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'web' }, spec: { podSelector: {} } }));
    expect(Checks.of(app).report().findings.map(({ id, path, what }) => ({ id, path, what }))).toEqual([
      { id: ID, path: 'b/policy', what: 'NetworkPolicy web is there twice; the other is a/policy' },
      { id: ID, path: 'c/policy', what: 'NetworkPolicy web is there twice; the other is a/policy' },
    ]);
  }
});

test.each([
  ['policies of one name in two namespaces', `${policy('web', 'all()')}---\n${policy('web', 'all()').replace('namespace: app', 'namespace: other')}`],
  ['objects of one name and two kinds', `${policy('web', 'all()')}---\n${policy('web', 'all()').replace('NetworkPolicy', 'StagedNetworkPolicy')}`],
  ['Calico\'s and Kubernetes\' policy of one name', `${policy('web', 'all()')}---\n${policy('web', 'all()').replace('projectcalico.org/v3', 'networking.k8s.io/v1')}`],
  ['objects without a name', pool('""', '10.0.0.0/16') + pool('""', '10.1.0.0/16')],
  ['kinds that don\'t decide on traffic', '---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n'.repeat(2)],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('stays silent for one name in two clusters', () => {
  const app = new App();
  for (const id of ['east', 'west']) {
    const chart = new Chart(app, id);
    new NetworkPlan(chart, 'plan');
    new ApiObject(chart, 'policy', { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'web' }, spec: { podSelector: {} } });
  }
  expect(Checks.of(app).report().findings).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(`${policy('web', 'all()')}---\n${policy('web', "app == 'web'")}`));
});
