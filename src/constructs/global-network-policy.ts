import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { PolicyObject, twinMetadata } from './policy-object';
import { PolicyProps, PolicyRules } from './policy-rules';
import { Selector } from '../values/selector';
import { StagedAction } from '../values/staged-action';

/**
 * Properties of a `GlobalNetworkPolicy`.
 */
export interface GlobalNetworkPolicyProps extends PolicyProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Only pods in namespaces with matching labels; host endpoints are in none.
   *
   * @default - pods of every namespace, and host endpoints
   */
  readonly namespaceSelector?: Selector;

  /**
   * Decide before connection tracking: replies need rules of their own. Host endpoints only; needs `applyOnForward`, excludes `preDnat`.
   *
   * @default false
   */
  readonly doNotTrack?: boolean;

  /**
   * Decide before destination addresses are translated, so before a NodePort becomes a pod's port. Host endpoints and ingress only; needs
   * `applyOnForward`, excludes `doNotTrack`.
   *
   * @default false
   */
  readonly preDnat?: boolean;

  /** Decide on traffic that a host forwards too, not only on its own. @default false */
  readonly applyOnForward?: boolean;
}

/**
 * Properties of a `StagedGlobalNetworkPolicy`.
 */
export interface StagedGlobalNetworkPolicyProps extends GlobalNetworkPolicyProps {
  /** What enforcing the policy would do. With DELETE, only `metadata` and `tier` may be given. @default StagedAction.SET */
  readonly stagedAction?: StagedAction;
}

/**
 * A policy of the whole cluster: for pods of all namespaces and for host endpoints.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy
 */
export class GlobalNetworkPolicy extends PolicyObject {
  /**
   * A policy that enforces what the staged one holds, beside it and under its name. Rules that are added to either later count for both;
   * labels, annotations and patches don't. To turn the staged policy itself into an enforced one, call its `enforce`.
   */
  public static fromStaged(scope: Construct, id: string, staged: StagedGlobalNetworkPolicy): GlobalNetworkPolicy {
    const policy = new GlobalNetworkPolicy(scope, id, { metadata: twinMetadata(staged) });
    policy._rules.shareWith(staged._rules);
    return policy;
  }

  /** @throws where both `selector` and `subject` are given */
  constructor(scope: Construct, id: string, props: GlobalNetworkPolicyProps = {}) {
    super(scope, id, 'GlobalNetworkPolicy', props.metadata, new GlobalPolicyRules(scope, id, props));
  }
}

/**
 * A policy of the whole cluster on trial: it enforces nothing, and flow logs show what it would decide.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/stagedglobalnetworkpolicy
 */
export class StagedGlobalNetworkPolicy extends PolicyObject {
  /**
   * A staged policy that holds what the policy does, beside it and under its name: to try a change of action, such as its deletion. Rules that
   * are added to either later count for both; labels, annotations and patches don't. To turn the policy itself into a staged one, call its `stage`.
   *
   * @param stagedAction what enforcing would do. @default StagedAction.SET
   */
  public static fromPolicy(scope: Construct, id: string, policy: GlobalNetworkPolicy, stagedAction?: StagedAction): StagedGlobalNetworkPolicy {
    const staged = new StagedGlobalNetworkPolicy(scope, id, { metadata: twinMetadata(policy), stagedAction });
    staged._rules.shareWith(policy._rules);
    return staged;
  }

  /** @throws where both `selector` and `subject` are given, or a deletion is staged and holds rules */
  constructor(scope: Construct, id: string, props: StagedGlobalNetworkPolicyProps = {}) {
    const rules = new GlobalPolicyRules(scope, id, props, props.stagedAction ?? StagedAction.SET);
    super(scope, id, 'GlobalNetworkPolicy', props.metadata, rules);
  }
}

class GlobalPolicyRules extends PolicyRules<GlobalNetworkPolicyProps> {
  protected fields(): Record<string, unknown> {
    const { namespaceSelector, doNotTrack, preDnat, applyOnForward } = this.props;
    return {
      ...super.fields(),
      namespaceSelector: (namespaceSelector ?? this.subjectNamespaces())?._toManifest(),
      doNotTrack,
      preDNAT: preDnat,
      applyOnForward,
    };
  }
}
