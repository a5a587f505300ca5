import { appOf, expectAcknowledged, findingsOf } from '../judging';
import { calico, deployment, globalPolicy } from '../policy/manifests';

const ID = 'host/peer-without-addresses';
const HOST = calico('HostEndpoint', 'bastion', '{node: bastion, interfaceName: eth0}', '{role: bastion}');
const IN = globalPolicy('admin', '{selector: app == "admin", types: [Ingress], ingress: [{action: Allow}, {action: Allow, source: {selector: role == "bastion"}}]}');
const OUT = globalPolicy('admin', '{selector: app == "admin", types: [Egress], egress: [{action: Allow, destination: {selector: has(role)}}]}');

test('fires for a peer without addresses', () => {
  expect(findingsOf(ID, HOST + IN)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 7 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', name: 'bastion' },
    field: 'spec',
    what: 'GlobalNetworkPolicy admin selects this host endpoint as a peer in spec.ingress[1], and it has no `expectedIPs`',
    why: 'a rule knows its peers by their addresses, and those of a host endpoint are its `expectedIPs`: without any the rule matches none of its traffic',
    fix: 'list the addresses of the interface in `expectedIPs`; `interfaceName` can stay',
    docs: 'docs/checks/host/peer-without-addresses.md',
  }]);
});

test('fires for a destination, once for each host endpoint', () => {
  expect(findingsOf(ID, HOST.replace('interfaceName: eth0', 'interfaceName: eth0, expectedIPs: []') + OUT + OUT.replace('admin', 'again')).map(({ what }) => what)).toEqual([
    'GlobalNetworkPolicy admin selects this host endpoint as a peer in spec.egress[0], and it has no `expectedIPs`',
  ]);
});

test.each([
  ['addresses', HOST.replace('eth0', 'eth0, expectedIPs: [10.20.0.7]') + IN],
  ['a selector that asks for nothing', HOST + IN.replace('role == "bastion"', 'role != "web"')],
  ['a selector of others', HOST + IN.replace('role == "bastion"', 'role == "web"')],
  ['a selector that pods match too', HOST + IN + deployment('bastion', '{role: bastion}')],
  ['a selector that a network set matches too', HOST + IN + calico('GlobalNetworkSet', 'bastions', '{nets: [10.20.0.7/32]}', '{role: bastion}')],
  ['no rule that selects', HOST],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(HOST + IN));
});
