import { ask, calico, endOf, modelOf, openOf, policy } from './asking';
import { JsonObject } from '../../../src/core/manifests';
import { endTitle, explain, packetTitle, printWalk, PolicyModel, resolveFlow } from '../../../src/core/policy';
import { ConnectionPool, FamilyConnectivity, matchAt } from '../../../src/core/policy/connectivity';

/*
 * Sources: felix/rules/static.go (`filterInputChain`, `FilterInputChainAllowWG`, `filterOutputChain`: where the packets pass, and which are
 * dropped), felix/calc/encapsulation_resolver.go (what is on), felix/config/config_params.go (ports).
 */

const IPIP = { protocol: 4, destinationPort: undefined };
const udp = (destinationPort: number): { protocol: string; destinationPort: number } => ({ protocol: 'UDP', destinationPort });
const VXLAN = udp(4789);

const host = (name: string, node: string, ip: string): JsonObject => calico('HostEndpoint', name, { node, interfaceName: 'eth0', expectedIPs: [ip] }, { host: node });
const node = (name: string, ips: readonly string[], annotations: object = {}): JsonObject =>
  ({ apiVersion: 'v1', kind: 'Node', metadata: { name, annotations }, status: { addresses: ips.map((address) => ({ type: 'InternalIP', address })) } });
const pool = (spec: object): JsonObject => calico('IPPool', 'pods', { cidr: '10.244.0.0/16', ...spec });
const felix = (spec: object): JsonObject => calico('FelixConfiguration', 'default', spec);
const installation = (...ipPools: readonly object[]): JsonObject =>
  ({ apiVersion: 'operator.tigera.io/v1', kind: 'Installation', metadata: { name: 'default' }, spec: { calicoNetwork: { ipPools } } });

const onEks = (cni: object): JsonObject =>
  ({ ...installation(), spec: { kubernetesProvider: 'EKS', cni, calicoNetwork: { ipPools: [{ cidr: '10.244.0.0/16' }] } } });

const CLOSED = policy('closed', { selector: 'has(host)', ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] });
const HOSTS = [host('one', 'n1', '192.0.2.1'), host('two', 'n2', '192.0.2.2'), CLOSED];
const NODES = [node('n1', ['192.0.2.1', '2001:db8::1']), node('n2', ['192.0.2.2', '2001:db8::2'])];
const DENIED = 'egress tier:default policy:GlobalNetworkPolicy//closed rule:0 deny';
const OUTSIDE = '203.0.113.1';

const between = (model: PolicyModel, flow: object): object => ask(model, '192.0.2.1', '192.0.2.2', flow);
const passes = (title: string): object =>
  ({ allowed: true, certain: true, by: [`egress node-traffic ${title} allow`, `ingress node-traffic ${title} allow`] });
const denied = { allowed: false, certain: true, by: [DENIED] };

describe('what nodes carry packets of pods with', () => {
  test.each<[string, JsonObject, object, string]>([
    ['IP in IP of a pool', pool({ ipipMode: 'CrossSubnet' }), IPIP, 'IP in IP'],
    ['IP in IP of a pool that is disabled', pool({ ipipMode: 'Always', disabled: true }), IPIP, 'IP in IP'],
    ['IP in IP of a pool that the operator makes', installation({ cidr: '10.244.0.0/16' }), IPIP, 'IP in IP'],
    ['IP in IP that Felix is told of', felix({ ipipEnabled: true }), IPIP, 'IP in IP'],
    ['VXLAN of a pool', pool({ vxlanMode: 'Always' }), VXLAN, 'VXLAN on UDP 4789'],
    ['VXLAN of a pool that the operator makes', installation({ cidr: '10.244.0.0/16', encapsulation: 'VXLANCrossSubnet' }), VXLAN, 'VXLAN on UDP 4789'],
    ['VXLAN on a port of its own', felix({ vxlanEnabled: true, vxlanPort: 8473 }), udp(8473), 'VXLAN on UDP 8473'],
    ['VXLAN of eBPF', felix({ bpfEnabled: true }), VXLAN, 'VXLAN on UDP 4789'],
    ['VXLAN of eBPF by the operator', { ...installation(), spec: { calicoNetwork: { linuxDataplane: 'BPF' } } }, VXLAN, 'VXLAN on UDP 4789'],
    ['WireGuard', felix({ wireguardEnabled: true }), udp(51820), 'WireGuard on UDP 51820'],
    ['WireGuard on a port of its own', felix({ wireguardEnabled: true, wireguardListeningPort: 5180 }), udp(5180), 'WireGuard on UDP 5180'],
  ])('passes between nodes whatever normal policies say: %s', (_, object, flow, title) => {
    expect(between(modelOf(...HOSTS, ...NODES, object), flow)).toEqual(passes(title));
  });

  test.each<[string, JsonObject, object]>([
    ['IP in IP without such a pool', pool({ vxlanMode: 'Always' }), IPIP],
    ['IP in IP that Felix is told not to use', felix({ ipipEnabled: false }), IPIP],
    ['VXLAN without such a pool', pool({ ipipMode: 'Always' }), VXLAN],
    ['VXLAN of a pool of the other version', pool({ cidr: 'fd00::/48', vxlanMode: 'Always' }), VXLAN],
    ['VXLAN without any, where the operator makes the pools', installation({ cidr: '10.244.0.0/16', encapsulation: 'None' }, { cidr: 'fd00::/48' }), VXLAN],
    ['IP in IP with a CNI plugin that isn\'t Calico\'s', onEks({ type: 'AmazonVPC' }), IPIP],
    ['IP in IP with the CNI plugin of the provider', onEks({}), IPIP],
    ['the usual port where another is taken', felix({ vxlanEnabled: true, vxlanPort: 8473 }), VXLAN],
    ['WireGuard, which is off unless Felix is told', pool({}), udp(51820)],
    ['WireGuard of the other version', felix({ wireguardEnabledV6: true }), udp(51821)],
    ['a tunnel\'s number of port over TCP', pool({ vxlanMode: 'Always' }), { protocol: 'TCP', destinationPort: 4789 }],
  ])('is for normal policies where it is off: %s', (_, object, flow) => {
    expect(between(modelOf(...HOSTS, ...NODES, object), flow)).toEqual(denied);
  });

  test('passes in IPv6 as far as it is on there', () => {
    const v6 = [host('one', 'n1', '2001:db8::1'), host('two', 'n2', '2001:db8::2'), CLOSED, ...NODES];
    const ask6 = (object: JsonObject, flow: object): object => ask(modelOf(...v6, object), '2001:db8::1', '2001:db8::2', flow);
    expect(ask6(pool({ cidr: 'fd00::/48', vxlanMode: 'Always' }), VXLAN)).toEqual(passes('VXLAN on UDP 4789'));
    expect(ask6(felix({ wireguardEnabledV6: true }), udp(51821))).toEqual(passes('WireGuard on UDP 51821'));
    expect(ask6(felix({ ipipEnabled: true, vxlanEnabled: true }), IPIP)).toEqual(denied);
  });

  test('meets untracked and pre-DNAT policies first', () => {
    const stop = (spec: object): JsonObject => policy('first', { selector: 'has(host)', applyOnForward: true, ...spec });
    const on = pool({ ipipMode: 'Always' });
    expect(between(modelOf(...HOSTS, ...NODES, on, stop({ doNotTrack: true, egress: [{ action: 'Deny' }] })), IPIP))
      .toEqual({ allowed: false, certain: true, by: ['egress untracked tier:default policy:GlobalNetworkPolicy//first rule:0 deny'] });
    expect(between(modelOf(...HOSTS, ...NODES, on, stop({ preDNAT: true, ingress: [{ action: 'Deny' }] })), IPIP)).toEqual({
      allowed: false, certain: true, by: ['egress node-traffic IP in IP allow', 'ingress preDnat tier:default policy:GlobalNetworkPolicy//first rule:0 deny'],
    });
  });

  test('is dropped from anywhere but a node, whatever policies allow, but for WireGuard', () => {
    const open = [host('one', 'n1', '192.0.2.1'), policy('open', { selector: 'has(host)', doNotTrack: true, applyOnForward: true, ingress: [{ action: 'Allow' }] }), ...NODES];
    const by = ['ingress untracked tier:default policy:GlobalNetworkPolicy//open rule:0 allow'];
    const model = modelOf(...open, pool({ ipipMode: 'Always', vxlanMode: 'Always' }));
    expect(ask(model, OUTSIDE, '192.0.2.1', IPIP)).toEqual({ allowed: false, certain: true, by });
    expect(ask(model, OUTSIDE, '192.0.2.1', VXLAN)).toEqual({ allowed: false, certain: true, by });
    expect(ask(model, '192.0.2.2', '192.0.2.1', VXLAN)).toEqual({ allowed: true, certain: true, by });
    expect(ask(modelOf(...open, felix({ vxlanEnabled: true, externalNodesList: ['203.0.113.0/24', 'bad'] })), OUTSIDE, '192.0.2.1', VXLAN)).toEqual({ allowed: true, certain: true, by });
    expect(ask(modelOf(...HOSTS, ...NODES, felix({ wireguardEnabled: true })), OUTSIDE, '192.0.2.1', udp(51820)))
      .toEqual({ allowed: true, certain: true, by: ['ingress node-traffic WireGuard on UDP 51820 allow'] });
  });

  test('leaves open what the manifests don\'t say', () => {
    const inUse = 'whether the cluster uses IP in IP, which Felix lets pass between nodes before normal policies, isn\'t known';
    expect(between(modelOf(...HOSTS, ...NODES), IPIP)).toEqual({ allowed: false, certain: false, by: [DENIED] });
    expect(openOf(modelOf(...HOSTS, ...NODES), '192.0.2.1', '192.0.2.2', IPIP)).toEqual([inUse]);
    const unlisted = modelOf(...HOSTS, pool({ ipipMode: 'Always' }));
    expect(between(unlisted, IPIP)).toEqual({ ...passes('IP in IP'), certain: false });
    expect(openOf(unlisted, '192.0.2.1', '192.0.2.2', IPIP)).toEqual([
      'whether 192.0.2.1 is an address that Calico knows a node by isn\'t known',
      'whether 192.0.2.2 is an address that Calico knows a node by isn\'t known',
    ]);
    expect(ask(unlisted, OUTSIDE, '192.0.2.1', IPIP)).toEqual({
      allowed: false, certain: false, by: ['ingress tier:default policy:GlobalNetworkPolicy//closed rule:0 deny'],
    });
    const byName = modelOf(calico('HostEndpoint', 'all', { node: 'n1', interfaceName: '*' }, { host: 'n1' }), CLOSED, ...NODES, pool({ ipipMode: 'Always' }));
    expect(openOf(byName, '192.0.2.2', '@all', IPIP)).toEqual([]);
    expect(openOf(byName, '@all', OUTSIDE, IPIP)).toEqual([]);
    const ports = modelOf(...HOSTS, ...NODES, pool({ vxlanMode: 'Always' }));
    expect(openOf(ports, '192.0.2.1', '192.0.2.2', { protocol: 'UDP', destinationPort: undefined })).toEqual(['whether the port is one of those that nodes use among themselves isn\'t known']);
    expect(openOf(modelOf(calico('HostEndpoint', 'all', { node: 'n1', interfaceName: '*' }), pool({ ipipMode: 'Always' })), '@all', '@all', IPIP))
      .toEqual(['whether the other end is an address that Calico knows a node by isn\'t known']);
  });

  test('knows a node by its annotation, or by an only address', () => {
    const answer = (...nodes: readonly JsonObject[]): object => {
      const { allowed, certain } = ask(modelOf(host('one', 'n1', '192.0.2.1'), CLOSED, pool({ ipipMode: 'Always' }), ...nodes), '192.0.2.2', '192.0.2.1', IPIP);
      return { allowed, certain };
    };
    expect(answer(node('n2', ['192.0.2.2']))).toEqual({ allowed: true, certain: true });
    expect(answer(node('n2', ['192.0.2.2', '198.51.100.2']))).toEqual({ allowed: true, certain: false });
    expect(answer(node('n2', ['192.0.2.2', '198.51.100.2'], { 'projectcalico.org/IPv4Address': '192.0.2.2/24' }))).toEqual({ allowed: true, certain: true });
    expect(answer(node('n2', ['192.0.2.2', '198.51.100.2'], { 'projectcalico.org/IPv4Address': '198.51.100.2/24' }))).toEqual({ allowed: false, certain: true });
    expect(answer(node('n3', ['192.0.2.3']))).toEqual({ allowed: false, certain: true });
  });
});

test('the walk tells why it passes, and what is dropped', () => {
  const model = modelOf(...HOSTS, ...NODES, pool({ vxlanMode: 'Always' }));
  const walkOf = (source: string, destination: string): string => {
    const packet = resolveFlow(model, { source: endOf(source), destination: endOf(destination), ...VXLAN });
    const { decision, stations, open } = explain(model, packet);
    return printWalk({ title: `${endTitle(packet.source)} -> ${endTitle(packet.destination)}  ${packetTitle(packet)}`, stations, barrier: decision.barrier, open });
  };
  expect(walkOf('192.0.2.1', '192.0.2.2')).toBe(`HostEndpoint one (192.0.2.1) -> HostEndpoint two (192.0.2.2)  UDP 4789

egress of HostEndpoint one: allow
  node traffic    VXLAN on UDP 4789                             passes between nodes before normal policies are asked: allow

ingress of HostEndpoint two: allow
  node traffic    VXLAN on UDP 4789                             passes between nodes before normal policies are asked: allow
`);
  const open = modelOf(host('one', 'n1', '192.0.2.1'), policy('open', { selector: 'all()', ingress: [{ action: 'Allow' }] }), ...NODES, pool({ vxlanMode: 'Always' }));
  const packet = resolveFlow(open, { source: endOf(OUTSIDE), destination: endOf('192.0.2.1'), ...VXLAN });
  expect(explain(open, packet).decision.barrier).toBe('Felix drops VXLAN on UDP 4789 that doesn\'t come from a node of the cluster');
});

test('connectivity agrees with the verdicts', () => {
  const model = modelOf(...HOSTS, ...NODES, felix({ vxlanEnabled: true, wireguardEnabled: true, externalNodesList: ['198.51.100.0/24'] }), pool({ ipipMode: 'Always' }));
  const connectivity = new FamilyConnectivity(model, 4, new ConnectionPool());
  const ends = ['192.0.2.1', '192.0.2.2', OUTSIDE, '198.51.100.7'];
  for (const source of ends) {
    for (const destination of ends.filter((end) => end !== source)) {
      for (const flow of [IPIP, VXLAN, udp(4788), udp(51820), { protocol: 'TCP', destinationPort: 80 }, { protocol: 5, destinationPort: undefined }]) {
        const packet = resolveFlow(model, { source: endOf(source), destination: endOf(destination), ...flow });
        const { allowed, certain } = explain(model, packet).decision;
        const match = matchAt(connectivity.between(packet.source, packet.destination), packet.protocol, flow.destinationPort ?? 0);
        expect([source, destination, flow, match])
          .toEqual([source, destination, flow, allowed ? (certain ? 1 : 3) : (certain ? 0 : 2)]);
      }
    }
  }
});
