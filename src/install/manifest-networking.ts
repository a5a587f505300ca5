import { Cidr } from '../values/cidr';

/** What flannel does beside Calico. */
export interface CanalOptions {
  /** The network that the nodes' pod CIDRs are cut from: kubeadm's `podSubnet`. @default 10.244.0.0/16 */
  readonly network?: Cidr;

  /** The interface that flannel uses between nodes. @default - that of the default route */
  readonly interface?: string;

  /** Translate the source address of pods when they talk to addresses outside the network. @default true */
  readonly masquerade?: boolean;
}

/** Who gives pods addresses and routes. */
export class ManifestNetworking {
  /** Calico does both. */
  public static readonly CALICO = new ManifestNetworking('calico');

  /** Addresses come from the pod CIDR of each Node, and the platform routes those; Calico is there for policies. */
  public static readonly POLICY_ONLY = new ManifestNetworking('policy-only');

  /** Addresses come from the pod CIDR of each Node, and flannel carries packets between nodes in VXLAN; Calico is there for policies. */
  public static canal(options: CanalOptions = {}): ManifestNetworking {
    return new ManifestNetworking('canal', options);
  }

  private constructor(
    /** `calico`, `policy-only` or `canal`. */
    public readonly name: string,
    /** @internal */
    public readonly _canal?: CanalOptions,
  ) {}
}
