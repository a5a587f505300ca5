// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface KubeControllersConfigurationSpec {
  /**
   *
   */
  readonly controllers: ControllersSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly debugProfilePort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly etcdV3CompactionPeriod?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly healthChecks?: string;
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
  readonly prometheusMetricsPort?: number;
}

/**
 *
 */
export interface ControllersSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly loadBalancer?: LoadBalancerControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly namespace?: ReconcilingControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly node?: NodeControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly policy?: ReconcilingControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly policyMigration?: PolicyMigrationControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly serviceAccount?: ReconcilingControllerSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly workloadEndpoint?: ReconcilingControllerSpec;
}

/**
 *
 */
export interface PolicyMigrationControllerSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly enabled?: string;
}

/**
 *
 */
export interface NodeControllerSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly hostEndpoint?: AutoHostEndpointSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly leakGracePeriod?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly reconcilerPeriod?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly syncLabels?: string;
}

/**
 *
 */
export interface AutoHostEndpointSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly autoCreate?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly createDefaultHostEndpoint?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly templates?: AutoHostEndpointTemplateSpec[];
}

/**
 *
 */
export interface AutoHostEndpointTemplateSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly generateName?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly interfaceCIDRs?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly interfacePattern?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly labels?: { [key: string]: string };
  /**
   *
   *
   * @default - not set
   */
  readonly nodeSelector?: string;
}

/**
 * Settings of a controller that copies from Kubernetes into the datastore.
 */
export interface ReconcilingControllerSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly reconcilerPeriod?: string;
}

/**
 *
 */
export interface LoadBalancerControllerSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly assignIPs?: string;
}

/**
 * Properties of `KubeControllersConfigurationResource`.
 */
export interface KubeControllersConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: KubeControllersConfigurationSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `KubeControllersConfiguration` is more comfortable where it exists.
 */
export class KubeControllersConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'KubeControllersConfiguration' };

  constructor(scope: Construct, id: string, props: KubeControllersConfigurationResourceProps) {
    super(scope, id, { ...KubeControllersConfigurationResource.GVK, ...props });
  }
}
