import { Cidr } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf, pool } from '../judging';

const ID = 'cidr/plan-ranges-overlap';
const POOL = pool('pods', '192.168.0.0/16');

function cidrs(...texts: string[]): Cidr[] {
  return texts.map((text) => Cidr.parse(text));
}

test('fires for services among the nodes', () => {
  expect(findingsOf(ID, POOL, { nodes: cidrs('10.0.0.0/8'), services: cidrs('10.96.0.0/12') })).toEqual([{
    id: ID,
    severity: 'error',
    path: 'plan',
    what: 'the service range 10.96.0.0/12 overlaps the node range 10.0.0.0/8 of the plan',
    why: 'both hold 10.96.0.0 to 10.111.255.255: nodes send what goes to an address of the service range to a service, '
      + 'so pods and nodes can\'t reach a host of the node range that has it',
    fix: 'correct the range that the plan has wrong, or move one of the two networks',
    docs: 'docs/checks/cidr/plan-ranges-overlap.md',
  }]);
});

test('only warns where something breaks unless care is taken that no plan can show', () => {
  expect(findingsOf(ID, POOL, { vpc: cidrs('10.0.0.0/8'), onPremises: cidrs('10.200.0.0/16') }).map(({ severity, what }) => ({ severity, what }))).toEqual([
    { severity: 'warning', what: 'the VPC range 10.0.0.0/8 overlaps the on-premises range 10.200.0.0/16 of the plan' },
  ]);
});

test('fires where no pool is there at all', () => {
  expect(findingsOf(ID, '', { nodes: cidrs('10.0.0.0/8'), services: cidrs('10.96.0.0/12') })).toHaveLength(1);
});

test.each([
  ['nodes in the VPC', { nodes: cidrs('10.20.0.0/16'), vpc: cidrs('10.16.0.0/12') }],
  ['the VPN in the company\'s network', { vpn: cidrs('172.27.0.0/16'), onPremises: cidrs('172.16.0.0/12') }],
  ['services beside the nodes', { nodes: cidrs('10.95.0.0/16'), services: cidrs('10.96.0.0/12') }],
  ['ranges of different families', { nodes: cidrs('0.0.0.0/0'), services: cidrs('::/0') }],
  ['a range that names a part of the VPC', { vpc: cidrs('10.16.0.0/12'), further: { 'the database subnet': cidrs('10.17.0.0/24') } }],
])('stays silent for %s', (_, ranges) => {
  expect(findingsOf(ID, POOL, ranges)).toEqual([]);
});

test('stays silent without a plan', () => {
  expect(findingsOf(ID, POOL)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(POOL, { nodes: cidrs('10.0.0.0/8'), services: cidrs('10.96.0.0/12') }));
});
