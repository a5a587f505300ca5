/** What becomes of kube-proxy where eBPF takes over Services. */
export enum KubeProxyHandling {
  /** You remove kube-proxy, before or after; until then both work, and eBPF's rules win. */
  REMOVED_BY_YOU = 'RemovedByYou',
  /** The operator stops kube-proxy, and starts it again where eBPF goes. Not where the platform manages kube-proxy, as OpenShift does. */
  MANAGED_BY_OPERATOR = 'ManagedByOperator',
  /** kube-proxy goes on, and Felix leaves its rules alone instead of removing them over and over. */
  KEPT = 'Kept',
}

/** Where nodes reach the Kubernetes API without kube-proxy. */
export interface EbpfOptions {
  /** Name or address of the API server that is reachable from every node without Services: a load balancer, never the address of the Service. */
  readonly apiServerHost: string;

  /** Its TCP port. @default 6443 */
  readonly apiServerPort?: number;

  /** What becomes of kube-proxy. @default KubeProxyHandling.REMOVED_BY_YOU */
  readonly kubeProxy?: KubeProxyHandling;
}

/** What programs the kernel of Linux nodes. */
export class DataPlane {
  /** iptables: Calico's default. kube-proxy in its mode iptables or ipvs. */
  public static readonly IPTABLES = new DataPlane('Iptables');

  /** nftables: Linux 5.13 or later, and kube-proxy in its mode nftables. The operator lets Calico follow kube-proxy until that is so. */
  public static readonly NFTABLES = new DataPlane('Nftables');

  /**
   * eBPF, which also takes the place of kube-proxy. Nodes then need an address of the Kubernetes API that works without kube-proxy.
   *
   * @throws where the host is empty or holds a scheme, port or path, or the port is none
   */
  public static ebpf(options: EbpfOptions): DataPlane {
    const { apiServerHost, apiServerPort = 6443, kubeProxy = KubeProxyHandling.REMOVED_BY_YOU } = options;
    if (!/^[A-Za-z0-9._:-]+$/.test(apiServerHost) || /^[^:]*:[^:]*$/.test(apiServerHost)) {
      throw new Error(`DataPlane.ebpf: ${JSON.stringify(apiServerHost)} is no host: give a name or an address, such as "api.example.com", without scheme, port and path`);
    }
    if (!Number.isInteger(apiServerPort) || apiServerPort < 1 || apiServerPort > 65535) {
      throw new Error(`DataPlane.ebpf: ${apiServerPort} is no TCP port: it is a whole number from 1 to 65535`);
    }
    return new DataPlane('BPF', { host: apiServerHost, port: apiServerPort }, kubeProxy);
  }

  /** eBPF where the operator finds the Kubernetes API by itself, from the EndpointSlices of the Service `kubernetes`. Operator only. */
  public static ebpfBootstrapped(kubeProxy: KubeProxyHandling = KubeProxyHandling.MANAGED_BY_OPERATOR): DataPlane {
    return new DataPlane('BPF', undefined, kubeProxy);
  }

  private constructor(
    /** The operator's word for it: `Iptables`, `Nftables` or `BPF`. */
    public readonly name: string,
    /** @internal */
    public readonly _apiServer?: ApiEndpoint,
    /** @internal */
    public readonly _kubeProxy?: KubeProxyHandling,
  ) {}

  /** Whether it is eBPF. */
  public get isEbpf(): boolean {
    return this.name === 'BPF';
  }
}

/** Where the Kubernetes API listens. */
export interface ApiEndpoint {
  readonly host: string;
  readonly port: number;
}
