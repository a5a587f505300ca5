// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The range, who may get addresses of it, and how packets travel between nodes.
 */
export interface IpPoolSpec {
  /**
   * What the addresses are for: `Workload` (pods), `Tunnel` (tunnel devices of nodes), or `LoadBalancer` (Services) by itself.
   *
   * @default - `Workload` and `Tunnel`
   */
  readonly allowedUses?: string[];
  /**
   * `Automatic` gives addresses to whoever the pool allows. `Manual` gives them only on demand: a pod or Service has to name the pool or the
   * address.
   *
   * @default "Automatic"
   */
  readonly assignmentMode?: string;
  /**
   * Prefix length of the blocks that nodes take from the pool: 20 to 32 for IPv4, 116 to 128 for IPv6, and no shorter than the pool's own. It
   * can't be changed later.
   *
   * @default - 26 for IPv4, 122 for IPv6
   */
  readonly blockSize?: number;
  /**
   * The range, in canonical form such as `192.168.0.0/16`. It can't be changed later, and must not overlap another pool.
   */
  readonly cidr: string;
  /**
   * With true, routes to the pool's blocks aren't sent to BGP peers.
   *
   * @default false
   */
  readonly disableBGPExport?: boolean;
  /**
   * With true, no new addresses are given from the pool; addresses in use stay.
   *
   * @default false
   */
  readonly disabled?: boolean;
  /**
   * When packets between nodes go in an IP-in-IP tunnel: `Always`, `CrossSubnet` (only to nodes of another subnet), or `Never`. IPv4 only, and
   * not together with VXLAN.
   *
   * @default "Never"
   */
  readonly ipipMode?: string;
  /**
   * Selector over the labels of namespaces; pods of others get no address from the pool. With `nodeSelector` too, both have to match.
   *
   * @default - all namespaces
   */
  readonly namespaceSelector?: string;
  /**
   * With true, packets from the pool to addresses outside all pools leave with the node's address. Without it, the network outside has to know
   * routes to the pods.
   *
   * @default false
   */
  readonly natOutgoing?: boolean;
  /**
   * Selector over the labels of nodes; pods on others get no address from the pool.
   *
   * @default - all nodes
   */
  readonly nodeSelector?: string;
  /**
   * When packets between nodes go in a VXLAN tunnel: `Always`, `CrossSubnet` (only to nodes of another subnet), or `Never`. Not together with
   * IP-in-IP.
   *
   * @default "Never"
   */
  readonly vxlanMode?: string;
}

/**
 * Properties of `IpPoolResource`.
 */
export interface IpPoolResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The range, who may get addresses of it, and how packets travel between nodes.
   */
  readonly spec: IpPoolSpec;
}

/**
 * A range of addresses from which Calico gives addresses to pods, tunnels or load balancers.
 *
 * The manifest's fields as they are, without checks; `IpPool` is more comfortable where it exists.
 */
export class IpPoolResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPPool' };

  constructor(scope: Construct, id: string, props: IpPoolResourceProps) {
    super(scope, id, { ...IpPoolResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
