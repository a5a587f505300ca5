// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * What Calico knows.
 */
export interface ClusterInformationSpec {
  /**
   * Calico's version.
   *
   * @default - none
   */
  readonly calicoVersion?: string;
  /**
   * An id made at random when Calico was installed.
   *
   * @default - none
   */
  readonly clusterGUID?: string;
  /**
   * Words on the kind of cluster, with commas between them.
   *
   * @default - none
   */
  readonly clusterType?: string;
  /**
   * With false, Calico's parts wait before they use the datastore, as during a migration.
   *
   * @default - none
   */
  readonly datastoreReady?: boolean;
  /**
   * Calico's variant.
   *
   * @default - none
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
   * What Calico knows.
   */
  readonly spec: ClusterInformationSpec;
}

/**
 * What Calico knows of the cluster. There is one, named `default`, and Calico writes it.
 *
 * The manifest's fields as they are, without checks; `ClusterInformation` is more comfortable where it exists.
 */
export class ClusterInformationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'ClusterInformation' };

  constructor(scope: Construct, id: string, props: ClusterInformationResourceProps) {
    super(scope, id, { ...ClusterInformationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
