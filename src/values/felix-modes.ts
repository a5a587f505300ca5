/** What Felix does with the source and destination check of its EC2 instance. */
export enum AwsSrcDstCheck {
  /** Leave it as it is. */
  DO_NOTHING = 'DoNothing',
  /** Switch it on. */
  ENABLE = 'Enable',
  /** Switch it off, which packets of pods need that travel a subnet without encapsulation. */
  DISABLE = 'Disable',
}

/** Where Calico's rules go in the chains of iptables. */
export enum ChainInsertMode {
  /** Before the rules of others. */
  INSERT = 'Insert',
  /** After them: rules of others may bypass all policy. */
  APPEND = 'Append',
}

/** What happens to packets from a pod to its own host, after the pod's policy. */
export enum EndpointToHostAction {
  /** They are dropped. */
  DROP = 'Drop',
  /** The host's own rules decide. */
  RETURN = 'Return',
  /** They are accepted. */
  ACCEPT = 'Accept',
}

/** Whether flows that are under way are judged again when policies change. */
export enum PolicyEvaluationMode {
  /** They are. */
  CONTINUOUS = 'Continuous',
  /** They aren't. */
  NONE = 'None',
}

/** The kind of iptables that Felix uses. */
export enum IptablesBackend {
  /** The older kind. */
  LEGACY = 'Legacy',
  /** The kind that stands on nftables. */
  NFT = 'NFT',
  /** The one that the host uses. */
  AUTO = 'Auto',
}

/** What becomes of a packet that policy allowed. */
export enum PacketAllowAction {
  /** It is accepted at once. */
  ACCEPT = 'Accept',
  /** Rules of others see it too. */
  RETURN = 'Return',
}

/** What becomes of a packet that policy denied. */
export enum PacketDenyAction {
  /** It is dropped, and the sender hears nothing. */
  DROP = 'Drop',
  /** It is refused with an answer. */
  REJECT = 'Reject',
}

/** Destinations that packets of a pool with `natOutgoing` reach under their own address. */
export enum NatOutgoingExclusions {
  /** Addresses of pools. */
  IP_POOLS_ONLY = 'IPPoolsOnly',
  /** Addresses of pools and of the cluster's hosts. */
  IP_POOLS_AND_HOST_IPS = 'IPPoolsAndHostIPs',
}

/** Whether Felix uses nftables in place of iptables. */
export enum NftablesMode {
  /** It does. */
  ENABLED = 'Enabled',
  /** It doesn't. */
  DISABLED = 'Disabled',
  /** As kube-proxy does. */
  AUTO = 'Auto',
}

/** How the metrics server judges certificates of its clients. */
export enum MetricsClientAuth {
  /** A certificate is needed, and checked. */
  REQUIRE_AND_VERIFY = 'RequireAndVerifyClientCert',
  /** A certificate is needed, and not checked. */
  REQUIRE_ANY = 'RequireAnyClientCert',
  /** A certificate is checked if there is one. */
  VERIFY_IF_GIVEN = 'VerifyClientCertIfGiven',
  /** No certificate is asked for. */
  NO_CERTIFICATE = 'NoClientCert',
}

/** Where Felix learns of routes to pods. */
export enum FelixRouteSource {
  /** From the blocks of Calico's address management. */
  CALICO_IPAM = 'CalicoIPAM',
  /** From the addresses of the pods. */
  WORKLOAD_IPS = 'WorkloadIPs',
}

/** What happens to packets for advertised Service addresses that nobody serves. */
export enum ServiceLoopPrevention {
  /** They are dropped. */
  DROP = 'Drop',
  /** They are refused with an answer. */
  REJECT = 'Reject',
  /** Nothing; they may go round in circles. */
  DISABLED = 'Disabled',
}

/** Whether pods may send from addresses that aren't theirs. */
export enum WorkloadSourceSpoofing {
  /** They may not. */
  DISABLED = 'Disabled',
  /** They may, where their annotation asks for it. */
  ANY = 'Any',
}
