import { Encapsulation } from './encapsulation';
import { Cidr } from '../values/cidr';

/** What a platform asks of an install. */
export interface PlatformFacts {
  /** The operator's word for the platform; undefined where it has none, or finds it by itself. */
  readonly provider?: string;
  /** The CNI plugin and its address management, in the operator's words. */
  readonly cni: 'Calico' | 'AmazonVPC' | 'AzureVNET' | 'GKE';
  readonly ipam: 'Calico' | 'AmazonVPC' | 'AzureVNET' | 'HostLocal';
  readonly encapsulation: Encapsulation;
  readonly bgp: boolean;
  /** Pods' network where the platform has it by default: the pool where none is given. */
  readonly podCidr?: string;
  /** Whether containers may forward packets: k3s needs it. */
  readonly ipForwarding?: boolean;
  /** Name of an address that must be reachable over the interface of the node's address. */
  readonly detectByReaching?: string;
}

const ROUTED = { cni: 'Calico', ipam: 'Calico', encapsulation: Encapsulation.IPIP, bgp: true } as const;
const VXLAN = { cni: 'Calico', ipam: 'Calico', encapsulation: Encapsulation.VXLAN, bgp: false } as const;

/** Where the cluster runs: gives the options of an install the defaults that work there. Options that are given stay as they are. */
export class Platform {
  /** Any cluster that none of the others describes: Calico's own defaults. */
  public static readonly GENERIC = new Platform('Generic', ROUTED);

  /** A cluster made by kubeadm. Calico reads its `podSubnet` where no pool is given; pools must lie in it. */
  public static readonly KUBEADM = new Platform('Kubeadm', ROUTED);

  /** EKS with Calico's networking: VXLAN, no BGP, pool 172.16.0.0/16. Remove the DaemonSet `aws-node` before nodes join. */
  public static readonly EKS = new Platform('EKS', { ...VXLAN, provider: 'EKS', podCidr: '172.16.0.0/16', detectByReaching: '8.8.8.8' });

  /** EKS with the networking of Amazon's VPC plugin, and Calico for policies only. Set `ANNOTATE_POD_IP` on `aws-node`. Operator only. */
  public static readonly EKS_VPC_CNI = new Platform('EKS', {
    provider: 'EKS', cni: 'AmazonVPC', ipam: 'AmazonVPC', encapsulation: Encapsulation.NONE, bgp: false, detectByReaching: '8.8.8.8',
  });

  /** GKE with Google's networking, and Calico for policies only. Operator only. */
  public static readonly GKE = new Platform('GKE', { provider: 'GKE', cni: 'GKE', ipam: 'HostLocal', encapsulation: Encapsulation.NONE, bgp: false });

  /** AKS without a CNI plugin of its own (`--network-plugin none`) and with Calico's networking: VXLAN, as Azure drops IP in IP. */
  public static readonly AKS = new Platform('AKS', { ...VXLAN, provider: 'AKS', podCidr: '192.168.0.0/16' });

  /** AKS with Azure's networking, and Calico for policies only. Operator only. */
  public static readonly AKS_AZURE_CNI = new Platform('AKS', {
    provider: 'AKS', cni: 'AzureVNET', ipam: 'AzureVNET', encapsulation: Encapsulation.NONE, bgp: false,
  });

  /** OpenShift. Calico reads its `clusterNetwork` where no pool is given; pools must lie in it. Operator only. */
  public static readonly OPENSHIFT = new Platform('OpenShift', { ...ROUTED, provider: 'OpenShift' });

  /** k3s, started with `--flannel-backend=none --disable-network-policy`: pool 10.42.0.0/16, its `cluster-cidr`, and VXLAN. */
  public static readonly K3S = new Platform('K3s', { ...VXLAN, podCidr: '10.42.0.0/16', ipForwarding: true });

  /** RKE2, started with `cni: none`: pool 10.42.0.0/16, its `cluster-cidr`, and VXLAN. */
  public static readonly RKE2 = new Platform('RKE2', { ...VXLAN, provider: 'RKE2', podCidr: '10.42.0.0/16' });

  /** kind, with `disableDefaultCNI: true`: pool 10.244.0.0/16, its `podSubnet`, and VXLAN. */
  public static readonly KIND = new Platform('Kind', { ...VXLAN, provider: 'Kind', podCidr: '10.244.0.0/16' });

  private constructor(
    /** The name that findings use. */
    public readonly name: string,
    /** @internal */
    public readonly _facts: PlatformFacts,
  ) {}

  /** The pool that the install makes where none is given; undefined where Calico asks the cluster, or makes none. */
  public get defaultPoolCidr(): Cidr | undefined {
    return this._facts.podCidr === undefined ? undefined : Cidr.parse(this._facts.podCidr);
  }
}
