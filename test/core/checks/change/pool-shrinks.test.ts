import { findingsOf, findingsOfChange } from '../judging';
import { installationWith, poolWith } from './pools';

const ID = 'change/pool-shrinks';

test('fires for a pool that is replaced by a smaller one, at the place where it was declared', () => {
  expect(findingsOfChange(ID, poolWith('pods', '10.244.0.0/16'), poolWith('pods-2', '10.244.0.0/17'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { file: 'before.yaml', line: 7, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.cidr',
    what: 'pool pods (10.244.0.0/16) is not declared any more, and no other pool has 10.244.128.0/17',
    why: '32768 addresses leave the pools: pods that have one lose their encapsulation and the translation of their address, '
      + 'or stay on a pool that nobody declares',
    fix: 'first keep the pool with `disabled: true`, restart the pods that have its addresses, and take it away when none is left',
    docs: 'docs/checks/change/pool-shrinks.md',
  }]);
});

test('names the first blocks that are lost', () => {
  const [finding] = findingsOfChange(ID, installationWith(['cidr: 10.0.0.0/24']), poolWith('tiny', '10.0.0.1/32'));
  expect(finding.what).toBe('pool 10.0.0.0/24 is not declared any more, and no other pool has 10.0.0.0/32, 10.0.0.2/31, 10.0.0.4/30 and 5 more blocks');
});

test.each([
  ['a pool that a larger one takes the place of', poolWith('pods', '10.0.0.0/17'), poolWith('pods-2', '10.0.0.0/16')],
  ['a pool that two others take the place of', poolWith('pods', '10.0.0.0/16'), poolWith('a', '10.0.0.0/17') + poolWith('b', '10.0.128.0/17')],
  ['a pool that is disabled', poolWith('pods', '10.0.0.0/16'), poolWith('pods', '10.0.0.0/16', 'disabled: true')],
  ['a pool with other addresses, which another check reports', poolWith('pods', '10.0.0.0/16'), poolWith('pods', '10.0.0.0/17')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});

test('stays silent where nothing is known of the cluster', () => {
  expect(findingsOf(ID, poolWith('pods', '10.0.0.0/16'))).toEqual([]);
});
