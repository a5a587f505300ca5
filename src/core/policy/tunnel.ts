import { Match } from './match';
import { Prefix } from '../cidr';

/** What Felix lets pass before normal policies, where it is on. */
export const TUNNELS = ['ipip', 'vxlan', 'wireguard', 'wireguard-v6'] as const;

/** A way of carrying packets between nodes that is on, or may be. */
export interface Tunnel {
  readonly use: typeof TUNNELS[number];
  /** As in `VXLAN on UDP 4789`. */
  readonly title: string;
  readonly isV6: boolean;
  readonly protocol: number;
  /** Undefined: its protocol has none. */
  readonly port: number | undefined;
  readonly isOn: Match;
  /** Whether Felix lets it pass between nodes of the cluster alone. */
  readonly isForNodes: boolean;
}

/** What is known of the traffic between the nodes of a cluster. */
export interface NodeTraffic {
  /** Those that are off aren't among them. */
  readonly tunnels: readonly Tunnel[];
  /** Addresses outside the cluster from which tunnelled packets are taken. */
  readonly external: readonly Prefix[];
  /** Whether each address of a node is the one that Calico knows it by, by its key. */
  readonly addresses: ReadonlyMap<number | string, Match>;
}
