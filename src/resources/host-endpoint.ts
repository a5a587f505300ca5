// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface HostEndpointSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly expectedIPs?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly interfaceName?: string;
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
  readonly ports?: EndpointPortSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly profiles?: string[];
}

/**
 *
 */
export interface EndpointPortSpec {
  /**
   *
   */
  readonly name: string;
  /**
   *
   */
  readonly port: number;
  /**
   *
   */
  readonly protocol: number | string;
}

/**
 * Properties of `HostEndpointResource`.
 */
export interface HostEndpointResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: HostEndpointSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `HostEndpoint` is more comfortable where it exists.
 */
export class HostEndpointResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint' };

  constructor(scope: Construct, id: string, props: HostEndpointResourceProps) {
    super(scope, id, { ...HostEndpointResource.GVK, ...props });
  }
}
