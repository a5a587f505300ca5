// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { NetworkSetSpec } from './network-set-spec';

/**
 * Properties of `GlobalNetworkSetResource`.
 */
export interface GlobalNetworkSetResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The addresses of the set.
   */
  readonly spec: NetworkSetSpec;
}

/**
 * A named list of addresses for the whole cluster. Policies match it by its labels, as if it were an endpoint.
 *
 * The manifest's fields as they are, without checks; `GlobalNetworkSet` is more comfortable where it exists.
 */
export class GlobalNetworkSetResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkSet' };

  constructor(scope: Construct, id: string, props: GlobalNetworkSetResourceProps) {
    super(scope, id, { ...GlobalNetworkSetResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
