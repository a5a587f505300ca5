/** The addresses on which a node listens for BGP. */
export enum BgpBindMode {
  /** All of its addresses. */
  NONE = 'None',
  /** Only the node's own address. */
  NODE_IP = 'NodeIP',
}

/** The next hop of the routes that a peer gets. */
export enum BgpNextHopMode {
  /** As BGP has it: the node towards another AS, unchanged within its own. */
  AUTO = 'Auto',
  /** The node. */
  SELF = 'Self',
  /** The one that the route came with. */
  KEEP = 'Keep',
}

/** Whether nodes that a `peerSelector` finds make the session from their end too. */
export enum BgpReversePeering {
  /** They do. */
  AUTO = 'Auto',
  /** They need a BGPPeer of their own. */
  MANUAL = 'Manual',
}

/** The source address of a BGP session. */
export enum BgpSourceAddress {
  /** The node's own address. */
  USE_NODE_IP = 'UseNodeIP',
  /** The kernel chooses. */
  NONE = 'None',
}

/** A kind of BGP peer. */
export enum BgpPeerType {
  /** A peer in another AS. */
  EBGP = 'eBGP',
  /** A peer in the same AS. */
  IBGP = 'iBGP',
}

/** How the prefix of a route has to relate to a network. */
export enum BgpMatchOperator {
  /** The same prefix. */
  EQUAL = 'Equal',
  /** Another prefix. */
  NOT_EQUAL = 'NotEqual',
  /** The same prefix, or one inside the network. */
  IN = 'In',
  /** A prefix that isn't inside the network. */
  NOT_IN = 'NotIn',
}

/** Where a route was learned. */
export enum BgpRouteSource {
  /** From other BGP peers, not on the node itself. */
  REMOTE_PEERS = 'RemotePeers',
}
