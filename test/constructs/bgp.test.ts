import { App, Chart, Duration } from 'cdk8s';
import {
  AsNumber, BgpBindMode, BgpCommunity, BgpConfiguration, BgpConfigurationProps, BgpFilter, BgpFilterRule, BgpMatchOperator, BgpNextHopMode, BgpPeer,
  BgpPeerProps, BgpReversePeering, BgpSourceAddress, Checks, Cidr, IpAddress, LogSeverity, PeerAddress, Port, Selector, Toggle,
} from '../../src';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

function findings(): unknown {
  return Checks.of(chart).report().findings;
}

const as = AsNumber.of(64512);
const router = PeerAddress.of('192.0.2.1');
const nodes = Selector.label('rack').equals('1');

describe('a configuration', () => {
  test('of the cluster can have every field', () => {
    const configuration = new BgpConfiguration(chart, 'bgp', {
      metadata: { labels: { team: 'net' } },
      asNumber: AsNumber.parse('64512.1'),
      bindMode: BgpBindMode.NODE_IP,
      communities: [{ name: 'blue', value: BgpCommunity.standard(64512, 100) }],
      ignoredInterfaces: ['eth9'],
      ipv4NormalRoutePriority: 1000,
      ipv6NormalRoutePriority: 1001,
      listenPort: Port.of(1790),
      localWorkloadPeeringIpV4: IpAddress.parse('169.254.0.1'),
      localWorkloadPeeringIpV6: IpAddress.parse('fe80::1'),
      logSeverityScreen: LogSeverity.WARNING,
      nodeMeshMaxRestartTime: Duration.minutes(2),
      nodeMeshPassword: { secretKeyRef: { name: 'bgp', key: 'mesh' } },
      nodeToNodeMeshEnabled: true,
      prefixAdvertisements: [{ cidr: Cidr.parse('10.0.0.0/16'), communities: [BgpCommunity.named('blue'), BgpCommunity.large(64512, 1, 2)] }],
      programClusterRoutes: Toggle.ENABLED,
      serviceClusterIps: [Cidr.parse('10.96.0.0/12')],
      serviceExternalIps: [Cidr.parse('198.51.100.0/24')],
      serviceLoadBalancerAggregation: Toggle.DISABLED,
      serviceLoadBalancerIps: [Cidr.parse('203.0.113.0/24')],
    });
    expect(configuration.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'BGPConfiguration',
      metadata: { name: 'default', labels: { team: 'net' } },
      spec: {
        asNumber: 64512 * 65536 + 1,
        bindMode: 'NodeIP',
        communities: [{ name: 'blue', value: '64512:100' }],
        ignoredInterfaces: ['eth9'],
        ipv4NormalRoutePriority: 1000,
        ipv6NormalRoutePriority: 1001,
        listenPort: 1790,
        localWorkloadPeeringIPV4: '169.254.0.1',
        localWorkloadPeeringIPV6: 'fe80::1',
        logSeverityScreen: 'Warning',
        nodeMeshMaxRestartTime: '2m',
        nodeMeshPassword: { secretKeyRef: { name: 'bgp', key: 'mesh' } },
        nodeToNodeMeshEnabled: true,
        prefixAdvertisements: [{ cidr: '10.0.0.0/16', communities: ['blue', '64512:1:2'] }],
        programClusterRoutes: 'Enabled',
        serviceClusterIPs: [{ cidr: '10.96.0.0/12' }],
        serviceExternalIPs: [{ cidr: '198.51.100.0/24' }],
        serviceLoadBalancerAggregation: 'Disabled',
        serviceLoadBalancerIPs: [{ cidr: '203.0.113.0/24' }],
      },
    });
    expect(findings()).toEqual([]);
  });

  test('is named default, or for a node, and says nothing by itself', () => {
    const configurations = [
      new BgpConfiguration(chart, 'bgp'),
      new BgpConfiguration(chart, 'edge', { metadata: BgpConfiguration.forNode('edge-1'), listenPort: Port.of(1790) }),
    ];
    expect(configurations.map((configuration) => [configuration.toJson().metadata, configuration.toJson().spec]))
      .toEqual([[{ name: 'default' }, {}], [{ name: 'node.edge-1' }, { listenPort: 1790 }]]);
    expect(findings()).toEqual([]);
  });

  test('takes what is added', () => {
    const configuration = new BgpConfiguration(chart, 'bgp', { ignoredInterfaces: ['eth8'] });
    configuration.addCommunity('blue', BgpCommunity.standard(64512, 100));
    configuration.addPrefixAdvertisement(Cidr.parse('10.0.0.0/16'), BgpCommunity.named('blue'));
    configuration.addIgnoredInterfaces('eth9');
    configuration.addServiceClusterIps(Cidr.parse('10.96.0.0/12'));
    configuration.addServiceExternalIps(Cidr.parse('198.51.100.0/24'));
    configuration.addServiceLoadBalancerIps(Cidr.parse('203.0.113.0/24'), Cidr.parse('2001:db8::/64'));
    expect(configuration.toJson().spec).toEqual({
      communities: [{ name: 'blue', value: '64512:100' }],
      ignoredInterfaces: ['eth8', 'eth9'],
      prefixAdvertisements: [{ cidr: '10.0.0.0/16', communities: ['blue'] }],
      serviceClusterIPs: [{ cidr: '10.96.0.0/12' }],
      serviceExternalIPs: [{ cidr: '198.51.100.0/24' }],
      serviceLoadBalancerIPs: [{ cidr: '203.0.113.0/24' }, { cidr: '2001:db8::/64' }],
    });
    expect(findings()).toEqual([]);
  });

  test.each<[string, BgpConfigurationProps, string]>([
    ['an AS number for one node', { metadata: BgpConfiguration.forNode('a'), asNumber: as },
      'test/bgp: asNumber is given for "node.a"; it holds for the cluster, so move it to the BgpConfiguration named "default"'],
    ['service addresses for one node', { metadata: BgpConfiguration.forNode('a'), serviceClusterIps: [] },
      'test/bgp: serviceClusterIps is given for "node.a"; it holds for the cluster, so move it to the BgpConfiguration named "default"'],
    ['a password of a mesh that is off', { nodeToNodeMeshEnabled: false, nodeMeshPassword: {} },
      'test/bgp: nodeMeshPassword is given, and nodeToNodeMeshEnabled is false; leave it out, or enable the mesh'],
    ['a restart time of a mesh that is off', { nodeToNodeMeshEnabled: false, nodeMeshMaxRestartTime: Duration.seconds(1) },
      'test/bgp: nodeMeshMaxRestartTime is given, and nodeToNodeMeshEnabled is false; leave it out, or enable the mesh'],
    ['a priority of zero', { ipv6NormalRoutePriority: 0 },
      'test/bgp: ipv6NormalRoutePriority: 0 is no metric of a route: it is a whole number from 1 to 2147483646'],
    ['an IPv6 address for IPv4', { localWorkloadPeeringIpV4: IpAddress.parse('fe80::1') },
      'test/bgp: localWorkloadPeeringIpV4 is fe80::1, an IPv6 address; give one of IPv4'],
    ['an IPv4 address for IPv6', { localWorkloadPeeringIpV6: IpAddress.parse('169.254.0.1') },
      'test/bgp: localWorkloadPeeringIpV6 is 169.254.0.1, an IPv4 address; give one of IPv6'],
    ['a named port', { listenPort: Port.named('bgp') },
      'test/bgp: listenPort: "bgp" is the name of a port, and here goes one port by its number, such as Port.of(8080)'],
    ['a name for a name', { communities: [{ name: 'blue', value: BgpCommunity.named('green') }] },
      'test/bgp: communities: "green" is the name of a community, and here goes its value; names are for prefixAdvertisements'],
  ])('rejects %s', (_, props, message) => {
    expect(() => new BgpConfiguration(chart, 'bgp', props)).toThrow(new Error(message));
  });

  test('rejects a name for a name that is added', () => {
    expect(() => new BgpConfiguration(chart, 'bgp').addCommunity('blue', BgpCommunity.named('green'))).toThrow(
      new Error('test/bgp: "green" is the name of a community, and here goes its value; names are for prefixAdvertisements'));
  });
});

describe('a peer', () => {
  test('can have every field of a session with a router', () => {
    const filter = new BgpFilter(chart, 'filter', { metadata: { name: 'no-default-route' } });
    const peer = new BgpPeer(chart, 'peer', {
      metadata: { name: 'router' },
      nodeSelector: nodes,
      peerIp: PeerAddress.of('192.0.2.1', Port.of(1790)),
      asNumber: AsNumber.of(4200000000),
      localAsNumber: AsNumber.of(64513),
      numAllowedLocalAsNumbers: 1,
      filters: [filter],
      nextHopMode: BgpNextHopMode.SELF,
      keepaliveTime: Duration.seconds(30),
      maxRestartTime: Duration.minutes(3),
      password: { secretKeyRef: { name: 'bgp', key: 'router' } },
      reachableBy: IpAddress.parse('192.0.2.254'),
      reversePeering: BgpReversePeering.MANUAL,
      sourceAddress: BgpSourceAddress.NONE,
      ttlSecurity: 1,
    });
    expect(peer.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'BGPPeer',
      metadata: { name: 'router' },
      spec: {
        nodeSelector: 'rack == "1"',
        peerIP: '192.0.2.1:1790',
        asNumber: 4200000000,
        localASNumber: 64513,
        numAllowedLocalASNumbers: 1,
        filters: ['no-default-route'],
        nextHopMode: 'Self',
        keepaliveTime: '30s',
        maxRestartTime: '3m',
        password: { secretKeyRef: { name: 'bgp', key: 'router' } },
        reachableBy: '192.0.2.254',
        reversePeering: 'Manual',
        sourceAddress: 'None',
        ttlSecurity: 1,
      },
    });
    expect(findings()).toEqual([]);
  });

  test('is also nodes, or workloads', () => {
    const reflectors = new BgpPeer(chart, 'reflectors', { node: 'a', peerSelector: Selector.label('reflector').exists(), keepOriginalNextHop: true });
    const workloads = new BgpPeer(chart, 'workloads', { localWorkloadSelector: Selector.label('app').equals('router'), asNumber: as });
    expect([reflectors, workloads].map((peer) => peer.toJson().spec)).toEqual([
      { node: 'a', peerSelector: 'has(reflector)', keepOriginalNextHop: true },
      { localWorkloadSelector: 'app == "router"', asNumber: 64512 },
    ]);
    expect(findings()).toEqual([]);
  });

  test('takes filters that are added', () => {
    const peer = new BgpPeer(chart, 'peer', { peerIp: router, asNumber: as, filters: [BgpFilter.fromFilterName('first')] });
    peer.addFilters(new BgpFilter(chart, 'second'), BgpFilter.fromFilterName('third'));
    expect(peer.toJson().spec).toEqual({ peerIP: '192.0.2.1', asNumber: 64512, filters: ['first', 'test-second', 'third'] });
  });

  test.each<[string, BgpPeerProps, string]>([
    ['nobody', {}, 'test/peer: give one of peerIp, peerSelector and localWorkloadSelector, to say with whom to peer; given is none'],
    ['an address and nodes', { peerIp: router, peerSelector: nodes },
      'test/peer: give one of peerIp, peerSelector and localWorkloadSelector, to say with whom to peer; given are peerIp and peerSelector'],
    ['an address and workloads', { peerIp: router, localWorkloadSelector: nodes, asNumber: as },
      'test/peer: give one of peerIp, peerSelector and localWorkloadSelector, to say with whom to peer; given are peerIp and localWorkloadSelector'],
    ['a node and a selector of nodes', { node: 'a', nodeSelector: nodes, peerIp: router, asNumber: as },
      'test/peer: node and nodeSelector are both given; each says by itself which nodes peer, so keep one'],
    ['an AS number of nodes', { peerSelector: nodes, asNumber: as },
      'test/peer: asNumber and peerSelector are both given; the peers are nodes, whose AS numbers are known, so leave asNumber out'],
    ['an address without an AS number', { peerIp: router },
      'test/peer: peerIp is given without asNumber; Calico can\'t know the peer\'s, so give it'],
    ['workloads without an AS number', { localWorkloadSelector: nodes },
      'test/peer: localWorkloadSelector is given without asNumber; Calico can\'t know the peer\'s, so give it'],
    ['a gateway to nodes', { peerSelector: nodes, reachableBy: IpAddress.parse('192.0.2.254') },
      'test/peer: reachableBy is 192.0.2.254, the gateway to a peer without peerIp; give the gateway to peerIp, of the same family'],
    ['a gateway of the other family', { peerIp: router, asNumber: as, reachableBy: IpAddress.parse('2001:db8::1') },
      'test/peer: reachableBy is 2001:db8::1, the gateway to a peer of another family, 192.0.2.1; give the gateway to peerIp, of the same family'],
    ['two words for the next hop', { peerIp: router, asNumber: as, keepOriginalNextHop: true, nextHopMode: BgpNextHopMode.KEEP },
      'test/peer: keepOriginalNextHop and nextHopMode are both given; the former is the older word for BgpNextHopMode.KEEP, so leave it out'],
    ['a duration finer than milliseconds', { peerIp: router, asNumber: as, keepaliveTime: Duration.millis(0.1) },
      'test/peer: keepaliveTime: 0.1 millis is too fine: durations are whole milliseconds'],
  ])('rejects %s', (_, props, message) => {
    expect(() => new BgpPeer(chart, 'peer', props)).toThrow(new Error(message));
  });
});

describe('a filter', () => {
  const v4 = BgpFilterRule.reject({ cidr: Cidr.parse('10.0.0.0/8'), matchOperator: BgpMatchOperator.IN });
  const v6 = BgpFilterRule.reject({ cidr: Cidr.parse('fd00::/8'), matchOperator: BgpMatchOperator.IN });
  const rejectV4 = { action: 'Reject', cidr: '10.0.0.0/8', matchOperator: 'In' };
  const rejectV6 = { action: 'Reject', cidr: 'fd00::/8', matchOperator: 'In' };

  test('has rules by direction and family, and those that are added after them', () => {
    const filter = new BgpFilter(chart, 'filter', { exportV4: [v4], exportV6: [v6], importV4: [v4], importV6: [v6] });
    for (const add of ['addExportV4', 'addExportV6', 'addImportV4', 'addImportV6'] as const) {
      filter[add](BgpFilterRule.accept());
    }
    const accept = { action: 'Accept' };
    expect(filter.toJson()).toEqual({
      apiVersion: 'projectcalico.org/v3',
      kind: 'BGPFilter',
      metadata: { name: 'test-filter' },
      spec: { exportV4: [rejectV4, accept], exportV6: [rejectV6, accept], importV4: [rejectV4, accept], importV6: [rejectV6, accept] },
    });
    expect(findings()).toEqual([]);
  });

  test('without rules is empty', () => {
    expect(new BgpFilter(chart, 'filter').toJson().spec).toEqual({});
    expect(findings()).toEqual([]);
  });

  test('rejects a rule of the other family', () => {
    expect(() => new BgpFilter(chart, 'filter', { importV4: [v6] })).toThrow(
      new Error('test/filter: importV4 has a rule for fd00::/8, an IPv6 network; its routes are IPv4'));
    expect(() => new BgpFilter(chart, 'other').addExportV6(v6, v4)).toThrow(
      new Error('test/other: exportV6 has a rule for 10.0.0.0/8, an IPv4 network; its routes are IPv6'));
  });
});
