// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface StagedKubernetesNetworkPolicySpec {
  /**
   *
   *
   * @default - not set
   */
  readonly egress?: KubernetesEgressRuleSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly ingress?: KubernetesIngressRuleSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly podSelector?: LabelSelectorSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly policyTypes?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly stagedAction?: string;
}

/**
 *
 */
export interface KubernetesIngressRuleSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly from?: KubernetesPolicyPeerSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly ports?: KubernetesPolicyPortSpec[];
}

/**
 *
 */
export interface KubernetesEgressRuleSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly ports?: KubernetesPolicyPortSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly to?: KubernetesPolicyPeerSpec[];
}

/**
 *
 */
export interface KubernetesPolicyPeerSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly ipBlock?: KubernetesIpBlockSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly namespaceSelector?: LabelSelectorSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly podSelector?: LabelSelectorSpec;
}

/**
 * A label selector as Kubernetes has it. What is set has to be met; an empty one matches everything.
 */
export interface LabelSelectorSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly matchExpressions?: LabelSelectorRequirementSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly matchLabels?: { [key: string]: string };
}

/**
 *
 */
export interface LabelSelectorRequirementSpec {
  /**
   *
   */
  readonly key: string;
  /**
   *
   */
  readonly operator: string;
  /**
   *
   *
   * @default - not set
   */
  readonly values?: string[];
}

/**
 *
 */
export interface KubernetesIpBlockSpec {
  /**
   *
   */
  readonly cidr: string;
  /**
   *
   *
   * @default - not set
   */
  readonly except?: string[];
}

/**
 *
 */
export interface KubernetesPolicyPortSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly endPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly port?: number | string;
  /**
   *
   *
   * @default - not set
   */
  readonly protocol?: string;
}

/**
 * Properties of `StagedKubernetesNetworkPolicyResource`.
 */
export interface StagedKubernetesNetworkPolicyResourceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: StagedKubernetesNetworkPolicySpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `StagedKubernetesNetworkPolicy` is more comfortable where it exists.
 */
export class StagedKubernetesNetworkPolicyResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'StagedKubernetesNetworkPolicy' };

  constructor(scope: Construct, id: string, props: StagedKubernetesNetworkPolicyResourceProps) {
    super(scope, id, { ...StagedKubernetesNetworkPolicyResource.GVK, ...props });
  }
}
