import { App, Chart } from 'cdk8s';
import { failuresOf, outlineOf, Variant } from './variants';
import {
  AllowPing, BlockIcmp, BlockMetadataAddress, Cidr, DenyList, DosDenyList, EgressAllowList, EgressCidr, IcmpErrorsAndNeighbourDiscovery,
  MetadataService, PolicyType, Port, Protocol, Selector, Tier, UntrackedServer,
} from 'cdk8s-calico';

const app = { namespace: 'shop', app: Selector.label('app').equals('web') };
const team = Selector.label('team').equals('a');
const hosts = Selector.label('role').equals('edge');
const nets = [Cidr.parse('198.51.100.0/24'), Cidr.parse('2001:db8:100::/48')];

const VARIANTS: readonly (readonly [string, Variant])[] = [
  ['BlockMetadataAddress of other services', (chart) => new BlockMetadataAddress(chart, 't', {
    services: [MetadataService.ALIBABA, MetadataService.AZURE_WIRE_SERVER, MetadataService.EKS_POD_IDENTITY, MetadataService.of('own', ...nets)],
  })],
  ['BlockMetadataAddress of one version of IP', (chart) => new BlockMetadataAddress(chart, 't', { services: [MetadataService.AWS_IPV6] })],
  ['BlockMetadataAddress with exceptions', (chart) => new BlockMetadataAddress(chart, 't', { exceptNamespaces: ['ops'], exceptPods: team })],
  ['BlockMetadataAddress without exceptions', (chart) => new BlockMetadataAddress(chart, 't', { exceptNamespaces: [] })],
  ['EgressCidr on all ports', (chart) => new EgressCidr(chart, 't', { ...app, cidrs: nets })],
  ['EgressCidr without DNS', (chart) => new EgressCidr(chart, 't', { ...app, cidrs: nets, allowDns: false, ports: [Port.range(8000, 9000)] })],
  ['EgressCidr to everywhere but some', (chart) => new EgressCidr(chart, 't', {
    ...app,
    cidrs: [Cidr.parse('0.0.0.0/0'), Cidr.parse('::/0')],
    exceptCidrs: [...nets, Cidr.parse('10.0.0.0/8'), Cidr.parse('fd00::/8')],
    allowDns: false,
  })],
  ['EgressCidr by UDP', (chart) => new EgressCidr(chart, 't', { ...app, cidrs: [Cidr.parse('192.0.2.123/32')], ports: [Port.of(123)], protocol: Protocol.UDP })],
  ['EgressAllowList of system namespaces too', (chart) => new EgressAllowList(chart, 't', { nets, namespaces: Selector.all() })],
  ['EgressAllowList of all but system namespaces', (chart) => new EgressAllowList(chart, 't', { nets })],
  ['EgressAllowList of some pods, not to the cluster', (chart) => new EgressAllowList(chart, 't', {
    nets: [Cidr.parse('192.0.2.1/32')], namespaces: team, pods: team, allowCluster: false, ports: [Port.of(443)],
  })],
  ['DenyList of egress', (chart) => new DenyList(chart, 't', { nets, types: [PolicyType.EGRESS] })],
  ['DenyList of ingress in some namespaces', (chart) => new DenyList(chart, 't', { nets, types: [PolicyType.INGRESS], namespaces: team })],
  ['BlockIcmp of ingress in some namespaces', (chart) => new BlockIcmp(chart, 't', { types: [PolicyType.INGRESS], namespaces: team })],
  ['BlockIcmp of egress', (chart) => new BlockIcmp(chart, 't', { types: [PolicyType.EGRESS] })],
  ['AllowPing as it is', (chart) => new AllowPing(chart, 't')],
  ['AllowPing in some namespaces', (chart) => new AllowPing(chart, 't', { namespaces: team })],
  ['IcmpErrorsAndNeighbourDiscovery of some hosts', (chart) => new IcmpErrorsAndNeighbourDiscovery(chart, 't', { hosts, pods: false })],
  ['DosDenyList of all hosts', (chart) => new DosDenyList(chart, 't', { nets })],
  ['UntrackedServer by UDP', (chart) => new UntrackedServer(chart, 't', { hosts, ports: [Port.range(5000, 5009)], protocol: Protocol.UDP, clientNets: nets })],
  ['UntrackedServer for hosts', (chart) => new UntrackedServer(chart, 't', { hosts, ports: [Port.of(9000)], clients: Selector.label('role').equals('client') })],
];

test.each(VARIANTS)('%s keeps what it promises', (_, make) => {
  expect(failuresOf(make)).toEqual([]);
});

test('makes a tier of its own where none is given', () => {
  expect(outlineOf((chart) => new BlockMetadataAddress(chart, 't'))).toEqual([
    'Tier block-metadata-address 20',
    'GlobalNetworkPolicy block-metadata-address.block-metadata-address block-metadata-address 20',
  ]);
  expect(outlineOf((chart) => new DenyList(chart, 't', { nets, name: 'bad' }))).toEqual(['Tier bad 12', 'GlobalNetworkSet bad', 'GlobalNetworkPolicy bad.bad bad 12']);
});

const options = { tier: Tier.KUBE_ADMIN, order: 7, staged: true };

test.each<readonly [string, Variant, string[]]>([
  ['BlockMetadataAddress', (chart) => new BlockMetadataAddress(chart, 't', options), ['StagedGlobalNetworkPolicy kube-admin.block-metadata-address kube-admin 7']],
  ['DenyList', (chart) => new DenyList(chart, 't', { ...options, nets }), ['GlobalNetworkSet deny-list', 'StagedGlobalNetworkPolicy kube-admin.deny-list kube-admin 7']],
  ['BlockIcmp', (chart) => new BlockIcmp(chart, 't', options), ['StagedGlobalNetworkPolicy kube-admin.block-icmp kube-admin 7']],
  ['AllowPing', (chart) => new AllowPing(chart, 't', options), ['StagedGlobalNetworkPolicy kube-admin.allow-ping kube-admin 7']],
  ['IcmpErrorsAndNeighbourDiscovery', (chart) => new IcmpErrorsAndNeighbourDiscovery(chart, 't', options), [
    'StagedGlobalNetworkPolicy kube-admin.icmp-errors-of-hosts kube-admin 7', 'StagedGlobalNetworkPolicy kube-admin.icmp-errors-of-pods kube-admin 7',
  ]],
  ['DosDenyList', (chart) => new DosDenyList(chart, 't', { ...options, nets }), [
    'GlobalNetworkSet dos-deny-list', 'StagedGlobalNetworkPolicy kube-admin.dos-deny-list kube-admin 7',
  ]],
  ['UntrackedServer', (chart) => new UntrackedServer(chart, 't', { ...options, hosts, ports: [Port.of(80)], clientNets: nets }), [
    'StagedGlobalNetworkPolicy kube-admin.untracked-server kube-admin 7',
  ]],
  ['EgressCidr', (chart) => new EgressCidr(chart, 't', { ...options, ...app, cidrs: nets }), ['StagedNetworkPolicy kube-admin.egress-cidr kube-admin 7']],
])('%s takes tier and order, and is staged by one option', (_, make, outline) => {
  expect(outlineOf(make)).toEqual(outline);
});

test('tells the addresses of metadata services', () => {
  const { LINK_LOCAL, AWS_ECS, EKS_POD_IDENTITY } = MetadataService;
  expect([LINK_LOCAL, AWS_ECS, EKS_POD_IDENTITY].map((service) => `${service.name} ${service.nets.join(' ')}`)).toEqual([
    'link-local 169.254.169.254/32', 'aws-ecs 169.254.170.2/32', 'eks-pod-identity 169.254.170.23/32 fd00:ec2::23/128',
  ]);
});

const TOO_LATE = (tier: string): string => `test/t: tier "${tier}" doesn't come before the policies of applications: what this template leaves to others `
  + 'would skip them; leave `tier` out, or give one with a lower order than `default` (1000000)';

const MISTAKES: readonly (readonly [string, Variant, string])[] = [
  ['tier default for what leaves the rest to others', (chart) => new BlockIcmp(chart, 't', { tier: Tier.DEFAULT }), TOO_LATE('default')],
  ['tier kube-baseline for it', (chart) => new DenyList(chart, 't', { nets, tier: Tier.KUBE_BASELINE }), TOO_LATE('kube-baseline')],
  ['no metadata services', (chart) => new BlockMetadataAddress(chart, 't', { services: [] }),
    'test/t: services is empty, so nothing would be blocked; leave it out to block the usual addresses'],
  ['egress to no CIDR', (chart) => new EgressCidr(chart, 't', { ...app, cidrs: [] }),
    'test/t: cidrs is empty, which Calico takes for no condition at all; name one block at least'],
  ['an empty allow-list', (chart) => new EgressAllowList(chart, 't', { nets: [] }),
    'test/t: nets is empty, so nothing outside would be allowed; name one block at least, or take apps/deny-external-egress'],
  ['an empty deny-list', (chart) => new DenyList(chart, 't', { nets: [] }), 'test/t: nets is empty, so nothing would be denied; name one block at least'],
  ['a server without clients', (chart) => new UntrackedServer(chart, 't', { hosts, ports: [Port.of(80)] }),
    'test/t: there are neither clients nor clientNets; give 0.0.0.0/0 and ::/0 as clientNets to serve everybody'],
  ['a server without ports', (chart) => new UntrackedServer(chart, 't', { hosts, ports: [], clientNets: nets }),
    'test/t: ports is empty; a reply is known by the number of the port that it comes from'],
  ['a server whose port has no number', (chart) => new UntrackedServer(chart, 't', { hosts, ports: [Port.named('http')], clientNets: nets }),
    'test/t: port http has no number; a reply is known by the number of the port that it comes from'],
];

test.each(MISTAKES)('rejects %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(new Error(message));
});
