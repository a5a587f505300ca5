import { Cidr } from '../../../../src';
import { JsonObject } from '../../../../src/core/manifests';
import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { fieldsOf, globalPolicy, networkPolicy, yamlOf } from '../written-policies';

const ID = 'policy/service-address-in-nets';
const service = (spec: JsonObject): JsonObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'api', namespace: 'shop' }, spec });
const SERVICE = service({ clusterIP: '10.96.44.7', clusterIPs: ['10.96.44.7', 'fd00:96::7'] });
const egress = (...rules: JsonObject[]): JsonObject =>
  networkPolicy('web', { types: ['Egress'], egress: rules.map((destination) => ({ action: 'Allow', protocol: 'TCP', destination })) });

test('fires for the address of a declared Service', () => {
  expect(findingsOf(ID, yamlOf(SERVICE, egress({ nets: ['10.0.0.0/8', '10.96.44.7/32'] })))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 36, column: 13 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', name: 'web', namespace: 'shop' },
    field: 'spec.egress[0].destination.nets[1]',
    what: '10.96.44.7/32 is the clusterIP of Service shop/api',
    why: 'policies are asked after the address of a Service has been replaced by that of a pod behind it: no packet to a Service matches this network',
    fix: 'name the Service in `services`, or select its pods in `selector` with the ports that they listen on',
    docs: 'docs/checks/policy/service-address-in-nets.md',
  }]);
});

test('fires for a network within the plan\'s services', () => {
  const yaml = yamlOf(egress({ nets: ['10.96.0.0/12'] }, { nets: ['10.100.0.1/32'] }, { nets: ['10.0.0.0/8'] }));
  expect(findingsOf(ID, yaml, { services: [Cidr.parse('10.96.0.0/12')] }).map(({ field, what }) => `${field!}: ${what}`)).toEqual([
    'spec.egress[0].destination.nets[0]: 10.96.0.0/12 lies in the service range 10.96.0.0/12 of the plan',
    'spec.egress[1].destination.nets[0]: 10.100.0.1/32 lies in the service range 10.96.0.0/12 of the plan',
  ]);
});

test('fires for IPv6, and in a GlobalNetworkPolicy', () => {
  const rule = { action: 'Deny', destination: { nets: ['fd00:96::7/128'] } };
  expect(fieldsOf(ID, { ...SERVICE, metadata: { name: 'api' } }, globalPolicy('g', { types: ['Egress'], egress: [rule] })))
    .toEqual(['spec.egress[0].destination.nets[0]']);
});

test.each<[string, JsonObject]>([
  ['a network that holds more', egress({ nets: ['10.96.44.0/24'] })],
  ['DNS, which a cache on the node may answer at the same address', egress({ nets: ['10.96.44.7/32'], ports: [53] })],
  ['ports with DNS among them', egress({ nets: ['10.96.44.7/32'], ports: ['1:100'] })],
  ['ports with a name', egress({ nets: ['10.96.44.7/32'], ports: ['dns'] })],
  ['a network that can\'t be read', egress({ nets: ['10.96.44.7/33', 7] })],
  ['networks that are no list', egress({ nets: '10.96.44.7/32' })],
  ['ingress', networkPolicy('web', { ingress: [{ action: 'Allow', source: { nets: ['10.96.44.7/32'] } }] })],
  ['a policy that sees addresses before they are replaced',
    globalPolicy('g', { doNotTrack: true, applyOnForward: true, egress: [{ action: 'Allow', destination: { nets: ['10.96.44.7/32'] } }] })],
])('stays silent for %s', (_, policy) => {
  expect(fieldsOf(ID, SERVICE, policy)).toEqual([]);
});

test('fires for other ports than that of DNS', () => {
  expect(fieldsOf(ID, SERVICE, egress({ nets: ['10.96.44.7/32'], ports: [443, '60:90'] }))).toEqual(['spec.egress[0].destination.nets[0]']);
});

test('stays silent for a Service without an address', () => {
  expect(fieldsOf(ID, service({ clusterIP: 'None' }), egress({ nets: ['10.96.44.7/32'] }))).toEqual([]);
  expect(fieldsOf(ID, service({}), egress({ nets: ['10.96.44.7/32'] }))).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(yamlOf(SERVICE, egress({ nets: ['10.96.44.7/32'] }))));
});
