// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * The policy as it would be enforced, and what staging it stands for.
 */
export interface StagedKubernetesNetworkPolicySpec {
  /**
   * Traffic that may leave the selected pods. In a direction that the policy has, all else is denied.
   *
   * @default - none
   */
  readonly egress?: KubernetesEgressRuleSpec[];
  /**
   * Traffic that may arrive at the selected pods. In a direction that the policy has, all else is denied.
   *
   * @default - none
   */
  readonly ingress?: KubernetesIngressRuleSpec[];
  /**
   * The pods of the namespace that the policy selects.
   *
   * @default - all of them
   */
  readonly podSelector?: LabelSelectorSpec;
  /**
   * Directions in which the policy acts, `Ingress` and `Egress`.
   *
   * @default - `Ingress`, and `Egress` too where there are egress rules
   */
  readonly policyTypes?: string[];
  /**
   * What enforcing would do: `Set` creates or changes the policy, `Delete` removes it, `Learn` collects flows to propose rules from, `Ignore`
   * does nothing.
   *
   * @default "Set"
   */
  readonly stagedAction?: string;
}

/**
 * Allows traffic from any of the peers on any of the ports.
 */
export interface KubernetesIngressRuleSpec {
  /**
   * Peers that the traffic may come from.
   *
   * @default - anywhere
   */
  readonly from?: KubernetesPolicyPeerSpec[];
  /**
   * Ports that the traffic may go to.
   *
   * @default - all ports
   */
  readonly ports?: KubernetesPolicyPortSpec[];
}

/**
 * Allows traffic to any of the peers on any of the ports.
 */
export interface KubernetesEgressRuleSpec {
  /**
   * Ports that the traffic may go to.
   *
   * @default - all ports
   */
  readonly ports?: KubernetesPolicyPortSpec[];
  /**
   * Peers that the traffic may go to.
   *
   * @default - anywhere
   */
  readonly to?: KubernetesPolicyPeerSpec[];
}

/**
 * Pods, or addresses.
 */
export interface KubernetesPolicyPeerSpec {
  /**
   * Addresses, by CIDR. Excludes the other fields.
   *
   * @default - none
   */
  readonly ipBlock?: KubernetesIpBlockSpec;
  /**
   * Namespaces of the pods, by labels.
   *
   * @default - the policy's own
   */
  readonly namespaceSelector?: LabelSelectorSpec;
  /**
   * The pods, by labels.
   *
   * @default - all of the namespaces
   */
  readonly podSelector?: LabelSelectorSpec;
}

/**
 * A label selector as Kubernetes has it. What is set has to be met; an empty one matches everything.
 */
export interface LabelSelectorSpec {
  /**
   * Conditions on labels.
   *
   * @default - none
   */
  readonly matchExpressions?: LabelSelectorRequirementSpec[];
  /**
   * Labels that have to be there with these values.
   *
   * @default - none
   */
  readonly matchLabels?: { [key: string]: string };
}

/**
 * One condition on a label.
 */
export interface LabelSelectorRequirementSpec {
  /**
   * Name of the label.
   */
  readonly key: string;
  /**
   * How label and values have to relate, `In`, `NotIn`, `Exists` or `DoesNotExist`.
   */
  readonly operator: string;
  /**
   * The values; none for `Exists` and `DoesNotExist`.
   *
   * @default - none
   */
  readonly values?: string[];
}

/**
 * Addresses, by CIDR. Excludes the other fields.
 */
export interface KubernetesIpBlockSpec {
  /**
   * The CIDR.
   */
  readonly cidr: string;
  /**
   * CIDRs inside it that are left out.
   *
   * @default - none
   */
  readonly except?: string[];
}

/**
 * A port, or a range of ports.
 */
export interface KubernetesPolicyPortSpec {
  /**
   * Last port of the range that `port` begins, which has to be a number then.
   *
   * @default - just the one port
   */
  readonly endPort?: number;
  /**
   * Port number, or the name of a container port.
   *
   * @default - all ports
   */
  readonly port?: number | string;
  /**
   * Protocol, `TCP`, `UDP` or `SCTP`.
   *
   * @default "TCP"
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
   * The policy as it would be enforced, and what staging it stands for.
   */
  readonly spec: StagedKubernetesNetworkPolicySpec;
}

/**
 * A NetworkPolicy of networking.k8s.io on trial. It enforces nothing; flow logs show what it would decide.
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
