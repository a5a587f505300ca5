// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BgpPasswordSpec } from './bgp-password';
import { dropChartNamespace } from './cluster-scope';

/**
 * Which nodes peer with whom, and how.
 */
export interface BgpPeerSpec {
  /**
   * AS number of the peer. Needed with `peerIP` or `localWorkloadSelector`; not allowed with `peerSelector`.
   *
   * @default - none
   */
  readonly asNumber?: number;
  /**
   * Names of the BGPFilters to apply, in order; they have to exist.
   *
   * @default - none
   */
  readonly filters?: string[];
  /**
   * Superseded by `nextHopMode`, which wins where both are set. With true, routes keep their next hop.
   *
   * @default false
   */
  readonly keepOriginalNextHop?: boolean;
  /**
   * Time between keepalive messages, such as `30s`.
   *
   * @default - a third of the hold time
   */
  readonly keepaliveTime?: string;
  /**
   * AS number that the nodes use towards this peer.
   *
   * @default - the node's own
   */
  readonly localASNumber?: number;
  /**
   * Selector over the labels of pods; each node peers with those that run on it. Excludes `peerIP` and `peerSelector`, needs `asNumber`.
   *
   * @default - none
   */
  readonly localWorkloadSelector?: string;
  /**
   * Time that a restarting peer keeps its routes, such as `120s`.
   *
   * @default - 120s, BIRD's own
   */
  readonly maxRestartTime?: string;
  /**
   * Next hop of the routes that are sent: `Auto` (as BGP has it), `Self` (the node) or `Keep` (the one that the route came with).
   *
   * @default "Auto"
   */
  readonly nextHopMode?: string;
  /**
   * Name of the one node that peers. Excludes `nodeSelector`.
   *
   * @default - every node
   */
  readonly node?: string;
  /**
   * Selector over the labels of the nodes that peer. Excludes `node`.
   *
   * @default - every node
   */
  readonly nodeSelector?: string;
  /**
   * How often the node's own AS number may stand in the path of a received route. More than 0 weakens the protection from loops.
   *
   * @default 0
   */
  readonly numAllowedLocalASNumbers?: number;
  /**
   * Password of the session.
   *
   * @default - none
   */
  readonly password?: BgpPasswordSpec;
  /**
   * Address of the peer, with a port if need be, as `192.0.2.1:1790` or `[2001:db8::1]:1790`. Excludes `peerSelector`.
   *
   * @default - none
   */
  readonly peerIP?: string;
  /**
   * Selector over the labels of nodes to peer with. Excludes `peerIP` and `asNumber`.
   *
   * @default - none
   */
  readonly peerSelector?: string;
  /**
   * Address of the gateway to the peer. A static route to the peer goes through it, which stops flapping.
   *
   * @default - no such route
   */
  readonly reachableBy?: string;
  /**
   * `Auto` makes the session from the other end too, where `peerSelector` finds nodes; with `Manual` that needs a BGPPeer of its own.
   *
   * @default "Auto"
   */
  readonly reversePeering?: string;
  /**
   * Source address of the session, `UseNodeIP` or `None` (the kernel chooses).
   *
   * @default "UseNodeIP"
   */
  readonly sourceAddress?: string;
  /**
   * Hops to the peer. Packets that came a longer way are dropped (GTSM).
   *
   * @default - no such check
   */
  readonly ttlSecurity?: number;
}

/**
 * Properties of `BgpPeerResource`.
 */
export interface BgpPeerResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * Which nodes peer with whom, and how.
   */
  readonly spec: BgpPeerSpec;
}

/**
 * A BGP session that nodes keep, with a router outside, with other nodes of the cluster, or with a workload.
 *
 * The manifest's fields as they are, without checks; `BgpPeer` is more comfortable where it exists.
 */
export class BgpPeerResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPPeer' };

  constructor(scope: Construct, id: string, props: BgpPeerResourceProps) {
    super(scope, id, { ...BgpPeerResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
