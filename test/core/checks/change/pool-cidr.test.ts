import { findingsOfChange } from '../judging';
import { installationWith, nodeWith, poolWith } from './pools';

const ID = 'change/pool-cidr';

test('fires for a pool of the same name with other addresses', () => {
  expect(findingsOfChange(ID, poolWith('pods', '10.244.0.0/16'), poolWith('pods', '10.244.0.0/17'))).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 7, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.cidr',
    what: 'pool pods is 10.244.0.0/16, and is to become 10.244.0.0/17',
    why: 'pods have addresses of the pool, and nodes have blocks of it: Calico refuses another `cidr` for a pool that exists',
    fix: 'leave this pool, add one of another name with 10.244.0.0/17, set `disabled` on this one, restart its pods, then delete it',
    docs: 'docs/checks/change/pool-cidr.md',
    layer: 'datastore',
    outcome: 'refused',
  }]);
});

test('fires for a named pool of an Installation', () => {
  const [finding] = findingsOfChange(ID, installationWith(['name: pods', 'cidr: 10.0.0.0/16']), installationWith(['name: pods', 'cidr: 10.1.0.0/16']));
  expect([finding.severity, finding.field]).toEqual(['error', 'spec.calicoNetwork.ipPools[0].cidr']);
});

test('warns of variables that calico-node doesn\'t read any more', () => {
  const found = findingsOfChange(ID, nodeWith({ CALICO_IPV4POOL_CIDR: '10.0.0.0/16' }), nodeWith({ CALICO_IPV4POOL_CIDR: '10.1.0.0/16' }));
  expect(found.map(({ severity, why, fix }) => [severity, why, fix])).toEqual([[
    'warning',
    'calico-node reads this variable only where there is no pool yet: the pool that exists stays as it is',
    'leave 10.0.0.0/16 here, and add an IPPool for the new addresses',
  ]]);
});

test.each([
  ['the same addresses, written in another way', poolWith('pods', 'fd00:0::/48'), poolWith('pods', 'fd00::/48')],
  ['a pool of another name', poolWith('pods', '10.0.0.0/16'), poolWith('pods-2', '10.1.0.0/16')],
  ['addresses that can\'t be read', poolWith('pods', '10.0.0.0/16'), poolWith('pods', 'none')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});
