// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { SpreadDeploymentOverridesSpec } from './component-overrides';
import { plainValues } from './plain-values';

/**
 * The settings of Goldmane.
 */
export interface GoldmaneSpec {
  /**
   * Changes to the Deployment of Goldmane. Its container is `goldmane`.
   *
   * @default - none
   */
  readonly goldmaneDeployment?: SpreadDeploymentOverridesSpec;
  /**
   * TCP port for Prometheus metrics.
   *
   * @default - none are served
   */
  readonly metricsPort?: number;
}

/**
 * Properties of `GoldmaneResource`.
 */
export interface GoldmaneResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The settings of Goldmane.
   *
   * @default - everything at its default
   */
  readonly spec?: GoldmaneSpec;
}

/**
 * Goldmane, which collects the flows of the cluster. There is one, named `default`.
 *
 * The manifest's fields as they are, without checks; `Goldmane` is more comfortable where it exists.
 */
export class GoldmaneResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'operator.tigera.io/v1', kind: 'Goldmane' };

  constructor(scope: Construct, id: string, props: GoldmaneResourceProps = {}) {
    super(scope, id, { ...GoldmaneResource.GVK, ...props, spec: plainValues(props.spec) });
    dropChartNamespace(this, props.metadata);
  }
}
