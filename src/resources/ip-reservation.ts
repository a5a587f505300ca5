// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The addresses.
 */
export interface IpReservationSpec {
  /**
   * Addresses and CIDRs to leave out, each once.
   *
   * @default - none
   */
  readonly reservedCIDRs?: string[];
}

/**
 * Properties of `IpReservationResource`.
 */
export interface IpReservationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The addresses.
   */
  readonly spec: IpReservationSpec;
}

/**
 * Addresses that Calico doesn't give to pods. Meant for few addresses; those in use stay in use.
 *
 * The manifest's fields as they are, without checks; `IpReservation` is more comfortable where it exists.
 */
export class IpReservationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPReservation' };

  constructor(scope: Construct, id: string, props: IpReservationResourceProps) {
    super(scope, id, { ...IpReservationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
