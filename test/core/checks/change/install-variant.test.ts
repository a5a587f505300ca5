import { findingsOf, findingsOfChange } from '../judging';
import { installationWith, nodeWith } from './pools';

const ID = 'change/install-variant';
const OPERATOR = installationWith(['cidr: 10.0.0.0/16']);
const MANIFESTS = nodeWith({});
const CANAL = nodeWith({}, 'kube-flannel');

function crd(group: string): string {
  return `---\napiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: ippools.${group}\nspec: {}\n`;
}

test('fires where manifests take the place of the operator', () => {
  expect(findingsOfChange(ID, OPERATOR, MANIFESTS)).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 2, column: 1 },
    object: { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'calico-node', namespace: 'kube-system' },
    what: 'Calico is installed by the operator, and is to be installed by manifests',
    why: 'nothing removes the old calico-node: two of them on a node undo each other\'s rules and routes, and pods lose their network',
    fix: 'stay with the operator; to change, remove the old install node by node, with the pods moved away, as its documentation says',
    docs: 'docs/checks/change/install-variant.md',
  }]);
});

test('warns where the operator takes over from manifests, as it is made for', () => {
  expect(findingsOfChange(ID, MANIFESTS, OPERATOR).map(({ severity, why }) => [severity, why])).toEqual([
    ['warning', 'the operator takes over from kube-system node by node, and there is no way back; settings that only the manifests had are lost'],
  ]);
});

test('fires between Canal and Calico', () => {
  expect(findingsOfChange(ID, CANAL, MANIFESTS).map(({ what }) => what)).toEqual(['Calico is installed by Canal, and is to be installed by manifests']);
});

test('fires where resources are to be kept in another group', () => {
  expect(findingsOfChange(ID, crd('crd.projectcalico.org'), crd('projectcalico.org')).map(({ object, what }) => [object?.name, what])).toEqual([
    ['ippools.projectcalico.org', 'Calico keeps its resources as crd.projectcalico.org, and is to keep them as projectcalico.org'],
  ]);
});

test.each([
  ['the same install', MANIFESTS, MANIFESTS],
  ['policies beside an install', OPERATOR, crd('example.com')],
  ['the group that was there', crd('projectcalico.org'), crd('projectcalico.org')],
  ['both groups, as a migration has them', crd('crd.projectcalico.org'), crd('crd.projectcalico.org') + crd('projectcalico.org')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});

test('stays silent where nothing is known of the cluster', () => {
  expect(findingsOf(ID, MANIFESTS)).toEqual([]);
});
