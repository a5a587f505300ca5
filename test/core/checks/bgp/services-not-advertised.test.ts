import { Cidr } from '../../../../src';
import { node, object, variable } from '../install/objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'bgp/services-not-advertised';
const PLAN = { services: [Cidr.parse('10.96.0.0/12')] };

function configuration(spec: string, name = 'default'): string {
  return object('projectcalico.org/v3', 'BGPConfiguration', name, `spec: {${spec}}`);
}

function service(spec: string): string {
  return object('v1', 'Service', 'web', `spec: {${spec}}`);
}

const LEGACY = node(variable('CALICO_ADVERTISE_CLUSTER_IPS', '10.96.0.0/12'));
const APART = configuration('serviceClusterIPs: [{cidr: 10.90.0.0/16}]');

test('fires for a range that no Service has', () => {
  expect(findingsOf(ID, APART, PLAN)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 2, column: 121 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'BGPConfiguration', name: 'default' },
    field: 'spec.serviceClusterIPs[0].cidr',
    what: 'serviceClusterIPs has 10.90.0.0/16, and Services have 10.96.0.0/12',
    why: 'no Service has an address of 10.90.0.0/16: routers outside don\'t learn where Services are, and send packets for 10.90.0.0 here, where nobody takes them',
    fix: 'write 10.96.0.0/12, or correct services of the plan',
    docs: 'docs/checks/bgp/services-not-advertised.md',
  }]);
});

test.each([
  ['more than Services have', configuration('serviceClusterIPs: [{cidr: 10.0.0.0/8}]'), PLAN, [
    ['warning', 'serviceClusterIPs has 10.0.0.0/8, and Services have 10.96.0.0/12', 'routers outside send packets for 10.0.0.0 here, which no Service has'],
  ]],
  ['a variable beside the object', LEGACY + APART, undefined, [
    ['warning', 'CALICO_ADVERTISE_CLUSTER_IPS is 10.96.0.0/12, and serviceClusterIPs of the BGPConfiguration is 10.90.0.0/16', 'the variable wins: serviceClusterIPs has no effect'],
  ]],
  ['the variable alone', LEGACY, undefined, [
    ['advice', 'CALICO_ADVERTISE_CLUSTER_IPS is 10.96.0.0/12', 'the variable takes one range only, and from then on serviceClusterIPs of a BGPConfiguration has no effect'],
  ]],
  [
    'addresses of Services outside the ranges',
    configuration('serviceExternalIPs: [{cidr: 192.0.2.0/25}], serviceLoadBalancerIPs: [{cidr: 198.51.100.0/25}, {cidr: 203.0.113.0/25}]')
      + service('type: LoadBalancer, loadBalancerIP: 203.0.113.200, externalIPs: [192.0.2.1, 192.0.2.200, "2001:db8::1", 7]'),
    undefined,
    [
      ['advice', 'the external address 192.0.2.200 lies outside of serviceExternalIPs, 192.0.2.0/25',
        'Calico announces those ranges only: routers outside don\'t learn the way to this address from it'],
      ['advice', 'the load balancer address 203.0.113.200 lies outside of serviceLoadBalancerIPs, 198.51.100.0/25, 203.0.113.0/25',
        'Calico announces those ranges only: routers outside don\'t learn the way to this address from it'],
    ],
  ],
])('fires for %s', (_, yaml, ranges, expected) => {
  expect(findingsOf(ID, yaml, ranges).map(({ severity, what, why }) => [severity, what, why]).sort()).toEqual(expected);
});

test.each([
  ['the range of Services', configuration('serviceClusterIPs: [{cidr: 10.96.0.0/12}]'), PLAN],
  ['a part of it', configuration('serviceClusterIPs: [{cidr: 10.96.1.0/24}]'), PLAN],
  ['another family', configuration('serviceClusterIPs: [{cidr: "fd00::/108"}, {}, {cidr: services}]'), PLAN],
  ['a plan without Services', APART, {}],
  ['no plan', APART, undefined],
  ['the variable and the object with the same range', LEGACY + configuration('serviceClusterIPs: [{cidr: 10.96.0.0/12}]'), undefined],
  ['the settings of a node, which don\'t count', configuration('serviceClusterIPs: [{cidr: 10.90.0.0/16}]', 'node.a'), PLAN],
  ['addresses where none are announced', configuration('asNumber: 64512') + service('externalIPs: [192.0.2.1]') + node(''), undefined],
  ['addresses within the ranges', configuration('serviceLoadBalancerIPs: [{cidr: 192.0.2.0/24}]') + service('type: LoadBalancer, loadBalancerIP: 192.0.2.1') + service('type: LoadBalancer')
    + service('loadBalancerIP: 203.0.113.1') + object('apps/v1', 'Deployment', 'web', 'spec: {}'), undefined],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(APART, PLAN));
});
