// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BgpPasswordSpec } from './bgp-password';

/**
 *
 */
export interface BgpPeerSpec {
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
  readonly filters?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly keepOriginalNextHop?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly keepaliveTime?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly localASNumber?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly localWorkloadSelector?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly maxRestartTime?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nextHopMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly node?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nodeSelector?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly numAllowedLocalASNumbers?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly password?: BgpPasswordSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly peerIP?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly peerSelector?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly reachableBy?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly reversePeering?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly sourceAddress?: string;
  /**
   *
   *
   * @default - not set
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
   *
   */
  readonly spec: BgpPeerSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `BgpPeer` is more comfortable where it exists.
 */
export class BgpPeerResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPPeer' };

  constructor(scope: Construct, id: string, props: BgpPeerResourceProps) {
    super(scope, id, { ...BgpPeerResource.GVK, ...props });
  }
}
