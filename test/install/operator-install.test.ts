import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import {
  Cidr, CrdSource, DataPlane, Encapsulation, KubeProxyHandling, LogSeverity, Mtu, NodeAddressDetection, OperatorApi, OperatorInstall,
  OperatorInstallProps, Platform, Toggle,
} from '../../src';

const V4 = { cidr: Cidr.parse('10.10.0.0/16') };
const V6 = { cidr: Cidr.parse('fd00:10::/48') };
const WINDOWS = { serviceCidrs: [Cidr.parse('10.96.0.0/12')], apiServerHost: 'api.example.com' };
const DIGEST = `sha256:${'a'.repeat(64)}`;

function install(props: OperatorInstallProps): OperatorInstall {
  return new OperatorInstall(new App(), 'calico', props);
}

function objects(props: OperatorInstallProps, phase: string): any[] {
  return install(props).phases.find(({ node }) => node.id === phase)?.apiObjects.map((object) => object.toJson()) ?? [];
}

function installation(props: OperatorInstallProps): any {
  return objects(props, 'custom-resources').find(({ kind }) => kind === 'Installation').spec;
}

function digests(...images: string[]): Record<string, string> {
  return Object.fromEntries(images.map((image) => [image, DIGEST]));
}

const NEEDED = ['tigera/operator', ...['node', 'cni', 'typha', 'kube-controllers', 'pod2daemon-flexvol', 'csi', 'node-driver-registrar', 'apiserver', 'goldmane', 'whisker', 'whisker-backend']
  .map((name) => `calico/${name}`)];

test.each<[string, OperatorInstallProps, object]>([
  ['nothing', {}, {}],
  ['EKS', { platform: Platform.EKS }, {
    kubernetesProvider: 'EKS',
    cni: { type: 'Calico', ipam: { type: 'Calico' } },
    calicoNetwork: {
      bgp: 'Disabled',
      nodeAddressAutodetectionV4: { canReach: '8.8.8.8' },
      ipPools: [{ name: 'default-ipv4-ippool', cidr: '172.16.0.0/16', encapsulation: 'VXLAN', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 }],
    },
  }],
  ['EKS with Amazon\'s networking', { platform: Platform.EKS_VPC_CNI }, {
    kubernetesProvider: 'EKS', cni: { type: 'AmazonVPC', ipam: { type: 'AmazonVPC' } }, calicoNetwork: { nodeAddressAutodetectionV4: { canReach: '8.8.8.8' } },
  }],
  ['GKE', { platform: Platform.GKE }, { kubernetesProvider: 'GKE', cni: { type: 'GKE', ipam: { type: 'HostLocal' } } }],
  ['AKS', { platform: Platform.AKS }, {
    kubernetesProvider: 'AKS',
    cni: { type: 'Calico', ipam: { type: 'Calico' } },
    calicoNetwork: {
      bgp: 'Disabled',
      ipPools: [{ name: 'default-ipv4-ippool', cidr: '192.168.0.0/16', encapsulation: 'VXLAN', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 }],
    },
  }],
  ['AKS with Azure\'s networking', { platform: Platform.AKS_AZURE_CNI }, { kubernetesProvider: 'AKS', cni: { type: 'AzureVNET', ipam: { type: 'AzureVNET' } } }],
  ['OpenShift', { platform: Platform.OPENSHIFT }, { kubernetesProvider: 'OpenShift', cni: { type: 'Calico', ipam: { type: 'Calico' } } }],
  ['k3s', { platform: Platform.K3S }, {
    calicoNetwork: {
      bgp: 'Disabled',
      containerIPForwarding: 'Enabled',
      ipPools: [{ name: 'default-ipv4-ippool', cidr: '10.42.0.0/16', encapsulation: 'VXLAN', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 }],
    },
  }],
  ['two families', { pools: [V4, V6], encapsulation: Encapsulation.VXLAN, bgp: false, mtu: Mtu.ofLink(1500) }, {
    calicoNetwork: {
      bgp: 'Disabled',
      mtu: 1430,
      nodeAddressAutodetectionV6: { firstFound: true },
      ipPools: [
        { name: 'default-ipv4-ippool', cidr: '10.10.0.0/16', encapsulation: 'VXLAN', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 },
        { name: 'default-ipv6-ippool', cidr: 'fd00:10::/48', encapsulation: 'VXLAN', natOutgoing: 'Disabled', nodeSelector: 'all()', blockSize: 122 },
      ],
    },
  }],
  ['several pools', { pools: [V4, { cidr: Cidr.parse('10.11.0.0/16'), disableBgpExport: true }, V6, { cidr: Cidr.parse('fd00:11:0:1::/64') }], bgp: true }, {
    calicoNetwork: {
      bgp: 'Enabled',
      nodeAddressAutodetectionV6: { firstFound: true },
      ipPools: [
        { name: 'default-ipv4-ippool', cidr: '10.10.0.0/16', encapsulation: 'IPIP', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 },
        { name: '10.11.0.0-16', cidr: '10.11.0.0/16', encapsulation: 'IPIP', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26, disableBGPExport: true },
        { name: 'default-ipv6-ippool', cidr: 'fd00:10::/48', encapsulation: 'None', natOutgoing: 'Disabled', nodeSelector: 'all()', blockSize: 122 },
        { name: 'fd00.11.0.1.0-64', cidr: 'fd00:11:0:1::/64', encapsulation: 'None', natOutgoing: 'Disabled', nodeSelector: 'all()', blockSize: 122 },
      ],
    },
  }],
  ['detection', { ipv4Detection: NodeAddressDetection.kubernetesInternalIp() }, { calicoNetwork: { nodeAddressAutodetectionV4: { kubernetes: 'NodeInternalIP' } } }],
  ['detection by interfaces', { ipv4Detection: NodeAddressDetection.interfaceNotMatching('docker.*') }, { calicoNetwork: { nodeAddressAutodetectionV4: { skipInterface: 'docker.*' } } }],
  ['nftables', { dataPlane: DataPlane.NFTABLES }, { calicoNetwork: { linuxDataplane: 'Nftables' } }],
  ['eBPF', { dataPlane: DataPlane.ebpf({ apiServerHost: 'api' }) }, { calicoNetwork: { linuxDataplane: 'BPF' } }],
  ['eBPF that finds its way', { dataPlane: DataPlane.ebpfBootstrapped() }, {
    calicoNetwork: { linuxDataplane: 'BPF', bpfNetworkBootstrap: 'Enabled', kubeProxyManagement: 'Enabled' },
  }],
  ['routes by Felix', { bgp: false, felix: { programClusterRoutes: Toggle.ENABLED } }, { calicoNetwork: { bgp: 'Disabled', clusterRoutingMode: 'Felix' } }],
  ['images', { images: { registry: 'registry.example.com', path: 'mirror', prefix: 'calico-', pullSecrets: ['registry'] } }, {
    registry: 'registry.example.com/', imagePath: 'mirror', imagePrefix: 'calico-', imagePullSecrets: [{ name: 'registry' }],
  }],
  ['FIPS, metrics and placement', {
    fips: true,
    metrics: { nodePort: 9091, typhaPort: 9093 },
    controlPlaneReplicas: 3,
    controlPlaneTolerations: [{ key: 'infra', operator: 'Exists' }],
    controlPlaneNodeSelector: { role: 'infra' },
    csiDriver: false,
  }, {
    fipsMode: 'Enabled',
    nodeMetricsPort: 9091,
    typhaMetricsPort: 9093,
    controlPlaneReplicas: 3,
    controlPlaneTolerations: [{ key: 'infra', operator: 'Exists' }],
    controlPlaneNodeSelector: { role: 'infra' },
    kubeletVolumePluginPath: 'None',
  }],
  ['log levels that the plugin has', { logSeverity: LogSeverity.WARNING }, { logging: { cni: { logSeverity: 'Warning' } } }],
  ['log levels below what the plugin has', { logSeverity: LogSeverity.TRACE }, { logging: { cni: { logSeverity: 'Debug' } } }],
  ['log levels above what the plugin has', { logSeverity: LogSeverity.FATAL }, { logging: { cni: { logSeverity: 'Error' } } }],
  ['log levels without a plugin', { logSeverity: LogSeverity.DEBUG, platform: Platform.GKE }, { kubernetesProvider: 'GKE', cni: { type: 'GKE', ipam: { type: 'HostLocal' } } }],
  ['Windows', { pools: [V4], encapsulation: Encapsulation.VXLAN, bgp: false, windows: { ...WINDOWS, vxlanAdapter: 'Ethernet' } }, {
    calicoNetwork: {
      bgp: 'Disabled',
      windowsDataplane: 'HNS',
      ipPools: [{ name: 'default-ipv4-ippool', cidr: '10.10.0.0/16', encapsulation: 'VXLAN', natOutgoing: 'Enabled', nodeSelector: 'all()', blockSize: 26 }],
    },
    serviceCIDRs: ['10.96.0.0/12'],
    windowsNodes: { vxlanAdapter: 'Ethernet' },
  }],
  ['CPU and memory', { resources: { node: cpu(), typha: cpu(), kubeControllers: cpu() } }, {
    calicoNodeDaemonSet: container('calico-node'), typhaDeployment: container('calico-typha'), calicoKubeControllersDeployment: container('calico-kube-controllers'),
  }],
])('writes an Installation for %s', (_, props, expected) => {
  expect(installation(props)).toEqual(expected);
});

function cpu(): k8s.ResourceRequirements {
  return { requests: { cpu: k8s.Quantity.fromString('1') } };
}

function container(name: string): object {
  return { spec: { template: { spec: { containers: [{ name, resources: { requests: { cpu: '1' } } }] } } } };
}

test('asks for the parts that are wanted', () => {
  const kinds = (props: OperatorInstallProps) => objects(props, 'custom-resources').map(({ kind }) => kind);
  expect(kinds({})).toEqual(['Installation', 'APIServer', 'Goldmane', 'Whisker']);
  expect(kinds({ whisker: false })).toEqual(['Installation', 'APIServer', 'Goldmane']);
  expect(kinds({ goldmane: false, api: OperatorApi.calicoctl() })).toEqual(['Installation']);
  expect(objects({ resources: { apiServer: cpu() } }, 'custom-resources')[1].spec).toEqual({ apiServerDeployment: container('calico-apiserver') });
});

test('names digests in the ImageSet that the operator looks for, and its own in its Deployment', () => {
  const props: OperatorInstallProps = { images: { digests: digests(...NEEDED) } };
  expect(objects(props, 'custom-resources')[0]).toEqual({
    apiVersion: 'operator.tigera.io/v1',
    kind: 'ImageSet',
    metadata: { name: 'calico-v3.32.1' },
    spec: { images: NEEDED.slice(1).sort().map((image) => ({ image, digest: DIGEST })) },
  });
  expect(operator(props).containers[0].image).toBe(`quay.io/tigera/operator@${DIGEST}`);
});

function operator(props: OperatorInstallProps): any {
  return objects(props, 'operator').find(({ kind }) => kind === 'Deployment').spec.template.spec;
}

test('tells the operator who makes the CRDs, and which API group is meant', () => {
  expect(operator({}).containers[0].args).toEqual(['-manage-crds=false']);
  expect(operator({ crds: CrdSource.MANAGED_BY_OPERATOR }).containers[0].args).toEqual(['-manage-crds=true']);
  expect(operator({ api: OperatorApi.native('1.35') }).containers[0].env).toContainEqual({ name: 'CALICO_API_GROUP', value: 'projectcalico.org/v3' });
  expect(operator({ platform: Platform.OPENSHIFT, crds: CrdSource.MANAGED_BY_OPERATOR }).initContainers.map(({ args }: any) => args)).toEqual([['-bootstrap-crds']]);
  expect(operator({ platform: Platform.OPENSHIFT }).initContainers).toBeUndefined();
});

test('brings every kind that the operator watches', () => {
  const names = (props: OperatorInstallProps) => objects(props, 'crds').map(({ metadata }) => metadata.name);
  expect(names({}).filter((name) => name.endsWith('.operator.tigera.io')).sort()).toEqual([
    'apiservers', 'gatewayapis', 'goldmanes', 'imagesets', 'installations', 'istios', 'managementclusterconnections', 'tigerastatuses', 'whiskers',
  ].map((plural) => `${plural}.operator.tigera.io`));
  expect(names({}).filter((name) => name.endsWith('.crd.projectcalico.org'))).toHaveLength(22);
  expect(names({ api: OperatorApi.native('1.34') }).filter((name) => name.endsWith('s.projectcalico.org'))).toHaveLength(22);
});

test('leads eBPF and Windows to the Kubernetes API', () => {
  const endpoint = (props: OperatorInstallProps) => objects(props, 'operator').find(({ kind }) => kind === 'ConfigMap');
  const expected = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'kubernetes-services-endpoint', namespace: 'tigera-operator' },
    data: { KUBERNETES_SERVICE_HOST: 'api.example.com', KUBERNETES_SERVICE_PORT: '6443' },
  };
  expect(endpoint({ dataPlane: DataPlane.ebpf({ apiServerHost: 'api.example.com' }) })).toEqual(expected);
  expect(endpoint({ pools: [V4], encapsulation: Encapsulation.VXLAN, windows: WINDOWS })).toEqual(expected);
  expect(endpoint({ dataPlane: DataPlane.ebpfBootstrapped() })).toBeUndefined();
});

test('prepares the namespace for OpenShift', () => {
  expect(objects({ platform: Platform.OPENSHIFT }, 'operator')[0].metadata).toEqual({
    name: 'tigera-operator',
    labels: { 'name': 'tigera-operator', 'openshift.io/run-level': '0', 'pod-security.kubernetes.io/enforce': 'privileged' },
    annotations: { 'openshift.io/node-selector': '' },
  });
});

test('sets Felix when Calico\'s API is there', () => {
  const props: OperatorInstallProps = {
    wireguard: true, dataPlane: DataPlane.ebpf({ apiServerHost: 'api', kubeProxy: KubeProxyHandling.KEPT }), felix: { iptablesMarkMask: 0xff000000 },
  };
  expect(objects(props, 'resources')).toEqual([{
    apiVersion: 'projectcalico.org/v3',
    kind: 'FelixConfiguration',
    metadata: { name: 'default' },
    spec: { wireguardEnabled: true, bpfKubeProxyIptablesCleanupEnabled: false, iptablesMarkMask: 0xff000000 },
  }]);
});

test('names its phases, and where calico-node is', () => {
  const { phases, nodeName, nodeNamespace } = install({ felix: { bpfEnabled: true } });
  expect(phases.map(({ node }) => node.path)).toEqual(['calico/crds', 'calico/operator', 'calico/custom-resources', 'calico/resources']);
  expect([nodeNamespace, nodeName]).toEqual(['calico-system', 'calico-node']);
  expect(install({ crds: CrdSource.GIVEN }).phases.map(({ node }) => node.id)).toEqual(['operator', 'custom-resources']);
});

test.each<[string, OperatorInstallProps, string]>([
  ['an encapsulation without pools to say it of', { encapsulation: Encapsulation.VXLAN },
    'calico: encapsulation is VXLAN, and no pools are given: the operator makes pools of its own with IPIP; give the pools'],
  ['more pools than an Installation holds', { pools: Array.from({ length: 26 }, (_, index) => ({ cidr: Cidr.parse(`10.${index}.0.0/16`) })) },
    'calico: 26 pools are given, and an Installation holds at most 25: make the others IpPools, with names of their own'],
  ['Windows without the addresses of Services', { windows: { ...WINDOWS, serviceCidrs: [] } },
    'calico: windows.serviceCidrs is empty, and Windows nodes have to know the addresses of Services: give the API server\'s service-cluster-ip-range'],
  ['Windows with IP in IP', { windows: WINDOWS },
    'calico: the IPv4 pool has encapsulation IPIP, and Windows nodes know VXLAN and none only: take Encapsulation.VXLAN or NONE'],
  ['Windows without kube-proxy', { windows: WINDOWS, pools: [V4], encapsulation: Encapsulation.VXLAN, dataPlane: DataPlane.ebpf({ apiServerHost: 'api.example.com', kubeProxy: KubeProxyHandling.MANAGED_BY_OPERATOR }) },
    'calico: kubeProxy is MANAGED_BY_OPERATOR, and Windows nodes need kube-proxy: take KubeProxyHandling.KEPT or REMOVED_BY_YOU, which is for Linux nodes'],
  ['two endpoints', { windows: WINDOWS, pools: [V4], encapsulation: Encapsulation.VXLAN, dataPlane: DataPlane.ebpf({ apiServerHost: 'other' }) },
    'calico: eBPF reaches the Kubernetes API at other:6443, Windows at api.example.com:6443: there is one endpoint for all nodes, so give the same'],
  ['an endpoint beside eBPF that finds its way', { windows: WINDOWS, pools: [V4], encapsulation: Encapsulation.VXLAN, dataPlane: DataPlane.ebpfBootstrapped(KubeProxyHandling.KEPT) },
    'calico: windows gives an endpoint of the Kubernetes API, and with one the operator doesn\'t find it by itself: take DataPlane.ebpf in place of ebpfBootstrapped'],
  ['Whisker without Goldmane', { whisker: true, goldmane: false }, 'calico: whisker is true and goldmane false, and Whisker shows what Goldmane collects: take both, or neither'],
  ['no replicas', { controlPlaneReplicas: 0 }, 'calico: controlPlaneReplicas is 0: it is a whole number from 1'],
  ['WireGuard without an API for it', { api: OperatorApi.calicoctl(), wireguard: true },
    'calico: Felix\'s setting wireguardEnabled needs projectcalico.org/v3, which nothing serves: take OperatorApi.aggregated or native, or leave it out'],
  ['resources of no API server', { api: OperatorApi.calicoctl(), resources: { apiServer: {} } },
    'calico: resources.apiServer needs projectcalico.org/v3, which nothing serves: take OperatorApi.aggregated or native, or leave it out'],
  ['a digest of an image that the operator doesn\'t know', { images: { digests: digests(...NEEDED, 'calico/flannel') } },
    'calico: images.digests holds calico/flannel, which the operator doesn\'t know, and with it refuses all: leave it out'],
  ['digests without one that it needs', { images: { digests: digests(...NEEDED.filter((image) => image !== 'calico/whisker')) } },
    'calico: images.digests holds no digest of calico/whisker, which the install uses: add it, or take all images by tag'],
])('rejects %s', (_, props, message) => {
  expect(() => install(props)).toThrow(new Error(message));
});
