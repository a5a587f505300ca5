// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { NetworkSetSpec } from './network-set-spec';

/**
 * Properties of `NetworkSetResource`.
 */
export interface NetworkSetResourceProps {
  /**
   * Name, namespace, labels and annotations.
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
 * A named list of addresses in a namespace. Policies match it by its labels, as if it were a pod of that namespace.
 *
 * The manifest's fields as they are, without checks; `NetworkSet` is more comfortable where it exists.
 */
export class NetworkSetResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkSet' };

  constructor(scope: Construct, id: string, props: NetworkSetResourceProps) {
    super(scope, id, { ...NetworkSetResource.GVK, ...props });
  }
}
