import { configMap, installation, network, node, object, variable } from './objects';
import { appOf, expectAcknowledged, findingsOf } from '../judging';

const ID = 'install/mtu-too-great';
const LINK = { underlay: { allows: [], linkMtu: 1500 } };
const UNKNOWN = { underlay: { allows: [] } };
const FELIX = 'projectcalico.org/v3';

function felix(spec: string, name = 'default'): string {
  return object(FELIX, 'FelixConfiguration', name, `spec: {${spec}}`);
}

function ipPool(spec: string): string {
  return object(FELIX, 'IPPool', 'pods', `spec: {${spec}}`);
}

function variables(...pairs: [string, string][]): string {
  return node(pairs.map(([name, value]) => variable(name, value)).join(', '));
}

const VXLAN = network('mtu: 1451, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]');

test('fires for VXLAN without room', () => {
  expect(findingsOf(ID, VXLAN, LINK)).toEqual([{
    id: ID,
    severity: 'warning',
    place: { line: 5, column: 29 },
    object: { apiVersion: 'operator.tigera.io/v1', kind: 'Installation', name: 'default' },
    field: 'spec.calicoNetwork.mtu',
    what: 'mtu is 1451, and the underlay of the plan carries 1500 bytes, 50 of which VXLAN takes',
    why: 'packets of 1501 bytes don\'t fit: small ones pass, so connections are made, and hang or crawl as soon as much is sent',
    fix: 'write 1450 or less, or leave it out, and Calico finds what fits',
    docs: 'docs/checks/install/mtu-too-great.md',
  }]);
});

test.each([
  ['no encapsulation', network('mtu: 1501, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]'), ['mtu is 1501, and the underlay of the plan carries 1500 bytes']],
  ['IP in IP', network('mtu: 1481, ipPools: [{cidr: 10.1.0.0/16}]'), ['mtu is 1481, and the underlay of the plan carries 1500 bytes, 20 of which IP in IP takes']],
  ['eBPF', network('mtu: 1460, linuxDataplane: BPF, ipPools: [{cidr: 10.1.0.0/16, encapsulation: None}]'), ['mtu is 1460, and the underlay of the plan carries 1500 bytes, 50 of which eBPF takes']],
  ['VXLAN of both families', network('mtu: 1450, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}, {cidr: "fd00::/64", encapsulation: VXLAN}]'), [
    'mtu is 1450, and the underlay of the plan carries 1500 bytes, 70 of which VXLAN over IPv6 takes',
  ]],
  ['WireGuard, which takes more', VXLAN.replace('1451', '1450') + felix('wireguardEnabled: true'), ['mtu is 1450, and the underlay of the plan carries 1500 bytes, 60 of which WireGuard takes']],
  ['devices of Felix', felix('ipipMTU: 1500, vxlanMTU: 1500, vxlanMTUV6: 1500, wireguardMTU: 1500, wireguardMTUV6: 1500, wireguardEnabledV6: true, bpfEnabled: true')
    + ipPool('cidr: 10.1.0.0/16, ipipMode: CrossSubnet') + ipPool('cidr: "fd00::/64", vxlanMode: Always'), [
    'ipipMTU is 1500, and the underlay of the plan carries 1500 bytes, 20 of which IP in IP takes',
    'vxlanMTU is 1500, and the underlay of the plan carries 1500 bytes, 50 of which eBPF takes',
    'vxlanMTUV6 is 1500, and the underlay of the plan carries 1500 bytes, 70 of which VXLAN over IPv6 takes',
    'wireguardMTUV6 is 1500, and the underlay of the plan carries 1500 bytes, 80 of which WireGuard over IPv6 takes',
  ]],
  ['the ConfigMap of manifests', node(`{name: FELIX_VXLANMTU, valueFrom: {configMapKeyRef: {name: calico-config, key: veth_mtu}}}, ${variable('CALICO_IPV4POOL_VXLAN', 'Always')}`)
    + configMap('kube-system', 'calico-config', '{veth_mtu: "1480"}'), ['FELIX_VXLANMTU is 1480, and the underlay of the plan carries 1500 bytes, 50 of which VXLAN takes']],
  ['variables of both families', variables(['FELIX_IPINIPMTU', '1490'], ['CALICO_IPV4POOL_IPIP', 'Always'], ['FELIX_VXLANMTUV6', '1450'], ['CALICO_IPV6POOL_VXLAN', 'CrossSubnet'], ['FELIX_IPV6SUPPORT', 'true']), [
    'FELIX_IPINIPMTU is 1490, and the underlay of the plan carries 1500 bytes, 20 of which IP in IP takes',
    'FELIX_VXLANMTUV6 is 1450, and the underlay of the plan carries 1500 bytes, 70 of which VXLAN over IPv6 takes',
  ]],
])('fires for %s', (_, yaml, expected) => {
  expect(findingsOf(ID, yaml, LINK).map(({ what }) => what)).toEqual(expected);
});

test.each([
  ['an Installation', network('mtu: 1400, ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'kubernetesProvider: AKS, cni: {type: Calico}') + felix('wireguardEnabled: true'), 'mtu is 1400'],
  ['manifests', node([variable('FELIX_WIREGUARDMTU', '1440'), variable('FELIX_WIREGUARDENABLED', 'true')].join(', '), '{cdk8s-calico/platform: AKS}'), 'FELIX_WIREGUARDMTU is 1440'],
])('fires for WireGuard on AKS, by %s', (_, yaml, what) => {
  expect(findingsOf(ID, yaml).map((finding) => [finding.what, finding.fix])).toEqual([
    [`${what}, and the network of AKS leaves 1400 bytes, 60 of which WireGuard takes`, 'write 1340 or less, or leave it out, and Calico finds what fits'],
  ]);
});

test.each([
  ['an MTU that fits', VXLAN.replace('1451', '1450'), LINK],
  ['an MTU that Calico finds', network('ipPools: [{cidr: 10.1.0.0/16}]') + variables(['FELIX_VXLANMTU', '0'], ['CALICO_IPV4POOL_VXLAN', 'Always']), LINK],
  ['a network of which nothing is known', VXLAN, UNKNOWN],
  ['no plan', VXLAN, undefined],
  ['VXLAN on AKS', network('ipPools: [{cidr: 10.1.0.0/16, encapsulation: VXLAN}]', 'kubernetesProvider: AKS, cni: {type: Calico}') + felix('vxlanMTU: 1450, wireguardEnabled: true, wireguardMTU: 1340'), undefined],
  ['AKS without WireGuard', VXLAN.replace('calicoNetwork', 'kubernetesProvider: AKS, cni: {type: Calico}, calicoNetwork'), undefined],
  ['devices that nobody uses', felix('ipipMTU: 1500, vxlanMTU: 1500, wireguardMTU: 1500') + ipPool('cidr: 10.1.0.0/16, ipipMode: Always, disabled: true'), LINK],
  ['pools that calico-node doesn\'t make', variables(['NO_DEFAULT_POOLS', 'true'], ['CALICO_IPV4POOL_IPIP', 'Always'], ['FELIX_IPINIPMTU', '1500']), LINK],
  ['settings of one node', felix('ipipMTU: 1500', 'node.a') + ipPool('cidr: 10.1.0.0/16, ipipMode: Always'), LINK],
  ['the networking of a cloud', installation('{kubernetesProvider: EKS, calicoNetwork: {mtu: 9001}}'), LINK],
])('stays silent for %s', (_, yaml, ranges) => {
  expect(findingsOf(ID, yaml, ranges)).toEqual([]);
});

test('is acknowledged', () => {
  expectAcknowledged(ID, appOf(VXLAN, LINK));
});
