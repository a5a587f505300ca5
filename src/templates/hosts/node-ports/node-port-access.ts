import { Cidr } from '../../../values/cidr';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';

/**
 * Node ports, and who reaches them from outside the cluster.
 */
export interface NodePortAccess {
  /** The node ports (`nodePort` of a Service), or ranges of them. */
  readonly ports: Port[];

  /** The protocol. @default - TCP */
  readonly protocol?: Protocol;

  /** Addresses that reach them. @default - all */
  readonly sources?: Cidr[];
}
