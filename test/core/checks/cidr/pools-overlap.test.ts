import { Checks } from '../../../../src';
import { appOf, findingsOf, pool } from '../judging';

const ID = 'cidr/pools-overlap';

test('fires for a pool that lies in another, and names the shared range', () => {
  expect(findingsOf(ID, pool('wide', '10.0.0.0/8') + pool('narrow', '10.64.0.0/16'))).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 14, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'narrow' },
    field: 'spec.cidr',
    what: 'pool 10.64.0.0/16 lies in pool wide (10.0.0.0/8)',
    why: 'both hold 10.64.0.0 to 10.64.255.255: Calico\'s API refuses the second pool; with native CRDs it is taken, and never gives out an address',
    fix: 'give `cidr` of one of them a range that no other pool has',
    docs: 'docs/checks/cidr/pools-overlap.md',
    layer: 'datastore',
    outcome: 'refused',
  }]);
});

test('fires once for each further pool of the same addresses', () => {
  expect(findingsOf(ID, pool('a', 'fd00::/64') + pool('b', 'fd00:0::/64') + pool('c', 'fd00::/64')).map(({ what }) => what)).toEqual([
    'pool fd00::/64 has the same addresses as pool a (fd00::/64)',
    'pool fd00::/64 has the same addresses as pool b (fd00::/64)',
  ]);
});

test('names the construct of the other pool', () => {
  const report = Checks.of(appOf(pool('wide', '10.0.0.0/8') + pool('narrow', '10.64.0.0/16'))).report();
  expect(report.findings.map(({ id, path, what }) => ({ id, path, what }))).toEqual([
    { id: ID, path: 'chart/1', what: 'pool 10.64.0.0/16 lies in pool wide (10.0.0.0/8) of chart/0' },
  ]);
});

test('reads a pool with host bits as the block that Calico would make of it', () => {
  expect(findingsOf(ID, pool('wide', '10.0.0.0/8') + pool('host-bits', '10.1.2.3/16')).map(({ what }) => what)).toEqual([
    'pool 10.1.0.0/16 lies in pool wide (10.0.0.0/8)',
  ]);
});

test.each([
  ['neighbours', pool('a', '10.0.0.0/16') + pool('b', '10.1.0.0/16')],
  ['pools of different families', pool('a', '0.0.0.0/0') + pool('b', '::/0')],
  ['a pool that can\'t be read', pool('a', '10.0.0.0/8') + pool('b', 'ten')],
  ['a pool without addresses', pool('a', '10.0.0.0/8') + pool('b', '')],
  ['another kind with a cidr', pool('a', '10.0.0.0/8') + pool('b', '10.0.0.0/8').replace('IPPool', 'IPReservation')],
  ['a kind of the same name in another group', pool('a', '10.0.0.0/8') + pool('b', '10.0.0.0/8').replace('projectcalico.org/v3', 'metallb.io/v1')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('rejects an acknowledgement: the cluster takes only one of the pools', () => {
  expect(() => Checks.of(appOf(pool('a', '10.0.0.0/8'))).acknowledge({ id: ID, reason: 'known' })).toThrow(
    'the app: cidr/pools-overlap can\'t be acknowledged: the cluster would refuse or drop the object, whatever the reason');
});
