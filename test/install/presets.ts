import { Cidr, DataPlane, Encapsulation, KubeProxyHandling, OperatorApi, OperatorInstallProps, Platform } from '../../src';

const PODS = { cidr: Cidr.parse('10.244.0.0/16') };
const PODS_V6 = { cidr: Cidr.parse('fd00:10:244::/56') };

/** Installs by the operator as users of each platform have them. */
export const PRESETS: Readonly<Record<string, OperatorInstallProps>> = {
  'no options': {},
  'kubeadm with VXLAN': { platform: Platform.KUBEADM, pools: [PODS], encapsulation: Encapsulation.VXLAN, bgp: false, podCidrs: [PODS.cidr] },
  'kubeadm with nftables and WireGuard': { platform: Platform.KUBEADM, dataPlane: DataPlane.NFTABLES, wireguard: true },
  'EKS with eBPF': { platform: Platform.EKS, dataPlane: DataPlane.ebpf({ apiServerHost: 'cluster.eks.example.com', apiServerPort: 443 }) },
  'EKS with Amazon\'s networking': { platform: Platform.EKS_VPC_CNI },
  'GKE': { platform: Platform.GKE },
  'AKS': { platform: Platform.AKS },
  'AKS with Azure\'s networking': { platform: Platform.AKS_AZURE_CNI },
  'OpenShift': { platform: Platform.OPENSHIFT, dataPlane: DataPlane.ebpf({ apiServerHost: 'api.example.com' }) },
  'k3s': { platform: Platform.K3S },
  'RKE2': { platform: Platform.RKE2 },
  'kind with eBPF that finds its way': { platform: Platform.KIND, dataPlane: DataPlane.ebpfBootstrapped() },
  'two families, natively served': {
    pools: [PODS, PODS_V6], api: OperatorApi.native('1.34'), wireguard: true, dataPlane: DataPlane.ebpf({ apiServerHost: '10.0.0.1', kubeProxy: KubeProxyHandling.KEPT }),
  },
  'Windows': {
    pools: [PODS], encapsulation: Encapsulation.VXLAN, bgp: false, windows: { serviceCidrs: [Cidr.parse('10.96.0.0/12')], apiServerHost: '10.0.0.1' },
  },
};
