// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BgpPasswordSpec } from './bgp-password';

/**
 *
 */
export interface BgpConfigurationSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly asNumber?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bindMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly communities?: CommunitySpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly ignoredInterfaces?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly ipv4NormalRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv6NormalRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly listenPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly localWorkloadPeeringIPV4?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly localWorkloadPeeringIPV6?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logSeverityScreen?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nodeMeshMaxRestartTime?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nodeMeshPassword?: BgpPasswordSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly nodeToNodeMeshEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly prefixAdvertisements?: PrefixAdvertisementSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly programClusterRoutes?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly serviceClusterIPs?: CidrBlockSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly serviceExternalIPs?: CidrBlockSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly serviceLoadBalancerAggregation?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly serviceLoadBalancerIPs?: CidrBlockSpec[];
}

/**
 * A CIDR whose addresses are advertised.
 */
export interface CidrBlockSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly cidr?: string;
}

/**
 *
 */
export interface PrefixAdvertisementSpec {
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
  readonly communities?: string[];
}

/**
 *
 */
export interface CommunitySpec {
  /**
   *
   *
   * @default - not set
   */
  readonly name?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly value?: string;
}

/**
 * Properties of `BgpConfigurationResource`.
 */
export interface BgpConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: BgpConfigurationSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `BgpConfiguration` is more comfortable where it exists.
 */
export class BgpConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPConfiguration' };

  constructor(scope: Construct, id: string, props: BgpConfigurationResourceProps) {
    super(scope, id, { ...BgpConfigurationResource.GVK, ...props });
  }
}
