import { ApiObject, ApiObjectMetadata, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { CalicoObject } from './calico-object';
import { KubernetesEgressRule, KubernetesIngressRule, printEgressRule, printIngressRule } from './kubernetes-rules';
import { twinMetadata } from './policy-object';
import { PolicyType } from '../values/policy-type';
import { LabelSelectorProps } from '../values/selector';
import { StagedAction } from '../values/staged-action';
import { withoutUndefined } from '../values/without-undefined';

/**
 * Properties of a `StagedKubernetesNetworkPolicy`.
 */
export interface StagedKubernetesNetworkPolicyProps {
  /** Name, namespace, labels and annotations. @default - a name made from the construct's path, the namespace of the chart */
  readonly metadata?: ApiObjectMetadata;

  /** The pods of the namespace that the policy selects; `Selector.toLabelSelector` gives one too. @default - all of them */
  readonly podSelector?: LabelSelectorProps;

  /** Traffic that may arrive at the pods. @default - none; see `addIngress` */
  readonly ingress?: KubernetesIngressRule[];

  /** Traffic that may leave the pods. @default - none; see `addEgress` */
  readonly egress?: KubernetesEgressRule[];

  /** Directions in which the policy acts. @default - as in Kubernetes: ingress, and egress where it has rules */
  readonly policyTypes?: PolicyType[];

  /** What enforcing the policy would do. With DELETE, only `metadata` may be given. @default StagedAction.SET */
  readonly stagedAction?: StagedAction;
}

/**
 * A NetworkPolicy of Kubernetes on trial: it enforces nothing, and flow logs show what it would decide.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/stagedkubernetesnetworkpolicy
 */
export class StagedKubernetesNetworkPolicy extends CalicoObject {
  /**
   * A staged policy that holds what a NetworkPolicy of Kubernetes does, beside it and under its name. What is added to either later counts for
   * both, patches of the Kubernetes policy included; labels and annotations are those of now.
   *
   * @param policy an API object of kind NetworkPolicy of networking.k8s.io, or a NetworkPolicy of any version of cdk8s-plus
   * @param stagedAction what enforcing would do. @default StagedAction.SET
   * @throws where the construct is no such policy
   */
  public static fromPolicy(scope: Construct, id: string, policy: IConstruct, stagedAction?: StagedAction): StagedKubernetesNetworkPolicy {
    const object = kubernetesPolicyOf(policy);
    const staged = new StagedKubernetesNetworkPolicy(scope, id, { metadata: twinMetadata(object), stagedAction });
    staged.content.source = object;
    return staged;
  }

  private readonly content: StagedContent;

  /** @throws where a deletion is staged and holds rules */
  constructor(scope: Construct, id: string, props: StagedKubernetesNetworkPolicyProps = {}) {
    const { metadata, stagedAction = StagedAction.SET, ...fields } = props;
    const given = Object.keys(withoutUndefined(fields));
    if (stagedAction === StagedAction.DELETE && given.length > 0) {
      throw new Error(`${scope.node.path}/${id}: stagedAction is DELETE, and ${given.join(', ')} is given; a staged deletion names the policy that would go: `
        + 'leave the rest out');
    }
    const content = new StagedContent(props, stagedAction);
    super(scope, id, 'StagedKubernetesNetworkPolicy', metadata, () => content.toManifest());
    this.content = content;
  }

  /** Adds traffic that may arrive at the pods. */
  public addIngress(...rules: KubernetesIngressRule[]): void {
    this.content.ingress.push(...rules);
  }

  /** Adds traffic that may leave the pods. */
  public addEgress(...rules: KubernetesEgressRule[]): void {
    this.content.egress.push(...rules);
  }

  /**
   * The NetworkPolicy of Kubernetes that enforces what this one holds, beside it and under its name. Rules that are added later count for both;
   * labels, annotations and patches don't.
   */
  public toKubernetesPolicy(scope: Construct, id: string): ApiObject {
    const spec = Lazy.any({ produce: () => this.content.toSpec() });
    return new ApiObject(scope, id, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: twinMetadata(this), spec });
  }
}

/** What a staged policy holds: its own rules, after those of the policy that it is made from. */
class StagedContent {
  public source?: ApiObject;
  public readonly ingress: KubernetesIngressRule[];
  public readonly egress: KubernetesEgressRule[];

  constructor(private readonly props: StagedKubernetesNetworkPolicyProps, private readonly stagedAction: StagedAction) {
    this.ingress = [...props.ingress ?? []];
    this.egress = [...props.egress ?? []];
  }

  public toManifest(): object {
    const { stagedAction } = this;
    return stagedAction === StagedAction.DELETE ? { stagedAction } : { ...this.toSpec(), stagedAction };
  }

  public toSpec(): object {
    const { podSelector = {}, policyTypes } = this.props;
    const { spec = {} } = this.source?.toJson() ?? {};
    const ingress = [...spec.ingress ?? [], ...this.ingress.map(printIngressRule)];
    const egress = [...spec.egress ?? [], ...this.egress.map(printEgressRule)];
    return withoutUndefined({
      podSelector,
      ...spec,
      policyTypes: spec.policyTypes ?? policyTypes ?? [PolicyType.INGRESS, ...(egress.length > 0 ? [PolicyType.EGRESS] : [])],
      ingress: ingress.length > 0 ? ingress : undefined,
      egress: egress.length > 0 ? egress : undefined,
    });
  }
}

function kubernetesPolicyOf(construct: IConstruct): ApiObject {
  const object = ApiObject.isApiObject(construct) ? construct : construct.node.defaultChild;
  if (object === undefined || !ApiObject.isApiObject(object) || (object as ApiObject).kind !== 'NetworkPolicy' || (object as ApiObject).apiGroup !== 'networking.k8s.io') {
    throw new Error(`${construct.node.path} is no NetworkPolicy of networking.k8s.io; Calico's own policies have fromPolicy of StagedNetworkPolicy and StagedGlobalNetworkPolicy`);
  }
  return object as ApiObject;
}
