// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { SpreadDeploymentOverridesSpec } from './component-overrides';
import { plainValues } from './plain-values';

/**
 * The settings of Whisker.
 */
export interface WhiskerSpec {
  /**
   * Whether the page shows news of Calico, which also reports its use without names, `Enabled` or `Disabled`.
   *
   * @default "Enabled"
   */
  readonly notifications?: string;
  /**
   * Changes to the Deployment of Whisker. Its containers are `whisker` and `whisker-backend`.
   *
   * @default - none
   */
  readonly whiskerDeployment?: SpreadDeploymentOverridesSpec;
}

/**
 * Properties of `WhiskerResource`.
 */
export interface WhiskerResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The settings of Whisker.
   *
   * @default - everything at its default
   */
  readonly spec?: WhiskerSpec;
}

/**
 * Whisker, the web page that shows Goldmane's flows. There is one, named `default`.
 *
 * The manifest's fields as they are, without checks; `Whisker` is more comfortable where it exists.
 */
export class WhiskerResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'operator.tigera.io/v1', kind: 'Whisker' };

  constructor(scope: Construct, id: string, props: WhiskerResourceProps = {}) {
    super(scope, id, { ...WhiskerResource.GVK, ...props, spec: plainValues(props.spec) });
    dropChartNamespace(this, props.metadata);
  }
}
