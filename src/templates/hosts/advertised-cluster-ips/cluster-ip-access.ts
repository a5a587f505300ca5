import { Cidr } from '../../../values/cidr';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';

/**
 * The address of a Service, and who reaches it from outside the cluster.
 */
export interface ClusterIpAccess {
  /** The Service's `clusterIP`, as a block of one address. */
  readonly clusterIp: Cidr;

  /** Addresses that reach it, of the same version of IP. */
  readonly sources: Cidr[];

  /** Ports of the Service. @default - all */
  readonly ports?: Port[];

  /** The protocol. @default - TCP if there are `ports`, otherwise every protocol */
  readonly protocol?: Protocol;
}
