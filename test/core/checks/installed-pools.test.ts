import { installation, network, node, variable } from './install/objects';
import { findingsOf, pool } from './judging';
import { Cidr } from '../../../src';

const ON_PREMISES = { onPremises: [Cidr.parse('192.168.100.0/22')] };

/** What two of the checks say of pools that installs make. */
function found(yaml: string): (readonly [string, string | undefined, string])[] {
  return ['cidr/pools-overlap', 'cidr/pool-overlaps-network'].flatMap((id) => findingsOf(id, yaml, ON_PREMISES))
    .map(({ id, field, what }) => [id, field, what] as const);
}

test('finds a pool of an Installation in a range of the plan', () => {
  expect(found(network('ipPools: [{cidr: 10.1.0.0/16}, {cidr: 192.168.0.0/16}]'))).toEqual([[
    'cidr/pool-overlaps-network', 'spec.calicoNetwork.ipPools[1].cidr', 'pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan',
  ]]);
});

test('finds a pool that calico-node makes in a range of the plan', () => {
  expect(found(node([variable('CALICO_IPV4POOL_CIDR', '192.168.0.0/16'), variable('CALICO_IPV6POOL_CIDR', 'none')].join(', ')))).toEqual([[
    'cidr/pool-overlaps-network', 'spec.template.spec.containers[0].env[0].value',
    'pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan',
  ]]);
});

test('finds pools that overlap each other, whoever makes them', () => {
  expect(found(network('ipPools: [{name: pods, cidr: 10.0.0.0/8}, {cidr: 10.1.0.0/16}]') + pool('more', '10.2.0.0/16'))).toEqual([
    ['cidr/pools-overlap', 'spec.calicoNetwork.ipPools[1].cidr', 'pool 10.1.0.0/16 lies in pool pods (10.0.0.0/8)'],
    ['cidr/pools-overlap', 'spec.cidr', 'pool 10.2.0.0/16 lies in pool pods (10.0.0.0/8)'],
  ]);
  expect(found(pool('outer', '10.0.0.0/8') + network('ipPools: [{cidr: 10.1.0.0/16}]')).map(([id]) => id)).toEqual(['cidr/pools-overlap']);
});

test('takes an IPPool and the pool that the install makes under the same name for one', () => {
  expect(found(network('ipPools: [{name: pods, cidr: 10.0.0.0/8}]') + pool('pods', '10.0.0.0/8'))).toEqual([]);
  expect(found(network('ipPools: [{cidr: 10.0.0.0/8}]') + pool('pods', '10.0.0.0/8'))).toEqual([]);
});

test('says nothing where an install chooses its pools', () => {
  expect(found(installation('{}') + node(''))).toEqual([]);
});
