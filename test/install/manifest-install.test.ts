import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import {
  CalicoApi, CaSource, Cidr, CrdSource, DataPlane, Encapsulation, IpAddress, KubeProxyHandling, LogSeverity, ManifestInstall, ManifestInstallProps,
  ManifestNetworking, Mtu, NodeAddressDetection, Platform, Selector, Toggle, TyphaSize,
} from '../../src';

const V4 = Cidr.parse('10.10.0.0/16');
const V6 = Cidr.parse('fd00:10::/48');
const CA = CaSource.certManager('kube-system', 'calico');

function install(props: ManifestInstallProps): ManifestInstall {
  return new ManifestInstall(new App(), 'calico', props);
}

function objects(props: ManifestInstallProps, phase = 'system'): any[] {
  return install(props).phases.find(({ node }) => node.id === phase)?.apiObjects.map((object) => object.toJson()) ?? [];
}

function find(props: ManifestInstallProps, kind: string, name: string): any {
  return objects(props).find((candidate) => candidate.kind === kind && candidate.metadata.name === name);
}

/** What the variables of calico-node are beside those of an install without options. */
function changedVariables(props: ManifestInstallProps): Record<string, string | undefined> {
  const before = variables({});
  const after = variables(props);
  return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
    .map((name) => [name, after[name]]));
}

function variables(props: ManifestInstallProps): Record<string, string> {
  const { env } = find(props, 'DaemonSet', 'calico-node').spec.template.spec.containers[0];
  return Object.fromEntries(env.filter(({ value }: k8s.EnvVar) => value !== undefined).map(({ name, value }: k8s.EnvVar) => [name, value]));
}

function networkConfig(props: ManifestInstallProps): any {
  return JSON.parse(find(props, 'ConfigMap', 'calico-config').data.cni_network_config.replace('__CNI_MTU__', '0')).plugins[0];
}

test.each<[string, ManifestInstallProps, Record<string, string | undefined>]>([
  ['a pool', { pools: [{ cidr: V4 }] }, { CALICO_IPV4POOL_CIDR: '10.10.0.0/16', CALICO_IPV6POOL_CIDR: 'none' }],
  [
    'everything that a pool can say',
    {
      pools: [{
        cidr: V4, encapsulation: Encapsulation.VXLAN_CROSS_SUBNET, natOutgoing: false, blockSize: 24, nodeSelector: Selector.label('zone').equals('a'), disableBgpExport: true,
      }],
    },
    {
      CALICO_IPV4POOL_IPIP: 'Never',
      CALICO_IPV4POOL_VXLAN: 'CrossSubnet',
      CALICO_IPV4POOL_CIDR: '10.10.0.0/16',
      CALICO_IPV4POOL_NAT_OUTGOING: 'false',
      CALICO_IPV4POOL_BLOCK_SIZE: '24',
      CALICO_IPV4POOL_NODE_SELECTOR: 'zone == "a"',
      CALICO_IPV4POOL_DISABLE_BGP_EXPORT: 'true',
      CALICO_IPV6POOL_CIDR: 'none',
    },
  ],
  [
    'two families',
    { pools: [{ cidr: V4 }, { cidr: V6 }], encapsulation: Encapsulation.VXLAN },
    {
      CALICO_IPV4POOL_IPIP: 'Never',
      CALICO_IPV4POOL_VXLAN: 'Always',
      CALICO_IPV4POOL_CIDR: '10.10.0.0/16',
      CALICO_IPV6POOL_VXLAN: 'Always',
      CALICO_IPV6POOL_CIDR: 'fd00:10::/48',
      IP6: 'autodetect',
      FELIX_IPV6SUPPORT: 'true',
    },
  ],
  [
    'IPv6 alone',
    { pools: [{ cidr: V6 }], ipv6Detection: NodeAddressDetection.inCidrs(V6) },
    {
      IP: 'none',
      IP6: 'autodetect',
      IP6_AUTODETECTION_METHOD: 'cidr=fd00:10::/48',
      CALICO_ROUTER_ID: 'hash',
      FELIX_IPV6SUPPORT: 'true',
      CALICO_IPV4POOL_CIDR: 'none',
      CALICO_IPV6POOL_CIDR: 'fd00:10::/48',
    },
  ],
  [
    'no pool at all',
    { pools: [] },
    { NO_DEFAULT_POOLS: 'true', CALICO_IPV4POOL_IPIP: undefined, CALICO_IPV4POOL_VXLAN: undefined, CALICO_IPV6POOL_VXLAN: undefined },
  ],
  ['the address that reaches another', { ipv4Detection: NodeAddressDetection.canReach(IpAddress.parse('10.0.0.1')) }, { IP_AUTODETECTION_METHOD: 'can-reach=10.0.0.1' }],
  ['nftables', { dataPlane: DataPlane.NFTABLES }, { FELIX_NFTABLESMODE: 'Enabled' }],
  [
    'eBPF beside kube-proxy',
    { dataPlane: DataPlane.ebpf({ apiServerHost: '10.0.0.1', apiServerPort: 443, kubeProxy: KubeProxyHandling.KEPT }) },
    { FELIX_BPFENABLED: 'true', FELIX_BPFKUBEPROXYIPTABLESCLEANUPENABLED: 'false' },
  ],
  ['WireGuard', { wireguard: true, pools: [{ cidr: V4 }, { cidr: V6 }] }, {
    FELIX_WIREGUARDENABLED: 'true',
    FELIX_WIREGUARDENABLEDV6: 'true',
    CALICO_IPV4POOL_CIDR: '10.10.0.0/16',
    CALICO_IPV6POOL_CIDR: 'fd00:10::/48',
    IP6: 'autodetect',
    FELIX_IPV6SUPPORT: 'true',
  }],
  ['a log level', { logSeverity: LogSeverity.WARNING }, { FELIX_LOGSEVERITYSCREEN: 'Warning' }],
  ['metrics', { metrics: { nodePort: 9091 } }, { FELIX_PROMETHEUSMETRICSENABLED: 'true', FELIX_PROMETHEUSMETRICSPORT: '9091' }],
  ['EKS', { platform: Platform.EKS }, {
    IP_AUTODETECTION_METHOD: 'can-reach=8.8.8.8',
    CALICO_IPV4POOL_IPIP: 'Never',
    CALICO_IPV4POOL_VXLAN: 'Always',
    CALICO_IPV6POOL_VXLAN: 'Always',
    CALICO_IPV4POOL_CIDR: '172.16.0.0/16',
    CALICO_IPV6POOL_CIDR: 'none',
  }],
])('tells calico-node of %s', (_, props, expected) => {
  expect(changedVariables(props)).toEqual(expected);
});

test('gives the CNI plugin families, log level and leave to forward', () => {
  expect(networkConfig({ pools: [{ cidr: V4 }, { cidr: V6 }] }).ipam).toEqual({ type: 'calico-ipam', assign_ipv4: 'true', assign_ipv6: 'true' });
  expect(networkConfig({ pools: [{ cidr: V6 }] }).ipam).toEqual({ type: 'calico-ipam', assign_ipv4: 'false', assign_ipv6: 'true' });
  expect(networkConfig({ logSeverity: LogSeverity.DEBUG }).log_level).toBe('debug');
  expect(networkConfig({ platform: Platform.K3S }).container_settings).toEqual({ allow_ip_forwarding: true });
});

test.each<[string, ManifestInstallProps, string]>([
  ['what the link leaves beside IP in IP', { mtu: Mtu.ofLink(1500) }, '1480'],
  ['what the link leaves beside VXLAN', { mtu: Mtu.ofLink(9001), encapsulation: Encapsulation.VXLAN }, '8951'],
  ['what the link leaves beside VXLAN over IPv6', { mtu: Mtu.ofLink(1500), pools: [{ cidr: V6, encapsulation: Encapsulation.VXLAN }] }, '1430'],
  ['what the link leaves beside WireGuard', { mtu: Mtu.ofLink(1500), wireguard: true }, '1440'],
  ['all of the link without encapsulation', { mtu: Mtu.ofLink(1500), encapsulation: Encapsulation.NONE }, '1500'],
  ['exactly what is given', { mtu: Mtu.of(1400), wireguard: true }, '1400'],
  ['nothing where Calico finds it', { mtu: Mtu.auto() }, '0'],
])('sets the MTU to %s', (_, props, expected) => {
  expect(find(props, 'ConfigMap', 'calico-config').data.veth_mtu).toBe(expected);
});

test('leaves the link to pods that something else networks, but for what that adds', () => {
  expect(networkConfig({ networking: ManifestNetworking.POLICY_ONLY, mtu: Mtu.ofLink(9000) }).mtu).toBe(9000);
  expect(find({ networking: ManifestNetworking.canal(), mtu: Mtu.ofLink(9000) }, 'ConfigMap', 'canal-config').data.veth_mtu).toBe('8950');
});

test('tells flannel what Canal is given', () => {
  const networking = ManifestNetworking.canal({ network: V4, interface: 'eth1', masquerade: false });
  const { data } = find({ networking }, 'ConfigMap', 'canal-config');
  expect([data.canal_iface, data.masquerade, JSON.parse(data['net-conf.json'])]).toEqual(['eth1', 'false', { Network: '10.10.0.0/16', Backend: { Type: 'vxlan' } }]);
});

test('takes images from where they are, by digest where digests are given', () => {
  const image = (props: ManifestInstallProps) => find(props, 'DaemonSet', 'calico-node').spec.template.spec.containers[0].image;
  const digest = `sha256:${'0'.repeat(64)}`;
  expect(image({ images: { registry: 'registry.example.com:5000/', path: 'mirror', prefix: 'calico-' } })).toBe('registry.example.com:5000/mirror/calico-node:v3.32.1');
  expect(image({ images: { digests: { 'calico/node': digest, 'calico/cni': digest, 'calico/kube-controllers': digest } } })).toBe(`quay.io/calico/node@${digest}`);
  expect(image({ fips: true })).toBe('quay.io/calico/node:v3.32.1-fips');
  expect(find({ images: { pullSecrets: ['registry'] } }, 'ServiceAccount', 'calico-node').imagePullSecrets).toEqual([{ name: 'registry' }]);
});

test('places and sizes the components as it is told', () => {
  const resources = { requests: { cpu: k8s.Quantity.fromString('1') } };
  const props: ManifestInstallProps = {
    typha: TyphaSize.forNodes(120),
    metrics: { typhaPort: 9093 },
    resources: { node: resources, typha: resources, kubeControllers: resources },
    controlPlaneTolerations: [{ key: 'infra', operator: 'Exists' }],
    controlPlaneNodeSelector: { role: 'infra' },
  };
  const typha = find(props, 'Deployment', 'calico-typha').spec;
  expect(typha.replicas).toBe(3);
  expect(typha.template.spec.containers[0].resources).toEqual({ requests: { cpu: '1' } });
  expect(typha.template.spec.containers[0].env).toEqual(expect.arrayContaining([
    { name: 'TYPHA_PROMETHEUSMETRICSENABLED', value: 'true' }, { name: 'TYPHA_PROMETHEUSMETRICSPORT', value: '9093' },
  ]));
  const controllers = find(props, 'Deployment', 'calico-kube-controllers').spec.template.spec;
  expect(controllers.nodeSelector).toEqual({ 'kubernetes.io/os': 'linux', 'role': 'infra' });
  expect(controllers.tolerations).toContainEqual({ key: 'infra', operator: 'Exists' });
  expect(find(props, 'DaemonSet', 'calico-node').spec.template.spec.containers[0].resources).toEqual({ requests: { cpu: '1' } });
});

test.each([[1, 1], [2, 1], [3, 2], [4, 2], [5, 3], [199, 3], [200, 3], [400, 4], [1000, 7], [3600, 20]])('sizes Typha for %d nodes as the operator does', (nodes, replicas) => {
  expect(TyphaSize.forNodes(nodes).replicas).toBe(replicas);
});

test('makes further pools and Felix\'s settings when their API is served', () => {
  const props: ManifestInstallProps = {
    api: CalicoApi.aggregated(CA),
    pools: [{ cidr: V4 }, { cidr: Cidr.parse('10.11.0.0/16'), encapsulation: Encapsulation.NONE }, { cidr: V6 }, { cidr: Cidr.parse('fd00:11::/48'), name: 'more' }],
    felix: { reportingInterval: undefined, iptablesMarkMask: 0xff000000 },
  };
  expect(objects(props, 'resources')).toEqual([
    {
      apiVersion: 'projectcalico.org/v3',
      kind: 'IPPool',
      metadata: { name: '10.11.0.0-16' },
      spec: { cidr: '10.11.0.0/16', ipipMode: 'Never', vxlanMode: 'Never', natOutgoing: true },
    },
    {
      apiVersion: 'projectcalico.org/v3',
      kind: 'IPPool',
      metadata: { name: 'more' },
      spec: { cidr: 'fd00:11::/48', ipipMode: 'Never', vxlanMode: 'Never', natOutgoing: false },
    },
    { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', metadata: { name: 'default' }, spec: { iptablesMarkMask: 0xff000000 } },
  ]);
});

test('records what it is made for, where that was said', () => {
  const { annotations } = find({ platform: Platform.KUBEADM, podCidrs: [V4, V6] }, 'DaemonSet', 'calico-node').metadata;
  expect(annotations).toEqual({ 'cdk8s-calico/platform': 'Kubeadm', 'cdk8s-calico/pod-cidrs': '10.10.0.0/16,fd00:10::/48' });
});

test('names its phases, and leaves out those without objects', () => {
  expect(install({}).phases.map(({ node }) => node.path)).toEqual(['calico/crds', 'calico/system']);
  expect(install({ crds: CrdSource.GIVEN }).phases.map(({ node }) => node.path)).toEqual(['calico/system']);
  expect(install({ networking: ManifestNetworking.canal() }).nodeName).toBe('canal');
  expect(install({}).nodeNamespace).toBe('kube-system');
});

test.each<[string, () => unknown, string]>([
  ['IP in IP without BGP', () => install({ bgp: false }),
    'calico: encapsulation IPIP needs BGP to tell nodes where pods are, and bgp is false: set bgp to true, take Encapsulation.VXLAN, or let Felix program the routes (felix.programClusterRoutes)'],
  ['IP in IP for IPv6', () => install({ pools: [{ cidr: V6, encapsulation: Encapsulation.IPIP }] }),
    'calico: pool default-ipv6-ippool is IPv6, and IP in IP carries IPv4 only: give it Encapsulation.VXLAN or Encapsulation.NONE'],
  ['detection of a family that no pool has', () => install({ ipv6Detection: NodeAddressDetection.firstFound() }),
    'calico: ipv6Detection is given, and no pool is IPv6: add an IPv6 pool, or leave ipv6Detection out'],
  ['detection of IPv4 for IPv6 alone', () => install({ pools: [{ cidr: V6 }], ipv4Detection: NodeAddressDetection.firstFound() }),
    'calico: ipv4Detection is given, and no pool is IPv4: add an IPv4 pool, or leave ipv4Detection out'],
  ['two pools of one name', () => install({ pools: [{ cidr: V4 }, { cidr: V6, name: 'default-ipv4-ippool' }] }),
    'calico: two pools are named default-ipv4-ippool: give one of them another name'],
  ['a name of its own for the pool that calico-node makes', () => install({ pools: [{ cidr: V4, name: 'pods' }] }),
    'calico: the first IPv4 pool is named pods, and calico-node, which makes it, names it default-ipv4-ippool: leave the name out'],
  ['a further pool without an API for it', () => install({ pools: [{ cidr: V4 }, { cidr: Cidr.parse('10.11.0.0/16') }] }),
    'calico: pool 10.11.0.0-16 needs projectcalico.org/v3, which nothing serves: take CalicoApi.aggregated or native, or leave it out and write it with calicoctl'],
  ['settings of Felix without an API for them', () => install({ felix: { routeRefreshInterval: undefined, bpfEnabled: true } }),
    'calico: felix needs projectcalico.org/v3, which nothing serves: take CalicoApi.aggregated or native, or leave it out and write it with calicoctl'],
  ['a setting of Felix twice', () => install({ wireguard: true, felix: { wireguardEnabled: false }, api: CalicoApi.aggregated(CA) }),
    'calico: felix.wireguardEnabled is given, and another option of the install sets it to true: leave one of them out'],
  ['the networking of a cloud', () => install({ platform: Platform.EKS_VPC_CNI }),
    'calico: EKS with the networking of AmazonVPC is for the operator only: take OperatorInstall'],
  ['OpenShift', () => install({ platform: Platform.OPENSHIFT }), 'calico: OpenShift is for the operator only: take OperatorInstall'],
  ['pools beside the networking of a cloud', () => install({ platform: Platform.GKE, pools: [] }),
    'calico: pools is given, and pods get their addresses and routes from the CNI plugin GKE, not from Calico: leave it out, or take a platform with Calico\'s own networking'],
  ['CRDs from an operator that isn\'t there', () => install({ crds: CrdSource.MANAGED_BY_OPERATOR }),
    'calico: crds is MANAGED_BY_OPERATOR, and manifests have no operator: take CrdSource.INCLUDED or GIVEN'],
  ['an endpoint that only the operator finds', () => install({ dataPlane: DataPlane.ebpfBootstrapped(KubeProxyHandling.KEPT) }),
    'calico: only the operator finds the Kubernetes API by itself: take DataPlane.ebpf with apiServerHost'],
  ['kube-proxy in the hands of an operator that isn\'t there', () => install({ dataPlane: DataPlane.ebpf({ apiServerHost: 'api', kubeProxy: KubeProxyHandling.MANAGED_BY_OPERATOR }) }),
    'calico: kubeProxy is MANAGED_BY_OPERATOR, and manifests have no operator: take KubeProxyHandling.REMOVED_BY_YOU or KEPT'],
  ['pools for Canal', () => install({ networking: ManifestNetworking.canal(), pools: [{ cidr: V4 }] }),
    'calico: pools is given, and with canal networking pods get their addresses and routes elsewhere: leave it out, or take ManifestNetworking.CALICO'],
  ['nftables for Canal', () => install({ networking: ManifestNetworking.canal(), dataPlane: DataPlane.NFTABLES }),
    'calico: the data plane is Nftables, and Canal works with iptables only: leave it out, or take ManifestNetworking.CALICO'],
  ['metrics of no Typha', () => install({ metrics: { typhaPort: 9093 } }), 'calico: metrics.typhaPort is given, and there is no Typha: add typha, or leave it out'],
  ['resources of no Typha', () => install({ resources: { typha: {} } }), 'calico: resources.typha is given, and there is no Typha: add typha, or leave it out'],
  ['resources of no API server', () => install({ resources: { apiServer: {} } }),
    'calico: resources.apiServer is given, and there is no API server of Calico\'s: take CalicoApi.aggregated, or leave it out'],
  ['a path in the registry', () => install({ images: { registry: 'example.com/calico' } }),
    'calico: "example.com/calico" is no registry: give its host, and its port where it needs one, such as "registry.example.com:5000"; what follows goes into images.path'],
  ['a digest that is none', () => install({ images: { digests: { 'calico/node': 'v3.32.1' } } }),
    'calico: "v3.32.1" of calico/node is no digest: it is "sha256:" and 64 hexadecimal digits'],
  ['an image without a digest among others', () => install({ images: { digests: {} } }),
    'calico: images.digests holds no digest of calico/cni, which the install uses: add it, or take all images by tag'],
  ['an endpoint with a scheme', () => DataPlane.ebpf({ apiServerHost: 'https://api.example.com' }),
    'DataPlane.ebpf: "https://api.example.com" is no host: give a name or an address, such as "api.example.com", without scheme, port and path'],
  ['an endpoint with a port in the host', () => DataPlane.ebpf({ apiServerHost: 'api.example.com:6443' }),
    'DataPlane.ebpf: "api.example.com:6443" is no host: give a name or an address, such as "api.example.com", without scheme, port and path'],
  ['a port out of range', () => DataPlane.ebpf({ apiServerHost: 'api', apiServerPort: 65536 }), 'DataPlane.ebpf: 65536 is no TCP port: it is a whole number from 1 to 65535'],
  ['an MTU below what IPv6 needs', () => Mtu.of(1000), 'Mtu.of: 1000 is no MTU: it is a whole number from 1280 to 65535'],
  ['a link that leaves too little', () => Mtu.ofLink(1300), 'Mtu.ofLink: 1300 is no MTU: it is a whole number from 1360 to 65535'],
  ['no nodes', () => TyphaSize.forNodes(0), 'TyphaSize.forNodes: 0 is no number of nodes: it is a whole number from 1'],
  ['no Typhas', () => TyphaSize.ofReplicas(0), 'TyphaSize.ofReplicas: 0 is no number of replicas: it is a whole number from 1'],
  ['a key for a certificate', () => CaSource.pem('-----BEGIN PRIVATE KEY-----\n'), 'CaSource.pem: the text is no certificate in PEM form: it begins with -----BEGIN CERTIFICATE-----'],
  ['a Certificate without a name', () => CaSource.certManager('kube-system', ''), 'CaSource.certManager: a name is empty: give the namespace and the name of a Certificate'],
  ['native CRDs on an old Kubernetes', () => CalicoApi.native('v1.33.4', CA),
    'CalicoApi.native: Kubernetes v1.33.4 can\'t serve projectcalico.org/v3 from CustomResourceDefinitions: they need mutating admission policies, which 1.34 is the first to serve; take Calico\'s API server'],
  ['a version that is none', () => CalicoApi.native('latest', CA), 'CalicoApi.native: "latest" is no version of Kubernetes: give one such as "1.34"'],
  ['an empty expression', () => NodeAddressDetection.interfaceMatching(''),
    'NodeAddressDetection.interfaceMatching: the expression is empty: it would match every interface; name some, such as "eth.*"'],
  ['no blocks', () => NodeAddressDetection.inCidrs(), 'NodeAddressDetection.inCidrs: no block is given: give at least one'],
])('rejects %s', (_, act, message) => {
  expect(act).toThrow(new Error(message));
});

test('lets Felix program routes without BGP', () => {
  const props: ManifestInstallProps = { bgp: false, felix: { programClusterRoutes: Toggle.ENABLED }, api: CalicoApi.aggregated(CA) };
  expect(find(props, 'ConfigMap', 'calico-config').data.calico_backend).toBe('vxlan');
});

test('serves mutating admission policies under the version that the cluster has', () => {
  const versions = (kubernetes: string) => new Set(objects({ api: CalicoApi.native(kubernetes, CA) }).filter(({ kind }) => kind.startsWith('Mutating')).map(({ apiVersion }) => apiVersion));
  expect(versions('1.34')).toEqual(new Set(['admissionregistration.k8s.io/v1beta1']));
  expect(versions('1.36+')).toEqual(new Set(['admissionregistration.k8s.io/v1']));
});

test('puts a certificate authority where the Kubernetes API looks for it', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  expect(find({ api: CalicoApi.aggregated(CaSource.pem(pem)) }, 'APIService', 'v3.projectcalico.org').spec.caBundle).toBe(Buffer.from(pem).toString('base64'));
});
