import { Encapsulation } from './encapsulation';
import { Cidr } from '../values/cidr';
import { Selector } from '../values/selector';

/** A pool that the install makes. */
export interface InstallPool {
  /** The addresses. They may not overlap another pool or a range of the `NetworkPlan`, and can't be changed in a running cluster. */
  readonly cidr: Cidr;

  /**
   * Name of the IPPool.
   *
   * @default - `default-ipv4-ippool` or `default-ipv6-ippool` for the first of its family, otherwise made from the addresses
   */
  readonly name?: string;

  /** What packets between its pods are put into. @default - the install's; for IPv6, none in place of IP in IP */
  readonly encapsulation?: Encapsulation;

  /** Translate the source address of pods to their node's when they talk to addresses outside all pools. @default - true for IPv4, false for IPv6 */
  readonly natOutgoing?: boolean;

  /** Prefix length of the blocks that nodes claim: 20 to 32 for IPv4, 116 to 128 for IPv6. Can't be changed later. @default - 26 or 122 */
  readonly blockSize?: number;

  /** Nodes that give out addresses of the pool. @default - all nodes */
  readonly nodeSelector?: Selector;

  /** Don't announce the pool's routes over BGP. @default false */
  readonly disableBgpExport?: boolean;
}
