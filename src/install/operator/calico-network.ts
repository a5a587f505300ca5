import { OperatorSettings } from './operator-settings';
import { CalicoNetworkSpec, InstallationIpPoolSpec, NodeAddressAutodetectionSpec } from '../../resources';
import { IpFamily } from '../../values/ip-family';
import { Toggle } from '../../values/toggle';
import { withoutUndefined } from '../../values/without-undefined';
import { KubeProxyHandling } from '../data-plane';
import { SettledPool } from '../install-settings';
import { NodeAddressDetection } from '../node-address-detection';

/** How pods are networked, as the Installation says it. */
export function calicoNetwork(settings: OperatorSettings): CalicoNetworkSpec {
  const { facts, options, dataPlane, endpoint, ipv4Detection, mtu, pools, windows } = settings;
  const saysBgp = facts.cni === 'Calico' && (options.bgp !== undefined || !facts.bgp);
  const ebpf = dataPlane.isEbpf;
  return withoutUndefined<CalicoNetworkSpec>({
    bgp: saysBgp ? (settings.bgp ? Toggle.ENABLED : Toggle.DISABLED) : undefined,
    linuxDataplane: options.dataPlane?.name,
    windowsDataplane: windows && 'HNS',
    bpfNetworkBootstrap: ebpf && endpoint === undefined ? Toggle.ENABLED : undefined,
    kubeProxyManagement: dataPlane._kubeProxy === KubeProxyHandling.MANAGED_BY_OPERATOR ? Toggle.ENABLED : undefined,
    clusterRoutingMode: options.felix?.programClusterRoutes === Toggle.ENABLED ? 'Felix' : undefined,
    containerIPForwarding: settings.ipForwarding ? Toggle.ENABLED : undefined,
    mtu,
    nodeAddressAutodetectionV4: autodetection(ipv4Detection),
    nodeAddressAutodetectionV6: autodetection(settings.ipv6 ? settings.ipv6Detection ?? NodeAddressDetection.firstFound() : undefined),
    ipPools: pools?.map(poolSpec),
  });
}

function autodetection(detection: NodeAddressDetection | undefined): NodeAddressAutodetectionSpec | undefined {
  return detection?._toInstallation();
}

/** Says what the operator would choose, too: what a pool is can't be changed later. */
function poolSpec(pool: SettledPool): InstallationIpPoolSpec {
  const { name, cidr, family, encapsulation, natOutgoing = family === IpFamily.IPV4 } = pool;
  return withoutUndefined<InstallationIpPoolSpec>({
    name,
    cidr: cidr.toString(),
    encapsulation,
    natOutgoing: natOutgoing ? Toggle.ENABLED : Toggle.DISABLED,
    nodeSelector: pool.nodeSelector?._toManifest() ?? 'all()',
    blockSize: pool.blockSize ?? (family === IpFamily.IPV4 ? 26 : 122),
    disableBGPExport: pool.disableBgpExport,
  }) as InstallationIpPoolSpec;
}
