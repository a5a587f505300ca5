// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { RuleSpec } from './policy-rule';

/**
 * The policy as it would be enforced, and what staging it stands for.
 */
export interface StagedNetworkPolicySpec {
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
   * What enforcing would do: `Set` creates or changes the policy, `Delete` removes it, `Learn` collects flows to propose rules from, `Ignore`
   * does nothing.
   *
   * @default "Set"
   */
  readonly stagedAction?: string;
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
 * Properties of `StagedNetworkPolicyResource`.
 */
export interface StagedNetworkPolicyResourceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The policy as it would be enforced, and what staging it stands for.
   */
  readonly spec: StagedNetworkPolicySpec;
}

/**
 * A NetworkPolicy on trial. It enforces nothing; flow logs show what it would decide.
 *
 * The manifest's fields as they are, without checks; `StagedNetworkPolicy` is more comfortable where it exists.
 */
export class StagedNetworkPolicyResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'StagedNetworkPolicy' };

  constructor(scope: Construct, id: string, props: StagedNetworkPolicyResourceProps) {
    super(scope, id, { ...StagedNetworkPolicyResource.GVK, ...props });
  }
}
