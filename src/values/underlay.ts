import { UnderlayTraffic } from './underlay-traffic';

/**
 * The network between the nodes: switches, routers, security groups and firewalls.
 */
export interface Underlay {
  /** What it lets through between the nodes, and from the nodes to the Kubernetes API. */
  readonly allows: UnderlayTraffic[];

  /**
   * Whether its routers know the way to the pods of every node by themselves, as with the route tables of a cloud that has a pod network for
   * each node. What routers learn from Calico by BGP doesn't count.
   *
   * @default false
   */
  readonly routesPods?: boolean;

  /**
   * The greatest packet that it carries between any two nodes, in bytes, such as 1500, or 9001 inside a VPC of AWS.
   *
   * @default - not declared, so nothing is said of MTUs
   */
  readonly linkMtu?: number;
}
