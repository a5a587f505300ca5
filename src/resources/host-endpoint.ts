// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The host, its interface and its addresses.
 */
export interface HostEndpointSpec {
  /**
   * Addresses of the interface. They find it where `interfaceName` is missing, and stand for the endpoint in the selectors of other rules.
   *
   * @default - none
   */
  readonly expectedIPs?: string[];
  /**
   * Name of a Linux interface of the host, or `*` for all traffic of the host, that of its pods included.
   *
   * @default - the interface that has one of `expectedIPs`
   */
  readonly interfaceName?: string;
  /**
   * Name of the node. Calico refuses an endpoint without one.
   *
   * @default - none
   */
  readonly node?: string;
  /**
   * Named ports, which rules can use by name.
   *
   * @default - none
   */
  readonly ports?: EndpointPortSpec[];
  /**
   * Names of profiles, in order. Their rules act after all policies.
   *
   * @default - none
   */
  readonly profiles?: string[];
}

/**
 * A name for a port.
 */
export interface EndpointPortSpec {
  /**
   * The name.
   */
  readonly name: string;
  /**
   * Port number.
   */
  readonly port: number;
  /**
   * Protocol of the port: `TCP`, `UDP`, `SCTP`, or a number.
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
   * The host, its interface and its addresses.
   */
  readonly spec: HostEndpointSpec;
}

/**
 * An interface of a host, or all of them, as an endpoint that policies can select by its labels.
 *
 * The manifest's fields as they are, without checks; `HostEndpoint` is more comfortable where it exists.
 */
export class HostEndpointResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'HostEndpoint' };

  constructor(scope: Construct, id: string, props: HostEndpointResourceProps) {
    super(scope, id, { ...HostEndpointResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
