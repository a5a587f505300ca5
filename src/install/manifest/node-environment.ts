import { k8s } from 'cdk8s-plus-27';
import { fromConfigMap, fromPod, variable } from './environment';
import { ManifestSettings } from './manifest-settings';
import { IpFamily } from '../../values/ip-family';
import { Encapsulation, ipipModeOf, isIpip, vxlanModeOf } from '../encapsulation';
import { SettledPool } from '../install-settings';

/** What calico-node, and through it Felix, is told. Later variables don't override earlier ones: each name is there once. */
export function nodeEnvironment(settings: ManifestSettings): k8s.EnvVar[] {
  const { networking, names } = settings;
  return [
    ...kubernetesApi(settings),
    ...(networking.name === 'calico' ? [] : [variable('USE_POD_CIDR', true)]),
    ...(settings.typha ? [fromConfigMap('FELIX_TYPHAK8SSERVICENAME', names.configMap, 'typha_service_name')] : []),
    variable('DATASTORE_TYPE', 'kubernetes'),
    variable('WAIT_FOR_DATASTORE', true),
    fromPod('NODENAME', 'spec.nodeName'),
    ...networkVariables(settings),
    variable('CALICO_DISABLE_FILE_LOGGING', true),
    variable('FELIX_DEFAULTENDPOINTTOHOSTACTION', 'ACCEPT'),
    variable('FELIX_IPV6SUPPORT', settings.ipv6),
    variable('FELIX_HEALTHENABLED', true),
    ...felixVariables(settings),
  ];
}

/** The endpoint of the Kubernetes API, for what starts before or without kube-proxy. */
export function kubernetesApi({ apiServer, names: { configMap } }: ManifestSettings): k8s.EnvVar[] {
  return apiServer === undefined ? [] : [
    fromConfigMap('KUBERNETES_SERVICE_HOST', configMap, 'kubernetes_service_host'),
    fromConfigMap('KUBERNETES_SERVICE_PORT', configMap, 'kubernetes_service_port'),
  ];
}

function networkVariables(settings: ManifestSettings): k8s.EnvVar[] {
  switch (settings.networking.name) {
    case 'policy-only': return [
      variable('CALICO_NETWORKING_BACKEND', 'none'),
      variable('CLUSTER_TYPE', 'k8s'),
      variable('CALICO_MANAGE_CNI', false),
    ];
    case 'canal': return [
      fromPod('CALICO_CNI_SERVICE_ACCOUNT', 'spec.serviceAccountName'),
      variable('CALICO_NETWORKING_BACKEND', 'none'),
      variable('CLUSTER_TYPE', 'k8s,canal'),
      variable('FELIX_IPTABLESREFRESHINTERVAL', 60),
      variable('IP', ''),
    ];
    default: return [
      fromConfigMap('CALICO_NETWORKING_BACKEND', settings.names.configMap, 'calico_backend'),
      variable('CLUSTER_TYPE', 'k8s,bgp'),
      ...addressVariables(settings),
      ...poolVariables(settings),
      ...['FELIX_IPINIPMTU', 'FELIX_VXLANMTU', 'FELIX_WIREGUARDMTU'].map((name) => fromConfigMap(name, settings.names.configMap, 'veth_mtu')),
    ];
  }
}

function addressVariables({ ipv4, ipv6, bgp, ipv4Detection, ipv6Detection }: ManifestSettings): k8s.EnvVar[] {
  return [
    variable('IP', ipv4 ? 'autodetect' : 'none'),
    ...(ipv4Detection ? [variable('IP_AUTODETECTION_METHOD', ipv4Detection.method)] : []),
    ...(ipv6 ? [variable('IP6', 'autodetect')] : []),
    ...(ipv6Detection ? [variable('IP6_AUTODETECTION_METHOD', ipv6Detection.method)] : []),
    // BGP identifies a router by 32 bits: without an IPv4 address they are made from the node's name.
    ...(bgp && !ipv4 ? [variable('CALICO_ROUTER_ID', 'hash')] : []),
  ];
}

/** The first pool of each family, which calico-node makes when it starts for the first time (node/pkg/lifecycle/startup, configureIPPools). */
function poolVariables({ pools, encapsulation }: ManifestSettings): k8s.EnvVar[] {
  const v4 = pools?.find(({ family }) => family === IpFamily.IPV4);
  const v6 = pools?.find(({ family }) => family === IpFamily.IPV6);
  const v4Mode = v4?.encapsulation ?? encapsulation;
  const v6Mode = v6?.encapsulation ?? (isIpip(encapsulation) ? Encapsulation.NONE : encapsulation);
  const modes = [
    variable('CALICO_IPV4POOL_IPIP', ipipModeOf(v4Mode)),
    variable('CALICO_IPV4POOL_VXLAN', vxlanModeOf(v4Mode)),
    variable('CALICO_IPV6POOL_VXLAN', vxlanModeOf(v6Mode)),
  ];
  if (pools === undefined) {
    return modes;
  }
  if (pools.length === 0) {
    return [variable('NO_DEFAULT_POOLS', true)];
  }
  return [...modes, ...poolOf(4, v4), ...poolOf(6, v6)];
}

function poolOf(version: 4 | 6, pool: SettledPool | undefined): k8s.EnvVar[] {
  const name = (part: string) => `CALICO_IPV${version}POOL_${part}`;
  return [
    variable(name('CIDR'), pool?.cidr.toString() ?? 'none'),
    ...optional(name('BLOCK_SIZE'), pool?.blockSize),
    ...optional(name('NAT_OUTGOING'), pool?.natOutgoing),
    ...optional(name('NODE_SELECTOR'), pool?.nodeSelector?._toManifest()),
    ...optional(name('DISABLE_BGP_EXPORT'), pool?.disableBgpExport),
  ];
}

function felixVariables({ dataPlane, impliedFelix, metrics }: ManifestSettings): k8s.EnvVar[] {
  return [
    ...(dataPlane.isEbpf ? [variable('FELIX_BPFENABLED', true)] : []),
    ...(dataPlane.name === 'Nftables' ? [variable('FELIX_NFTABLESMODE', 'Enabled')] : []),
    // Felix reads its settings from variables of their names in capitals (felix/config, envparams).
    ...Object.entries(impliedFelix).map(([name, value]) => variable(`FELIX_${name.toUpperCase()}`, String(value))),
    ...(metrics.nodePort === undefined ? [] : [
      variable('FELIX_PROMETHEUSMETRICSENABLED', true),
      variable('FELIX_PROMETHEUSMETRICSPORT', metrics.nodePort),
    ]),
  ];
}

function optional(name: string, value: string | number | boolean | undefined): k8s.EnvVar[] {
  return value === undefined ? [] : [variable(name, value)];
}
