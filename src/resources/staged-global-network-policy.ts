// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { RuleSpec } from './policy-rule';

/**
 * The policy as it would be enforced, and what staging it stands for.
 */
export interface StagedGlobalNetworkPolicySpec {
  /**
   * With true, the policy also judges traffic that a host only forwards, such as traffic to and from its pods. Matters for host endpoints
   * only. Must be true where `doNotTrack` or `preDNAT` is.
   *
   * @default false
   */
  readonly applyOnForward?: boolean;
  /**
   * With true, the rules act before connection tracking and allowed packets aren't tracked, so that answers need a rule of their own. For host
   * endpoints only; excludes `preDNAT` and needs `applyOnForward`.
   *
   * @default false
   */
  readonly doNotTrack?: boolean;
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
   * Selector over the labels of namespaces. With it, the policy acts on pods of matching namespaces only.
   *
   * @default - pods of all namespaces, and host endpoints
   */
  readonly namespaceSelector?: string;
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
   * With true, the rules act on the destination address as it was before any translation. For host endpoints only, without egress rules;
   * excludes `doNotTrack` and needs `applyOnForward`.
   *
   * @default false
   */
  readonly preDNAT?: boolean;
  /**
   * Selector over the labels of endpoints.
   *
   * @default - `all()`, every endpoint that the other selectors leave
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
 * Properties of `StagedGlobalNetworkPolicyResource`.
 */
export interface StagedGlobalNetworkPolicyResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The policy as it would be enforced, and what staging it stands for.
   */
  readonly spec: StagedGlobalNetworkPolicySpec;
}

/**
 * A GlobalNetworkPolicy on trial. It enforces nothing; flow logs show what it would decide.
 *
 * The manifest's fields as they are, without checks; `StagedGlobalNetworkPolicy` is more comfortable where it exists.
 */
export class StagedGlobalNetworkPolicyResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'StagedGlobalNetworkPolicy' };

  constructor(scope: Construct, id: string, props: StagedGlobalNetworkPolicyResourceProps) {
    super(scope, id, { ...StagedGlobalNetworkPolicyResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
