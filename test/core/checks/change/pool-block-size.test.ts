import { findingsOf, findingsOfChange } from '../judging';
import { installationWith, nodeWith, poolWith } from './pools';

const ID = 'change/pool-block-size';

test('fires where a block size goes back to the default', () => {
  expect(findingsOfChange(ID, poolWith('pods', '10.244.0.0/16', 'blockSize: 24'), poolWith('pods', '10.244.0.0/16'))).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 7, column: 3 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.blockSize',
    what: 'blocks of pool pods are /24, and are to become /26',
    why: 'nodes have claimed blocks of the old size: Calico refuses another `blockSize` for a pool that exists',
    fix: 'leave `blockSize` at 24; for other blocks add a pool of another name and other addresses, and move the pods there',
    docs: 'docs/checks/change/pool-block-size.md',
    layer: 'datastore',
    outcome: 'refused',
  }]);
});

test('warns of variables that calico-node doesn\'t read any more', () => {
  const node = (size: string) => nodeWith({ CALICO_IPV6POOL_CIDR: 'fd00::/48', CALICO_IPV6POOL_BLOCK_SIZE: size });
  expect(findingsOfChange(ID, node('122'), node('120')).map(({ severity, fix }) => [severity, fix])).toEqual([
    ['warning', 'leave 122 here, and add an IPPool with the new block size'],
  ]);
});

test.each([
  ['the default, written out', poolWith('pods', '10.0.0.0/16'), poolWith('pods', '10.0.0.0/16', 'blockSize: 26')],
  ['the default of IPv6', poolWith('pods', 'fd00::/48'), poolWith('pods', 'fd00::/48', 'blockSize: 122')],
  ['other addresses, which another check reports', poolWith('pods', '10.0.0.0/16'), poolWith('pods', '10.1.0.0/16', 'blockSize: 24')],
  ['an unnamed pool of an Installation and its IPPool', installationWith(['cidr: 10.0.0.0/16']), poolWith('10.0.0.0/16', '10.0.0.0/16')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});

test('stays silent where nothing is known of the cluster', () => {
  expect(findingsOf(ID, poolWith('pods', '10.0.0.0/16'))).toEqual([]);
});
