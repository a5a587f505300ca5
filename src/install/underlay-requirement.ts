import { requiredTraffic } from '../core/checks/underlay/required-traffic';
import { TRAFFIC_WORDS } from '../core/checks/underlay/traffic-words';
import { Cluster } from '../core/manifests';
import { Protocol } from '../values/protocol';

/** Packets that the network between the nodes has to let through. */
export interface UnderlayRequirement {
  /** TCP, UDP, or IP protocol 4, which is IP in IP. */
  readonly protocol: Protocol;

  /** The destination port. @default - the protocol has none */
  readonly port?: number;

  /** As a node sees it: `both`, `inbound` or `outbound`. */
  readonly direction: string;

  /** The other ends, such as `all nodes`. */
  readonly peers: string;

  /** What it is for. */
  readonly reason: string;
}

const PROTOCOLS: ReadonlyMap<number, Protocol> = new Map([[6, Protocol.TCP], [17, Protocol.UDP]]);

/** What the objects of a cluster need, in a fixed order. */
export function requirementsOf(cluster: Cluster): UnderlayRequirement[] {
  return requiredTraffic(cluster).map(({ use, protocol, port }) => {
    const { direction, peers, reason } = TRAFFIC_WORDS[use];
    return { protocol: PROTOCOLS.get(protocol) ?? Protocol.ofNumber(protocol), ...(port !== undefined && { port }), direction, peers, reason };
  });
}
