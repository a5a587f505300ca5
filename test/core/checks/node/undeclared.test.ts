import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'node/undeclared';
const PLAN = { nodeNames: ['worker-1', 'worker-2'] };

function on(node: string, kind = 'BGPPeer', spec = 'peerIP: 192.0.2.1, asNumber: 64512'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: tor\nspec: {node: ${node}, ${spec}}\n`;
}

function named(kind: string, name: string): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n  logSeverityScreen: Info\n`;
}

test('fires for a peer of a node that the plan doesn\'t declare', () => {
  expect(findingsOf(ID, on('rack-7'), PLAN)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 6, column: 14 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPPeer', name: 'tor' },
    field: 'spec.node',
    what: 'there is no node "rack-7" in the plan',
    why: 'Calico takes any name, and a BGPPeer for a node that isn\'t there acts nowhere',
    fix: 'correct the name, or add rack-7 to the plan\'s `nodeNames`',
    docs: 'docs/checks/node/undeclared.md',
  }]);
});

test('fires for each kind that is for one node, and offers the node that was likely meant', () => {
  const yaml = on('Worker-1', 'HostEndpoint', 'interfaceName: eth0') + on('worker1', 'CalicoNodeStatus', 'classes: [Agent], updatePeriodSeconds: 10')
    + named('BGPConfiguration', 'node.worker-11') + named('FelixConfiguration', 'node.orker-2');
  expect(findingsOf(ID, yaml, PLAN).map(({ object, field, fix }) => [object?.kind, field, fix])).toEqual([
    ['HostEndpoint', 'spec.node', 'write worker-1, or add Worker-1 to the plan\'s `nodeNames`'],
    ['CalicoNodeStatus', 'spec.node', 'write worker-1, or add worker1 to the plan\'s `nodeNames`'],
    ['BGPConfiguration', 'metadata.name', 'write worker-1, or add worker-11 to the plan\'s `nodeNames`'],
    ['FelixConfiguration', 'metadata.name', 'write worker-2, or add orker-2 to the plan\'s `nodeNames`'],
  ]);
});

test('says what is known where there are more nodes than can be looked through', () => {
  const nodeNames = Array.from({ length: 201 }, (_, index) => `worker-${index}`);
  expect(findingsOf(ID, on('worker-l'), { nodeNames }).map(({ fix }) => fix)).toEqual(['correct the name, or add worker-l to the plan\'s `nodeNames`']);
});

test.each([
  ['a node of the plan', on('worker-2') + named('FelixConfiguration', 'node.worker-1'), PLAN],
  ['no node', on('""'), PLAN],
  ['a node that is no text', on('1'), PLAN],
  ['settings for all nodes', named('BGPConfiguration', 'default'), PLAN],
  ['a plan that declares no nodes', on('rack-7'), {}],
  ['no plan', on('rack-7'), undefined],
])('stays silent for %s', (_, yaml, plan) => {
  expect(findingsOf(ID, yaml, plan)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(on('rack-7'), PLAN));
});
