import { findingsOf, findingsOfChange } from '../judging';
import { installationWith, nodeWith, poolWith } from './pools';

const ID = 'change/encapsulation';

test('fires for a pool with another mode', () => {
  const before = poolWith('pods', '10.244.0.0/16', 'ipipMode: Always');
  expect(findingsOfChange(ID, before, poolWith('pods', '10.244.0.0/16', 'vxlanMode: CrossSubnet'))).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 8, column: 14 },
    object: { apiVersion: 'projectcalico.org/v3', kind: 'IPPool', name: 'pods' },
    field: 'spec.vxlanMode',
    what: 'pool pods has IP in IP, and is to have VXLAN between subnets',
    why: 'nodes change one after another, and until all have, packets between pods are lost; connections may break; VXLAN needs UDP port 4789 between nodes',
    fix: 'change it in a time of little traffic, on one pool at a time, and restart what keeps long connections',
    docs: 'docs/checks/change/encapsulation.md',
  }]);
});

test.each([
  ['IP in IP', installationWith(['cidr: 10.0.0.0/16', 'encapsulation: IPIP']), 'IP in IP needs IP protocol 4 between nodes, and BGP'],
  ['none', installationWith(['cidr: 10.0.0.0/16', 'encapsulation: None']), 'without encapsulation the network between nodes has to route the pods\' addresses'],
])('tells what %s needs', (_, after, needs) => {
  const [finding] = findingsOfChange(ID, installationWith(['cidr: 10.0.0.0/16', 'encapsulation: VXLANCrossSubnet']), after);
  expect([finding.field, finding.why.split('; ').at(-1)]).toEqual(['spec.calicoNetwork.ipPools[0].encapsulation', needs]);
});

test('says that variables of calico-node don\'t change a pool that exists', () => {
  const node = (mode: string) => nodeWith({ CALICO_IPV4POOL_CIDR: '10.0.0.0/16', CALICO_IPV4POOL_VXLAN: mode });
  expect(findingsOfChange(ID, node('Never'), node('Always')).map(({ what, fix }) => [what, fix])).toEqual([[
    'pool default-ipv4-ippool has no encapsulation, and is to have VXLAN', 'change the IPPool that exists, in a time of little traffic',
  ]]);
});

test.each([
  ['the default, written out', poolWith('pods', '10.0.0.0/16'), poolWith('pods', '10.0.0.0/16', 'ipipMode: Never', 'vxlanMode: Never')],
  ['another pool', poolWith('pods', '10.0.0.0/16'), poolWith('pods-2', '10.0.0.0/16', 'ipipMode: Always')],
])('stays silent for %s', (_, before, after) => {
  expect(findingsOfChange(ID, before, after)).toEqual([]);
});

test('stays silent where nothing is known of the cluster', () => {
  expect(findingsOf(ID, poolWith('pods', '10.0.0.0/16'))).toEqual([]);
});
