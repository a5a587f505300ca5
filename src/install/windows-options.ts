import { Cidr } from '../values/cidr';

/** Calico on the cluster's Windows nodes. */
export interface WindowsOptions {
  /** The cluster IPs of Services: the API server's `service-cluster-ip-range`. */
  readonly serviceCidrs: Cidr[];

  /** Name or address of the Kubernetes API that is reachable from every node without Services. */
  readonly apiServerHost: string;

  /** Its TCP port. @default 6443 */
  readonly apiServerPort?: number;

  /** Name of the network adapter that VXLAN uses. @default - that of the default route */
  readonly vxlanAdapter?: string;
}
