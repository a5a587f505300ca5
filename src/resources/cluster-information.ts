// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface ClusterInformationSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly calicoVersion?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly clusterGUID?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly clusterType?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly datastoreReady?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly variant?: string;
}

/**
 * Properties of `ClusterInformationResource`.
 */
export interface ClusterInformationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: ClusterInformationSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `ClusterInformation` is more comfortable where it exists.
 */
export class ClusterInformationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'ClusterInformation' };

  constructor(scope: Construct, id: string, props: ClusterInformationResourceProps) {
    super(scope, id, { ...ClusterInformationResource.GVK, ...props });
  }
}
