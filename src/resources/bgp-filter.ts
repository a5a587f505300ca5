// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The rules by direction and address family.
 */
export interface BgpFilterSpec {
  /**
   * Rules for IPv4 routes that go to the peer. The first one that matches decides; a route that none matches goes by Calico's own rules.
   *
   * @default - none
   */
  readonly exportV4?: BgpFilterRuleV4Spec[];
  /**
   * Rules for IPv6 routes that go to the peer. The first one that matches decides; a route that none matches goes by Calico's own rules.
   *
   * @default - none
   */
  readonly exportV6?: BgpFilterRuleV6Spec[];
  /**
   * Rules for IPv4 routes that come from the peer. The first one that matches decides; a route that none matches is accepted.
   *
   * @default - none
   */
  readonly importV4?: BgpFilterRuleV4Spec[];
  /**
   * Rules for IPv6 routes that come from the peer. The first one that matches decides; a route that none matches is accepted.
   *
   * @default - none
   */
  readonly importV6?: BgpFilterRuleV6Spec[];
}

/**
 * One rule for IPv6 routes. A route has to meet every condition that is set.
 */
export interface BgpFilterRuleV6Spec {
  /**
   * What happens to a route that matches, `Accept` or `Reject`.
   */
  readonly action: string;
  /**
   * AS numbers with which the route's path has to begin, in order.
   *
   * @default - any path
   */
  readonly asPathPrefix?: number[];
  /**
   * Prefix that the route is compared with. Needs `matchOperator`.
   *
   * @default - any prefix
   */
  readonly cidr?: string;
  /**
   * Community that the route has to carry.
   *
   * @default - any
   */
  readonly communities?: BgpFilterCommunitiesSpec;
  /**
   * Interface that the route leaves by; `*` stands for any text.
   *
   * @default - any interface
   */
  readonly interface?: string;
  /**
   * How the route's prefix has to relate to `cidr`: `Equal`, `NotEqual`, `In` (the same or inside it) or `NotIn`. Needs `cidr`.
   *
   * @default - no comparison
   */
  readonly matchOperator?: string;
  /**
   * Changes to make to the route, in order, before it is accepted. One to ten, and only with `Accept`.
   *
   * @default - none
   */
  readonly operations?: BgpFilterOperationSpec[];
  /**
   * Kind of peer that the rule is for, `eBGP` (another AS) or `iBGP` (the same AS).
   *
   * @default - both
   */
  readonly peerType?: string;
  /**
   * Prefix lengths that the route may have. Needs `cidr`.
   *
   * @default - from that of `cidr` to the family's longest
   */
  readonly prefixLength?: BgpFilterPrefixLengthV6Spec;
  /**
   * Metric that the route has to have, in the units of Felix's route priorities.
   *
   * @default - any
   */
  readonly priority?: number;
  /**
   * Where the route was learned; `RemotePeers` is the one choice and means routes that other peers gave.
   *
   * @default - anywhere
   */
  readonly source?: string;
}

/**
 * Shortest and longest prefix length, IPv6.
 */
export interface BgpFilterPrefixLengthV6Spec {
  /**
   * Longest prefix length.
   *
   * @default 128
   */
  readonly max?: number;
  /**
   * Shortest prefix length.
   *
   * @default - that of `cidr`
   */
  readonly min?: number;
}

/**
 * One rule for IPv4 routes. A route has to meet every condition that is set.
 */
export interface BgpFilterRuleV4Spec {
  /**
   * What happens to a route that matches, `Accept` or `Reject`.
   */
  readonly action: string;
  /**
   * AS numbers with which the route's path has to begin, in order.
   *
   * @default - any path
   */
  readonly asPathPrefix?: number[];
  /**
   * Prefix that the route is compared with. Needs `matchOperator`.
   *
   * @default - any prefix
   */
  readonly cidr?: string;
  /**
   * Community that the route has to carry.
   *
   * @default - any
   */
  readonly communities?: BgpFilterCommunitiesSpec;
  /**
   * Interface that the route leaves by; `*` stands for any text.
   *
   * @default - any interface
   */
  readonly interface?: string;
  /**
   * How the route's prefix has to relate to `cidr`: `Equal`, `NotEqual`, `In` (the same or inside it) or `NotIn`. Needs `cidr`.
   *
   * @default - no comparison
   */
  readonly matchOperator?: string;
  /**
   * Changes to make to the route, in order, before it is accepted. One to ten, and only with `Accept`.
   *
   * @default - none
   */
  readonly operations?: BgpFilterOperationSpec[];
  /**
   * Kind of peer that the rule is for, `eBGP` (another AS) or `iBGP` (the same AS).
   *
   * @default - both
   */
  readonly peerType?: string;
  /**
   * Prefix lengths that the route may have. Needs `cidr`.
   *
   * @default - from that of `cidr` to the family's longest
   */
  readonly prefixLength?: BgpFilterPrefixLengthSpec;
  /**
   * Metric that the route has to have, in the units of Felix's route priorities.
   *
   * @default - any
   */
  readonly priority?: number;
  /**
   * Where the route was learned; `RemotePeers` is the one choice and means routes that other peers gave.
   *
   * @default - anywhere
   */
  readonly source?: string;
}

/**
 * Shortest and longest prefix length, IPv4.
 */
export interface BgpFilterPrefixLengthSpec {
  /**
   * Longest prefix length.
   *
   * @default 32
   */
  readonly max?: number;
  /**
   * Shortest prefix length.
   *
   * @default - that of `cidr`
   */
  readonly min?: number;
}

/**
 * One change to a route; exactly one field is set.
 */
export interface BgpFilterOperationSpec {
  /**
   * Adds a community.
   *
   * @default - not this operation
   */
  readonly addCommunity?: BgpFilterAddCommunitySpec;
  /**
   * Puts AS numbers in front of the path, which makes it longer and so less preferred.
   *
   * @default - not this operation
   */
  readonly prependASPath?: BgpFilterPrependAsPathSpec;
  /**
   * Sets the metric.
   *
   * @default - not this operation
   */
  readonly setPriority?: BgpFilterSetPrioritySpec;
}

/**
 * Sets the metric.
 */
export interface BgpFilterSetPrioritySpec {
  /**
   * The metric, in the units of Felix's route priorities. A higher one is less preferred.
   */
  readonly value: number;
}

/**
 * Puts AS numbers in front of the path, which makes it longer and so less preferred.
 */
export interface BgpFilterPrependAsPathSpec {
  /**
   * The AS numbers, one to ten, first one first.
   */
  readonly prefix: number[];
}

/**
 * Adds a community.
 */
export interface BgpFilterAddCommunitySpec {
  /**
   * The community, such as `64512:100` or `64512:1:2`.
   */
  readonly value: string;
}

/**
 * Community that the route has to carry.
 */
export interface BgpFilterCommunitiesSpec {
  /**
   * The community, such as `64512:100` or `64512:1:2`. Exactly one.
   */
  readonly values: string[];
}

/**
 * Properties of `BgpFilterResource`.
 */
export interface BgpFilterResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The rules by direction and address family.
   */
  readonly spec: BgpFilterSpec;
}

/**
 * Rules for the routes that BGP peers get or give. A BGPPeer names the filters that it uses.
 *
 * The manifest's fields as they are, without checks; `BgpFilter` is more comfortable where it exists.
 */
export class BgpFilterResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPFilter' };

  constructor(scope: Construct, id: string, props: BgpFilterResourceProps) {
    super(scope, id, { ...BgpFilterResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
