import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'cidr/pool-in-special-range';

test('fires for a pool in the loopback range', () => {
  expect(findingsOf(ID, pool('loop', '127.10.0.0/16'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 7, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'loop' },
    field: 'spec.cidr',
    what: 'pool 127.10.0.0/16 holds addresses of the IPv4 loopback range (127.0.0.0/8)',
    why: 'RFC 1122, section 3.2.1.3 sets 127.10.0.0 to 127.10.255.255 aside: most hosts and routers take them for no address of a host, '
      + 'so traffic of pods there is dropped',
    fix: 'give `cidr` a private range, such as one in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fd00::/8',
    docs: 'docs/checks/cidr/pool-in-special-range.md',
  }]);
});

test.each([
  ['224.0.0.0/16', 'the IPv4 multicast range (224.0.0.0/4)'],
  ['240.0.0.0/8', 'the reserved range (class E) (240.0.0.0/4)'],
  ['0.0.0.0/8', 'the "this network" range (0.0.0.0/8)'],
  ['126.0.0.0/7', 'the IPv4 loopback range (127.0.0.0/8)'],
  ['ff05::/64', 'the IPv6 multicast range (ff00::/8)'],
  ['100::/64', 'the range that routers discard (100::/64)'],
])('fires for %s', (cidr, range) => {
  expect(findingsOf(ID, pool('pool', cidr)).map(({ what }) => what)).toEqual([`pool ${cidr} holds addresses of ${range}`]);
});

test.each([
  ['a private range', pool('pool', '10.0.0.0/8')],
  ['a unique-local range', pool('pool', 'fd00::/64')],
  ['the range that carriers share, which some clouds give to pods', pool('pool', '100.64.0.0/10')],
  ['a range for documentation, which works in a closed network', pool('pool', '203.0.113.0/24')],
  ['a public range', pool('pool', '8.8.8.0/24')],
  ['the range beside loopback', pool('pool', '128.0.0.0/16')],
  ['a link-local range: Calico refuses that itself', pool('pool', '169.254.0.0/16')],
  ['a pool that can\'t be read', pool('pool', '127.0.0.0/33')],
  ['a pool without text as its addresses', pool('pool', '127')],
  ['a reservation, which gives no address to a pod', pool('pool', '127.0.0.0/8').replace('IPPool', 'IPReservation')],
  ['a pool of another API', pool('pool', '127.0.0.0/8').replace('projectcalico.org/v3', 'example.com/v1')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(pool('loop', '127.10.0.0/16')));
});
