// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface BgpFilterSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly exportV4?: BgpFilterRuleV4Spec[];
  /**
   *
   *
   * @default - not set
   */
  readonly exportV6?: BgpFilterRuleV6Spec[];
  /**
   *
   *
   * @default - not set
   */
  readonly importV4?: BgpFilterRuleV4Spec[];
  /**
   *
   *
   * @default - not set
   */
  readonly importV6?: BgpFilterRuleV6Spec[];
}

/**
 *
 */
export interface BgpFilterRuleV6Spec {
  /**
   *
   */
  readonly action: string;
  /**
   *
   *
   * @default - not set
   */
  readonly asPathPrefix?: number[];
  /**
   *
   *
   * @default - not set
   */
  readonly cidr?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly communities?: BgpFilterCommunitiesSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly interface?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly matchOperator?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly operations?: BgpFilterOperationSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly peerType?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prefixLength?: BgpFilterPrefixLengthV6Spec;
  /**
   *
   *
   * @default - not set
   */
  readonly priority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly source?: string;
}

/**
 * Shortest and longest prefix length, IPv6.
 */
export interface BgpFilterPrefixLengthV6Spec {
  /**
   *
   *
   * @default - not set
   */
  readonly max?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly min?: number;
}

/**
 *
 */
export interface BgpFilterRuleV4Spec {
  /**
   *
   */
  readonly action: string;
  /**
   *
   *
   * @default - not set
   */
  readonly asPathPrefix?: number[];
  /**
   *
   *
   * @default - not set
   */
  readonly cidr?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly communities?: BgpFilterCommunitiesSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly interface?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly matchOperator?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly operations?: BgpFilterOperationSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly peerType?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prefixLength?: BgpFilterPrefixLengthSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly priority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly source?: string;
}

/**
 * Shortest and longest prefix length, IPv4.
 */
export interface BgpFilterPrefixLengthSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly max?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly min?: number;
}

/**
 *
 */
export interface BgpFilterOperationSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly addCommunity?: BgpFilterAddCommunitySpec;
  /**
   *
   *
   * @default - not set
   */
  readonly prependASPath?: BgpFilterPrependAsPathSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly setPriority?: BgpFilterSetPrioritySpec;
}

/**
 *
 */
export interface BgpFilterSetPrioritySpec {
  /**
   *
   */
  readonly value: number;
}

/**
 *
 */
export interface BgpFilterPrependAsPathSpec {
  /**
   *
   */
  readonly prefix: number[];
}

/**
 *
 */
export interface BgpFilterAddCommunitySpec {
  /**
   *
   */
  readonly value: string;
}

/**
 *
 */
export interface BgpFilterCommunitiesSpec {
  /**
   *
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
   *
   */
  readonly spec: BgpFilterSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `BgpFilter` is more comfortable where it exists.
 */
export class BgpFilterResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPFilter' };

  constructor(scope: Construct, id: string, props: BgpFilterResourceProps) {
    super(scope, id, { ...BgpFilterResource.GVK, ...props });
  }
}
