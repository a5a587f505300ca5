import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'object/configuration-unread';

function configuration(kind: string, name: string, more = ''): string {
  return `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n  logSeverityScreen: Info\n${more}`;
}

test('fires for a BGPConfiguration of a name of its own', () => {
  expect(findingsOf(ID, configuration('BGPConfiguration', 'bgp'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 4, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPConfiguration', name: 'bgp' },
    field: 'metadata.name',
    what: 'no part of Calico reads a BGPConfiguration named "bgp"',
    why: 'the object named default is for all nodes, and node.NAME for one; the API takes any other name, and the settings have no effect',
    fix: 'name it default, or node. and the name of a node',
    docs: 'docs/checks/object/configuration-unread.md',
  }]);
});

test('fires for a FelixConfiguration that is for no node', () => {
  expect(findingsOf(ID, configuration('FelixConfiguration', 'gpu-nodes', '  nodeSelector: ""\n')).map(({ what, fix }) => ({ what, fix }))).toEqual([{
    what: 'no part of Calico reads a FelixConfiguration named "gpu-nodes"',
    fix: 'name it default, or node. and the name of a node, or say by `nodeSelector` which nodes it is for',
  }]);
});

test.each([
  ['the settings of all nodes', configuration('BGPConfiguration', 'default')],
  ['the settings of a node', configuration('FelixConfiguration', 'node.worker-1')],
  ['settings of selected nodes', configuration('FelixConfiguration', 'gpu-nodes', '  nodeSelector: has(gpu)\n')],
  ['a kind of which only default may be created', configuration('KubeControllersConfiguration', 'mine')],
  ['an object without a name', configuration('BGPConfiguration', '""')],
  ['a kind of the same name in another group', configuration('BGPConfiguration', 'bgp').replace('projectcalico.org/v3', 'example.org/v1')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(configuration('BGPConfiguration', 'bgp')));
});
