import { Cidr } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'cidr/pool-overlaps-network';

function cidrs(...texts: string[]): Cidr[] {
  return texts.map((text) => Cidr.parse(text));
}

test('fires for a pool that holds a range of the plan, with room that is free', () => {
  expect(findingsOf(ID, pool('default-ipv4-ippool', '192.168.0.0/16'), { onPremises: cidrs('192.168.100.0/22') })).toEqual([{
    id: ID,
    severity: 'error',
    place: { line: 7, column: 9 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'default-ipv4-ippool' },
    field: 'spec.cidr',
    what: 'pool 192.168.0.0/16 overlaps the on-premises range 192.168.100.0/22 of the plan',
    why: 'both hold 192.168.100.0 to 192.168.103.255: pods there can\'t reach on-premises hosts with the same addresses, '
      + 'and replies from those hosts go to pods',
    fix: 'give `cidr` a range outside the plan; free in 172.16.0.0/12: 172.16.0.0/16, 172.18.0.0/16, 172.19.0.0/16 '
      + '(not 172.17.0.0/16, the default bridge of Docker)',
    docs: 'docs/checks/cidr/pool-overlaps-network.md',
  }]);
});

test('fires for a pool inside of a range, and names the range by the name that it was given', () => {
  expect(findingsOf(ID, pool('pods', '10.1.0.0/16'), { further: { 'the partner network': cidrs('10.0.0.0/8') } }).map(({ what, why }) => ({ what, why })))
    .toEqual([{
      what: 'pool 10.1.0.0/16 overlaps the partner network 10.0.0.0/8 of the plan',
      why: 'both hold 10.1.0.0 to 10.1.255.255: pods there can\'t reach hosts with the same addresses',
    }]);
});

test('fires once for a network of several ranges, and once for each network', () => {
  expect(findingsOf(ID, pool('pods', '10.0.0.0/8'), {
    nodes: cidrs('10.3.0.0/16', '10.2.0.0/16', '10.1.0.0/16'), services: cidrs('10.96.0.0/12'), vpn: cidrs('172.27.0.0/16'),
  }).map(({ what }) => what)).toEqual([
    'pool 10.0.0.0/8 overlaps the node range 10.1.0.0/16 and 2 more of its ranges of the plan',
    'pool 10.0.0.0/8 overlaps the service range 10.96.0.0/12 of the plan',
  ]);
});

test.each([
  ['nodes', { nodes: cidrs('10.0.0.0/24') }, /those nodes can drop out/],
  ['services', { services: cidrs('10.0.0.0/24') }, /kube-proxy/],
  ['the VPC', { vpc: cidrs('10.0.0.0/24') }, /routes win/],
  ['a VPN', { vpn: cidrs('10.0.0.0/24') }, /behind the VPN/],
  ['another cluster', { otherClusters: { west: cidrs('10.0.0.0/24') } }, /two clusters/],
])('says what breaks where the range is that of %s', (_, ranges, consequence) => {
  expect(findingsOf(ID, pool('pods', '10.0.0.0/16'), ranges).map(({ why }) => why)).toEqual([expect.stringMatching(consequence)]);
});

test('says that no room is left where none is', () => {
  expect(findingsOf(ID, pool('pods', '10.0.0.0/8'), { onPremises: cidrs('10.0.0.0/8') }).map(({ fix }) => fix)).toEqual([
    'give `cidr` a range outside the plan; no private range has as much room, so make the pool smaller',
  ]);
});

test('looks for room of the pool\'s family, and leaves out what pools use', () => {
  expect(findingsOf(ID, pool('pods', 'fd00::/16') + pool('others', 'fd01::/16'), { nodes: cidrs('fd00:1::/64') }).map(({ fix }) => fix)).toEqual([
    'give `cidr` a range outside the plan; free in fd00::/8: fd02::/16, fd03::/16, fd04::/16',
  ]);
});

test.each([
  ['a pool beside every range', pool('pods', '10.1.0.0/16'), { nodes: cidrs('10.0.0.0/16', '10.2.0.0/16') }],
  ['a range of the other family', pool('pods', 'fd00::/64'), { nodes: cidrs('0.0.0.0/0') }],
  ['a plan without ranges', pool('pods', '10.0.0.0/8'), {}],
  ['a pool that can\'t be read', pool('pods', '10.0.0.0'), { nodes: cidrs('11.0.0.0/8') }],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('stays silent without a plan', () => {
  expect(findingsOf(ID, pool('pods', '192.168.0.0/16'))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(pool('pods', '192.168.0.0/16'), { onPremises: cidrs('192.168.100.0/22') }));
});
