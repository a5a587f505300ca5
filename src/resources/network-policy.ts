// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { RuleSpec } from './policy-rule';

/**
 * Which pods of the namespace the policy selects, and what may reach them or be reached by them.
 */
export interface NetworkPolicySpec {
  /**
   * Rules for traffic that leaves the selected endpoints. The first rule that matches decides.
   *
   * @default - none
   */
  readonly egress?: RuleSpec[];
  /**
   * Rules for traffic that arrives at the selected endpoints. The first rule that matches decides.
   *
   * @default - none
   */
  readonly ingress?: RuleSpec[];
  /**
   * Place among the policies of the tier: lower comes first, equal ones go by name. Any number, fractions too.
   *
   * @default - after all policies that have an order
   */
  readonly order?: number;
  /**
   * Hints for the policy engine; they never change what is enforced. `AssumeNeededOnEveryNode` has each node prepare the policy even if it
   * selects nothing there.
   *
   * @default - none
   */
  readonly performanceHints?: string[];
  /**
   * Selector over the labels of pods in the policy's namespace.
   *
   * @default - `all()`, every pod that the other selectors leave
   */
  readonly selector?: string;
  /**
   * Selector over the labels of service accounts. With it, the policy acts on pods that run as a matching one only.
   *
   * @default - pods of any service account
   */
  readonly serviceAccountSelector?: string;
  /**
   * Name of the tier that the policy belongs to; the tier has to exist.
   *
   * @default "default"
   */
  readonly tier?: string;
  /**
   * Directions in which the policy acts. In a direction that isn't listed here it does nothing at all, whatever rules it has.
   *
   * @default - `Ingress`, unless there are only egress rules (then `Egress`) or rules of both kinds (then both)
   */
  readonly types?: string[];
}

/**
 * Properties of `NetworkPolicyResource`.
 */
export interface NetworkPolicyResourceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * Which pods of the namespace the policy selects, and what may reach them or be reached by them.
   */
  readonly spec: NetworkPolicySpec;
}

/**
 * A network policy for pods of one namespace. It is Calico's own kind, richer than the NetworkPolicy of networking.k8s.io.
 *
 * The manifest's fields as they are, without checks; `NetworkPolicy` is more comfortable where it exists.
 */
export class NetworkPolicyResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy' };

  constructor(scope: Construct, id: string, props: NetworkPolicyResourceProps) {
    super(scope, id, { ...NetworkPolicyResource.GVK, ...props });
  }
}
