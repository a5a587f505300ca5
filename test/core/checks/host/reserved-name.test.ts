import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'host/reserved-name';

function hostEndpoint(name: string, labels = '{}'): string {
  return `apiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\n  labels: ${labels}\nspec:\n  node: worker-1\n  interfaceName: eth0\n`;
}

test('fires for the label of those that kube-controllers creates, and says nothing of the name then', () => {
  expect(findingsOf(ID, hostEndpoint('worker-1-auto-hep', '{projectcalico.org/created-by: calico-kube-controllers}'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 42 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', name: 'worker-1-auto-hep' },
    field: 'metadata.labels["projectcalico.org/created-by"]',
    what: 'the label projectcalico.org/created-by: calico-kube-controllers marks a host endpoint that kube-controllers created',
    why: 'kube-controllers deletes every host endpoint with this label that it wouldn\'t create by itself, and overwrites the others',
    fix: 'remove the label, or the object where it was copied out of a cluster',
    docs: 'docs/checks/host/reserved-name.md',
  }]);
});

test('fires for the name of one that kube-controllers creates', () => {
  expect(findingsOf(ID, hostEndpoint('worker-1-auto-hep')).map(({ field, what, why, fix }) => ({ field, what, why, fix }))).toEqual([{
    field: 'metadata.name',
    what: 'worker-1-auto-hep has the name of a host endpoint that kube-controllers creates',
    why: 'where kube-controllers creates host endpoints, it can\'t create the one of this name, and the node goes without it',
    fix: 'choose a name that doesn\'t end in -auto-hep',
  }]);
});

test.each([
  ['a name of one\'s own', hostEndpoint('worker-1-eth0')],
  ['another value of the label', hostEndpoint('worker-1-eth0', '{projectcalico.org/created-by: us}')],
  ['labels that are none', hostEndpoint('worker-1-eth0', '[]')],
  ['another kind of that name', hostEndpoint('worker-1-auto-hep').replace('HostEndpoint', 'GlobalNetworkSet')],
  ['an object without metadata', 'apiVersion: projectcalico.org/v3\nkind: HostEndpoint\n'],
  ['a kind of the same name in another group', hostEndpoint('worker-1-auto-hep').replace('projectcalico.org/v3', 'example.org/v1')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(hostEndpoint('worker-1-auto-hep')));
});
