// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { ApiServerOverridesSpec, CalicoWebhooksOverridesSpec } from './component-overrides';
import { plainValues } from './plain-values';

/**
 * The settings of the API server.
 */
export interface ApiServerSpec {
  /**
   * Changes to the Deployment of the API server. Its containers are `calico-apiserver`, `tigera-queryserver` and
   * `calico-l7-admission-controller`; its init container is `calico-apiserver-certs-key-cert-provisioner`.
   *
   * @default - none
   */
  readonly apiServerDeployment?: ApiServerOverridesSpec;
  /**
   * Changes to the Deployment of Calico's webhooks. Its container is `calico-webhooks`.
   *
   * @default - none
   */
  readonly calicoWebhooksDeployment?: CalicoWebhooksOverridesSpec;
  /**
   * What the parts of the API server log.
   *
   * @default - all at their defaults
   */
  readonly logging?: ApiServerLoggingSpec;
}

/**
 * What the parts of the API server log.
 */
export interface ApiServerLoggingSpec {
  /**
   * What the API server logs.
   *
   * @default - at its default
   */
  readonly apiServer?: ApiServerComponentLoggingSpec;
  /**
   * What the query server logs.
   *
   * @default - at its default
   */
  readonly queryServer?: ApiServerComponentLoggingSpec;
}

/**
 * What the API server logs.
 */
export interface ApiServerComponentLoggingSpec {
  /**
   * Least severity that is logged, `Fatal`, `Error`, `Warn`, `Info`, `Debug` or `Trace`.
   *
   * @default "Info"
   */
  readonly logSeverity?: string;
}

/**
 * Properties of `ApiServerResource`.
 */
export interface ApiServerResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The settings of the API server.
   *
   * @default - everything at its default
   */
  readonly spec?: ApiServerSpec;
}

/**
 * Calico's API server, which serves `projectcalico.org/v3` where there are no CRDs of that group. There is one, named `default`.
 *
 * The manifest's fields as they are, without checks; `ApiServer` is more comfortable where it exists.
 */
export class ApiServerResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'operator.tigera.io/v1', kind: 'APIServer' };

  constructor(scope: Construct, id: string, props: ApiServerResourceProps = {}) {
    super(scope, id, { ...ApiServerResource.GVK, ...props, spec: plainValues(props.spec) });
    dropChartNamespace(this, props.metadata);
  }
}
