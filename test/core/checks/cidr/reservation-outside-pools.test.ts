import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'cidr/reservation-outside-pools';

function reservation(...cidrs: string[]): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: IPReservation\nmetadata:\n  name: gateways\nspec:\n  reservedCIDRs: ${JSON.stringify(cidrs)}\n`;
}

function installation(spec: string): string {
  return `---\napiVersion: operator.tigera.io/v1\nkind: Installation\nmetadata:\n  name: default\nspec: ${spec}\n`;
}

test('fires for each address that no pool has', () => {
  expect(findingsOf(ID, reservation('10.0.0.1', '10.8.0.0/30', '10.8.0.1') + pool('pods', '10.0.0.0/16'))).toEqual([
    {
      id: ID,
      severity: 'warning',
      place: { line: 7, column: 30 },
      object: { apiVersion: 'projectcalico.org/v3', kind: 'IPReservation', name: 'gateways' },
      field: 'spec.reservedCIDRs[1]',
      what: '10.8.0.0/30 lies in no pool: pods has 10.0.0.0/16',
      why: 'Calico gives out addresses of pools only, so there is nothing to reserve here; the addresses that were meant can still be given to pods',
      fix: 'correct the addresses; acknowledge this where the pool is declared elsewhere',
      docs: 'docs/checks/cidr/reservation-outside-pools.md',
    },
    expect.objectContaining({ field: 'spec.reservedCIDRs[2]', what: '10.8.0.1 lies in no pool: pods has 10.0.0.0/16' }),
  ]);
});

test('names pools of the address family, and not too many of them', () => {
  const pools = [5, 4, 3, 2, 1].map((index) => pool(`pods-${index}`, `10.${index}.0.0/16`)).join('') + pool('v6', 'fd00::/64');
  expect(findingsOf(ID, pools + reservation('10.8.0.1', 'fd01::1')).map(({ what }) => what)).toEqual([
    '10.8.0.1 lies in no pool: pods-1 has 10.1.0.0/16, pods-2 has 10.2.0.0/16, pods-3 has 10.3.0.0/16 and 2 more',
    'fd01::1 lies in no pool: v6 has fd00::/64',
  ]);
});

test('counts the pools of an installation', () => {
  const listed = installation('{calicoNetwork: {ipPools: [{cidr: 10.0.0.0/16}, {name: more, cidr: 10.1.0.0/16}]}}');
  expect(findingsOf(ID, listed + reservation('10.0.0.1', '10.1.0.1'))).toEqual([]);
  expect(findingsOf(ID, listed + reservation('10.2.0.1')).map(({ what }) => what)).toEqual(['10.2.0.1 lies in no pool: 10.0.0.0/16, more has 10.1.0.0/16']);
});

test.each([
  ['addresses of a pool', reservation('10.0.0.0/30', '10.0.255.255') + pool('pods', '10.0.0.0/16')],
  ['more than a pool', reservation('10.0.0.0/8') + pool('pods', '10.0.0.0/16')],
  ['addresses with host bits', reservation('10.0.0.1/30') + pool('pods', '10.0.0.0/16')],
  ['a family without pools', reservation('fd00::1') + pool('pods', '10.0.0.0/16')],
  ['no pools at all', reservation('10.0.0.1')],
  ['texts that are no addresses', reservation('', 'ten') + pool('pods', '10.0.0.0/16')],
  ['items that are no texts', reservation('10.8.0.1').replace('"10.8.0.1"', '1') + pool('pods', '10.0.0.0/16')],
  ['reservations that are no list', reservation().replace('[]', '10.8.0.1') + pool('pods', '10.0.0.0/16')],
  ['a pool that can\'t be read', reservation('10.8.0.1') + pool('pods', '10.0.0.0/16') + pool('more', 'ten') + pool('one', '1')],
  ['an installation that chooses its pools', reservation('10.8.0.1') + pool('pods', '10.0.0.0/16') + installation('{calicoNetwork: {}}')],
  ['an installation that says nothing', reservation('10.8.0.1') + pool('pods', '10.0.0.0/16') + installation('{}')],
  ['an installation whose pool can\'t be read', reservation('10.8.0.1') + pool('pods', '10.0.0.0/16') + installation('{calicoNetwork: {ipPools: [{name: more}]}}')],
  ['nodes that make a pool by themselves', reservation('10.8.0.1') + pool('pods', '10.0.0.0/16') + '---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: calico-node\n'],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(reservation('10.8.0.1') + pool('pods', '10.0.0.0/16')));
});
