import { objectAt, textAt } from './install-objects';
import { isObject, JsonObject, Manifest } from '../../manifests';

/** An Installation with the defaults that the operator fills in before it checks (tigera operator core_controller.go, fillDefaults). */
export interface ReadInstallation {
  readonly manifest: Manifest;
  readonly spec: JsonObject;
  readonly network: JsonObject;
  readonly provider: string;
  readonly cni: string;
  readonly ipam: string;
  readonly bgp: boolean;
  readonly felixRoutes: boolean;
  readonly dataPlane: string;
  readonly windows: boolean;
  readonly pools: readonly InstalledPool[];
}

/** A pool of an Installation. */
export interface InstalledPool {
  readonly index: number;
  readonly fields: JsonObject;
  readonly cidr: string;
  readonly isIpv6: boolean;
  readonly encapsulation: string;
}

const CNI_OF: Readonly<Record<string, string>> = { AKS: 'AzureVNET', EKS: 'AmazonVPC', GKE: 'GKE' };
const IPAM_OF: Readonly<Record<string, string>> = { AzureVNET: 'AzureVNET', AmazonVPC: 'AmazonVPC', GKE: 'HostLocal' };

/** Reads an Installation; what isn't of the right type counts as not said, which the API server refuses by itself. */
export function readInstallation(manifest: Manifest): ReadInstallation {
  const { spec } = manifest;
  const network = objectAt(spec, 'calicoNetwork');
  const provider = textAt(spec, 'kubernetesProvider') ?? '';
  const cni = textAt(objectAt(spec, 'cni'), 'type') ?? CNI_OF[provider] ?? 'Calico';
  const pools = Array.isArray(network.ipPools) ? network.ipPools : [];
  return {
    manifest,
    spec,
    network,
    provider,
    cni,
    ipam: textAt(objectAt(spec, 'cni', 'ipam'), 'type') ?? IPAM_OF[cni] ?? 'Calico',
    bgp: network.bgp === undefined ? cni === 'Calico' && provider !== 'EKS' : network.bgp === 'Enabled',
    felixRoutes: network.clusterRoutingMode === 'Felix',
    dataPlane: textAt(network, 'linuxDataplane') ?? 'Iptables',
    windows: network.windowsDataplane === 'HNS',
    pools: pools.flatMap((fields, index) => isObject(fields) ? readPool(fields, index, cni) : []),
  };
}

function readPool(fields: JsonObject, index: number, cni: string): InstalledPool {
  const cidr = textAt(fields, 'cidr') ?? '';
  const isIpv6 = cidr.includes(':');
  return { index, fields, cidr, isIpv6, encapsulation: textAt(fields, 'encapsulation') ?? (cni === 'Calico' && !isIpv6 ? 'IPIP' : 'None') };
}

/** True for IP in IP, at least between subnets. */
export function isIpip(encapsulation: string): boolean {
  return encapsulation === 'IPIP' || encapsulation === 'IPIPCrossSubnet';
}

/** True for VXLAN, at least between subnets. */
export function isVxlan(encapsulation: string): boolean {
  return encapsulation === 'VXLAN' || encapsulation === 'VXLANCrossSubnet';
}
