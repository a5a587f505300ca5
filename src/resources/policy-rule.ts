// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.

/**
 * One rule: what it matches and what happens then. A packet has to meet every condition that is set; a rule without conditions matches all.
 */
export interface RuleSpec {
  /**
   * What happens to a packet that matches: `Allow` and `Deny` decide, `Pass` goes on with the next tier, `Log` writes a log line and goes on
   * with the next rule.
   */
  readonly action: string;
  /**
   * Conditions on where the packet goes to.
   *
   * @default - anywhere
   */
  readonly destination?: EntityRuleSpec;
  /**
   * Conditions on the HTTP request. Only for `Allow` rules of ingress with protocol TCP, and only where the application layer policy is
   * switched on.
   *
   * @default - any request
   */
  readonly http?: HttpMatchSpec;
  /**
   * ICMP type and code to match. The protocol has to be `ICMP` or `ICMPv6`.
   *
   * @default - any
   */
  readonly icmp?: IcmpMatchSpec;
  /**
   * IP version to match, `4` or `6`.
   *
   * @default - both
   */
  readonly ipVersion?: number;
  /**
   * Notes on the rule, for people and tools; they change nothing.
   *
   * @default - none
   */
  readonly metadata?: RuleMetadataSpec;
  /**
   * ICMP type and code that must not match. The protocol has to be `ICMP` or `ICMPv6`.
   *
   * @default - none
   */
  readonly notICMP?: IcmpMatchSpec;
  /**
   * Protocol that must not match, written as in `protocol`.
   *
   * @default - none
   */
  readonly notProtocol?: number | string;
  /**
   * Protocol to match: `TCP`, `UDP`, `ICMP`, `ICMPv6`, `SCTP`, `UDPLite`, or a number from 1 to 255. Rules with ports need one that has ports.
   *
   * @default - any protocol
   */
  readonly protocol?: number | string;
  /**
   * Conditions on where the packet comes from.
   *
   * @default - anywhere
   */
  readonly source?: EntityRuleSpec;
}

/**
 * Notes on a rule.
 */
export interface RuleMetadataSpec {
  /**
   * Notes by name.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };
}

/**
 * An ICMP type, or a type and a code.
 */
export interface IcmpMatchSpec {
  /**
   * ICMP code, from 0 to 255. Needs `type`.
   *
   * @default - any code
   */
  readonly code?: number;
  /**
   * ICMP type, from 0 to 254, such as 8 for an echo request.
   *
   * @default - any type
   */
  readonly type?: number;
}

/**
 * Conditions on an HTTP request. All that are set have to be met.
 */
export interface HttpMatchSpec {
  /**
   * HTTP methods, such as `GET`, one of which the request has to use. At most 20.
   *
   * @default - any method
   */
  readonly methods?: string[];
  /**
   * Paths, one of which the request has to match. At most 20.
   *
   * @default - any path
   */
  readonly paths?: HttpPathSpec[];
}

/**
 * One HTTP path: give `exact` or `prefix`, not both.
 */
export interface HttpPathSpec {
  /**
   * The path has to equal this text. Starts with a slash; no query or fragment.
   *
   * @default - none
   */
  readonly exact?: string;
  /**
   * The path has to begin with this text. Starts with a slash; no query or fragment.
   *
   * @default - none
   */
  readonly prefix?: string;
}

/**
 * Conditions on one end of a packet. All that are set have to be met.
 */
export interface EntityRuleSpec {
  /**
   * Selector over the labels of namespaces: the end is a pod or a network set of a matching one. `global()` means host endpoints and global
   * network sets.
   *
   * @default - in a namespaced policy its own namespace (once another selector is set), in a global one all
   */
  readonly namespaceSelector?: string;
  /**
   * CIDRs, one of which has to hold the address.
   *
   * @default - any address
   */
  readonly nets?: string[];
  /**
   * CIDRs, none of which may hold the address.
   *
   * @default - none
   */
  readonly notNets?: string[];
  /**
   * Ports that must not match, written as in `ports`.
   *
   * @default - none
   */
  readonly notPorts?: (number | string)[];
  /**
   * Selector that must not match the end's labels. Unlike a negation inside `selector`, it lets addresses through that belong to no endpoint.
   *
   * @default - none
   */
  readonly notSelector?: string;
  /**
   * Ports, one of which has to match: a number, a range such as `8080:8090`, or the name of a container port. Needs a protocol that has ports.
   *
   * @default - any port
   */
  readonly ports?: (number | string)[];
  /**
   * Selector over the labels of pods, host endpoints and network sets. An address that belongs to none of them doesn't match, not even
   * `all()`.
   *
   * @default - any end
   */
  readonly selector?: string;
  /**
   * Service accounts, one of which the pod at this end has to run as.
   *
   * @default - any
   */
  readonly serviceAccounts?: ServiceAccountMatchSpec;
  /**
   * A Kubernetes Service: the end has to be one of its endpoints, on the endpoint's port. For the destination of egress rules and the source
   * of ingress rules; excludes selectors, nets and service accounts, and in a destination ports.
   *
   * @default - none
   */
  readonly services?: ServiceMatchSpec;
}

/**
 * A Kubernetes Service, by name.
 */
export interface ServiceMatchSpec {
  /**
   * Name of the Service.
   *
   * @default - none, which Calico refuses
   */
  readonly name?: string;
  /**
   * Namespace of the Service.
   *
   * @default - the policy's namespace; in a policy for the whole cluster it has to be given
   */
  readonly namespace?: string;
}

/**
 * Service accounts, by name, by labels, or both.
 */
export interface ServiceAccountMatchSpec {
  /**
   * Names of service accounts, one of which has to match.
   *
   * @default - any name
   */
  readonly names?: string[];
  /**
   * Selector over the labels of service accounts. With names too, both have to match.
   *
   * @default - any labels
   */
  readonly selector?: string;
}
