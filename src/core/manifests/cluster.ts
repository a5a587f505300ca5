import { Expectation } from './expectation';
import { Manifest } from './manifest';

/** One range that surrounds a cluster, as its plan declares it. */
export interface PlannedRange {
  /** What the range is for: `nodes`, `services`, `vpc`, `vpn`, `onPremises`, or a name of the user's own. */
  readonly role: string;
  /** The name that findings use, such as `the VPN range`. */
  readonly name: string;
  /** Canonical CIDR text. */
  readonly cidr: string;
}

/** Packets that a network lets through. */
export interface AllowedTraffic {
  /** Number of the IP protocol. Undefined: every one. */
  readonly protocol: number | undefined;
  readonly firstPort: number;
  readonly lastPort: number;
}

/** The network between the nodes, as a plan declares it. */
export interface PlannedUnderlay {
  readonly allows: readonly AllowedTraffic[];
  /** True where its routers know the way to pods by themselves. */
  readonly routesPods: boolean;
  /** The greatest packet that it carries, in bytes. Undefined where the plan says nothing of it. */
  readonly linkMtu?: number;
}

/** What a `NetworkPlan` says, as plain data. */
export interface AddressPlan {
  /** The name that findings use: the path of the construct, or the name of the file. */
  readonly name: string;
  readonly ranges: readonly PlannedRange[];
  /** Names of nodes that the plan declares. Empty: the plan says nothing of nodes. */
  readonly nodeNames: readonly string[];
  /** Names of the plans whose clusters are reached from here without address translation. */
  readonly routedTo: readonly string[];
  /** Undefined where the plan says nothing of it. */
  readonly underlay?: PlannedUnderlay;
}

/** Objects that go to one API server, and the plan of the addresses around it. */
export interface Cluster {
  readonly name: string;
  readonly manifests: readonly Manifest[];
  readonly plan?: AddressPlan;
  /** The objects that are there now, which these are to take the place of. @default - nothing is known of them */
  readonly before?: readonly Manifest[];
  /** What the policies are to do. @default - nothing is said of it */
  readonly expectations?: readonly Expectation[];
}
