import { Checks } from '../../../../src';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'host/same-interface';

function hostEndpoint(name: string, spec: string, node = 'worker-1'): string {
  return `---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata:\n  name: ${name}\nspec: {node: ${node}, ${spec}}\n`;
}

test('fires for the second of two with the same interface, by name', () => {
  expect(findingsOf(ID, hostEndpoint('b', 'interfaceName: eth0') + hostEndpoint('a', 'interfaceName: eth0, expectedIPs: [10.0.0.1]'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 6, column: 39 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint', name: 'b' },
    field: 'spec.interfaceName',
    what: 'HostEndpoint a is for interface eth0 of node worker-1 too',
    why: 'of two, Felix takes the one whose name sorts first, a: labels, ports and profiles of b have no effect there',
    fix: 'put both into one HostEndpoint, or give one of them another interface or address',
    docs: 'docs/checks/host/same-interface.md',
  }]);
});

test.each([
  ['all interfaces', 'interfaceName: "*"', 'interfaceName: "*"', 'spec.interfaceName', 'all interfaces'],
  ['an address', 'expectedIPs: [10.0.0.1, 10.0.0.2]', 'expectedIPs: [10.0.0.9, 10.0.0.2, 10.0.0.1]', 'spec.expectedIPs[1]', 'the interface with 10.0.0.2'],
  ['an address in another spelling', 'expectedIPs: ["fd00:0::1"]', 'expectedIPs: ["fd00::1"]', 'spec.expectedIPs[0]', 'the interface with fd00::1'],
])('fires once for two with %s', (_, first, second, field, words) => {
  expect(findingsOf(ID, hostEndpoint('a', first) + hostEndpoint('b', second)).map((finding) => [finding.object?.name, finding.field, finding.what])).toEqual([
    ['b', field, `HostEndpoint a is for ${words} of node worker-1 too`],
  ]);
});

test('names the construct of the other, and says the same in any order', () => {
  const endpoints = [hostEndpoint('a', 'interfaceName: eth0'), hostEndpoint('b', 'interfaceName: eth0'), hostEndpoint('c', 'interfaceName: eth0')];
  const whats = (yaml: string[]) => Checks.of(appOf(yaml.join(''))).report().findings.map(({ object, what }) => `${object?.name}: ${what.replace(/chart\/\d/, 'there')}`);
  expect(whats(endpoints)).toEqual([
    'b: HostEndpoint a of there is for interface eth0 of node worker-1 too',
    'c: HostEndpoint a of there is for interface eth0 of node worker-1 too',
  ]);
  expect(whats([...endpoints].reverse()).sort()).toEqual(whats(endpoints));
});

test.each([
  ['the same interface of different nodes', hostEndpoint('a', 'interfaceName: eth0') + hostEndpoint('b', 'interfaceName: eth0', 'worker-2')],
  ['different interfaces', hostEndpoint('a', 'interfaceName: eth0') + hostEndpoint('b', 'interfaceName: eth1')],
  ['all interfaces beside one', hostEndpoint('a', 'interfaceName: "*"') + hostEndpoint('b', 'interfaceName: eth0')],
  ['an address beside a named interface that may have it', hostEndpoint('a', 'expectedIPs: [10.0.0.1]') + hostEndpoint('b', 'interfaceName: eth0, expectedIPs: [10.0.0.1]')],
  ['one object twice', hostEndpoint('a', 'interfaceName: eth0') + hostEndpoint('a', 'interfaceName: eth0')],
  ['one with an address twice', hostEndpoint('a', 'expectedIPs: [10.0.0.1, 10.0.0.1]')],
  ['neither interface nor addresses', hostEndpoint('a', 'profiles: []') + hostEndpoint('b', 'profiles: []')],
  ['addresses that can\'t be read', hostEndpoint('a', 'expectedIPs: [here, 1]') + hostEndpoint('b', 'expectedIPs: [here, 1]')],
  ['no node', hostEndpoint('a', 'interfaceName: eth0', '""') + hostEndpoint('b', 'interfaceName: eth0', '""')],
])('stays silent for %s', (_, yaml) => {
  expect(findingsOf(ID, yaml)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(hostEndpoint('a', 'interfaceName: eth0') + hostEndpoint('b', 'interfaceName: eth0')));
});
