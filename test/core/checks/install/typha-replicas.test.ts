import { configMap, node, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/typha-replicas';

function typha(fields: string, pod = 'hostNetwork: true, '): string {
  return '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: calico-typha, namespace: kube-system}\n'
    + `spec: {${fields && `${fields}, `}template: {spec: {${pod}containers: [{name: calico-typha}]}}}\n`;
}

function nodes(count: number): { nodeNames: string[] } {
  return { nodeNames: Array.from({ length: count }, (_, index) => `node-${index}`) };
}

function nodeObjects(count: number): string {
  return nodes(count).nodeNames.map((name) => `---\napiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\n`).join('');
}

const ASKED = node(variable('FELIX_TYPHAK8SSERVICENAME', 'calico-typha'));

test('fires for more replicas than nodes', () => {
  expect(findingsOf(ID, typha('replicas: 3'), nodes(2))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 18 },
    object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'calico-typha', namespace: 'kube-system' },
    field: 'spec.replicas',
    what: 'Typha has 3 replicas, and the plan declares 2 nodes',
    why: 'a node runs one Typha at most, as Typha takes port 5473 of the node: 1 of them stay pending, and updates of the Deployment don\'t end',
    fix: 'write 1, as the operator would for 2 nodes',
    docs: 'docs/checks/install/typha-replicas.md',
  }]);
});

test.each([
  ['a single node', typha('replicas: 2'), nodes(1), 'Typha has 2 replicas, and the plan declares 1 node', 'write 1, as the operator would for 1 node'],
  [
    'as many as nodes, none of which may end first', typha('replicas: 3'), nodes(3),
    'Typha has 3 replicas on 3 nodes, and none of them may end before its successor runs',
    'write 2, as the operator would for 3 nodes, or set maxUnavailable of the strategy to 1',
  ],
  [
    'as many as nodes, with a strategy that says so', typha('replicas: 5, strategy: {rollingUpdate: {maxUnavailable: 0}}'), nodes(5),
    'Typha has 5 replicas on 5 nodes, and none of them may end before its successor runs',
    'write 3, as the operator would for 5 nodes, or set maxUnavailable of the strategy to 1',
  ],
  ['too few for a plan', typha(''), nodes(201), 'Typha has 1 replica, and the plan declares 201 nodes', 'write 3, as the operator would'],
  ['too few for Node objects', typha('replicas: 2', '') + nodeObjects(401), undefined, 'Typha has 2 replicas, and the objects have 401 nodes', 'write 4, as the operator would'],
])('fires for %s', (_, yaml, ranges, what, fix) => {
  expect(findingsOf(ID, yaml, ranges).map((finding) => [finding.severity, finding.what, finding.fix])).toEqual([['warning', what, fix]]);
});

test.each([
  ['a variable', ASKED],
  ['the ConfigMap', node('{name: FELIX_TYPHAK8SSERVICENAME, valueFrom: {configMapKeyRef: {name: calico-config, key: typha_service_name}}}')
    + configMap('kube-system', 'calico-config', '{typha_service_name: calico-typha}')],
])('fires as an error for no Typha where %s names it', (_, yaml) => {
  expect(findingsOf(ID, typha('replicas: 0') + yaml).map(({ severity, what, fix }) => [severity, what, fix])).toEqual([[
    'error', 'Typha has 0 replicas, and calico-node is told to ask it', 'write a number from 1, or set typha_service_name of calico-config to none',
  ]]);
});

test.each([
  ['what the operator would start', typha('replicas: 3'), nodes(5)],
  ['as many as nodes, where some may end first', typha('replicas: 4'), nodes(4)],
  ['as many as nodes, with a number that may', typha('replicas: 2, strategy: {rollingUpdate: {maxUnavailable: 1}}'), nodes(2)],
  ['as many as nodes that are all replaced at once', typha('replicas: 2, strategy: {type: Recreate}'), nodes(2)],
  ['one for one node', typha('replicas: 1'), nodes(1)],
  ['pods with addresses of their own', typha('replicas: 3', ''), nodes(2)],
  ['more than Node objects, which may be some of all', typha('replicas: 3') + nodeObjects(2), undefined],
  ['nodes of which nothing is known', typha('replicas: 100'), {}],
  ['a number that isn\'t one', typha('replicas: "3"'), nodes(2)],
  ['none that nobody asks', typha('replicas: 0') + node(variable('FELIX_TYPHAK8SSERVICENAME', 'none')) + node(variable('IP', 'autodetect')), nodes(2)],
  ['other Deployments', typha('replicas: 3').replace(/\{name: calico-typha\}\]/, '{name: web}, 1]') + '---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n', nodes(2)],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(typha('replicas: 3'), nodes(2)));
});
