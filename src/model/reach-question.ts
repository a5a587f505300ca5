import { Cidr } from '../values/cidr';
import { FlowEnd } from '../values/flow-end';
import { IpVersion } from '../values/ip-version';
import { Reach } from '../values/reach';

/**
 * A question about all flows from some ends to others. `FlowEnd.pods` means every pod that somebody may create, whatever its labels and its service
 * account, in any namespace, there already or not; `FlowEnd.outside` every address that no pod of the model has.
 */
export interface ReachQuestion {
  /** Where the flows come from: one end or a group, and no host endpoint. */
  readonly source: FlowEnd;

  /** Where they go to: one end or a group, and no host endpoint. */
  readonly destination: FlowEnd;

  /** Protocol, by name in any case or by number as text, as in `Flow`. @default - TCP where a port is given, otherwise every protocol */
  readonly protocol?: string;

  /** Port at the destination, from 1 to 65535. @default - every port */
  readonly destinationPort?: number;

  /**
   * Version of the Internet Protocol.
   *
   * @default - those that the pods of the model have, IPv4 if no address is known, and those of blocks that are named
   */
  readonly ipVersion?: IpVersion;

  /**
   * Blocks that the addresses of pods lie in, such as those of the IP pools.
   *
   * @default - not known: what depends on the address of a pod that isn't in the model is answered with `unknown`
   */
  readonly podCidrs?: Cidr[];

  /** Whether a flow is looked for that is allowed, or one that is denied. @default Reach.ALLOWED */
  readonly reach?: Reach;
}
