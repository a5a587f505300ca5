import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { PolicyObject, twinMetadata } from './policy-object';
import { PolicyProps, PolicyRules } from './policy-rules';
import { StagedAction } from '../values/staged-action';

/**
 * Properties of a `NetworkPolicy`.
 */
export interface NetworkPolicyProps extends PolicyProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path, the namespace of the subject or else of the chart
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * Properties of a `StagedNetworkPolicy`.
 */
export interface StagedNetworkPolicyProps extends NetworkPolicyProps {
  /** What enforcing the policy would do. With DELETE, only `metadata` and `tier` may be given. @default StagedAction.SET */
  readonly stagedAction?: StagedAction;
}

/**
 * A policy of one namespace.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy
 */
export class NetworkPolicy extends PolicyObject {
  /**
   * A policy that enforces what the staged one holds, beside it and under its name. Rules that are added to either later count for both;
   * labels, annotations and patches don't. To turn the staged policy itself into an enforced one, call its `enforce`.
   */
  public static fromStaged(scope: Construct, id: string, staged: StagedNetworkPolicy): NetworkPolicy {
    const policy = new NetworkPolicy(scope, id, { metadata: twinMetadata(staged) });
    policy._rules.shareWith(staged._rules);
    return policy;
  }

  /** @throws where both `selector` and `subject` are given, or the subject is in another namespace than the policy */
  constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    const rules = new PolicyRules(scope, id, props);
    super(scope, id, 'NetworkPolicy', metadataBeside(rules, scope, id, props.metadata), rules);
  }
}

/**
 * A policy of one namespace on trial: it enforces nothing, and flow logs show what it would decide.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/stagednetworkpolicy
 */
export class StagedNetworkPolicy extends PolicyObject {
  /**
   * A staged policy that holds what the policy does, beside it and under its name: to try a change of action, such as its deletion. Rules that
   * are added to either later count for both; labels, annotations and patches don't. To turn the policy itself into a staged one, call its `stage`.
   *
   * @param stagedAction what enforcing would do. @default StagedAction.SET
   */
  public static fromPolicy(scope: Construct, id: string, policy: NetworkPolicy, stagedAction?: StagedAction): StagedNetworkPolicy {
    const staged = new StagedNetworkPolicy(scope, id, { metadata: twinMetadata(policy), stagedAction });
    staged._rules.shareWith(policy._rules);
    return staged;
  }

  /**
   * @throws where both `selector` and `subject` are given, the subject is in another namespace than the policy, or a deletion is staged and
   * holds rules
   */
  constructor(scope: Construct, id: string, props: StagedNetworkPolicyProps = {}) {
    const rules = new PolicyRules<NetworkPolicyProps>(scope, id, props, props.stagedAction ?? StagedAction.SET);
    super(scope, id, 'NetworkPolicy', metadataBeside(rules, scope, id, props.metadata), rules);
  }
}

/** The metadata with the namespace of the subject. */
function metadataBeside(
  rules: PolicyRules, scope: Construct, id: string, metadata: ApiObjectMetadata | undefined,
): ApiObjectMetadata | undefined {
  const namespace = rules.subjectNamespace();
  if (namespace === undefined) {
    return metadata;
  }
  if (metadata?.namespace !== undefined && metadata.namespace !== namespace) {
    throw new Error(`${scope.node.path}/${id}: the policy is in namespace ${JSON.stringify(metadata.namespace)}, its subject in `
      + `${JSON.stringify(namespace)}; a NetworkPolicy protects pods of its own namespace only, so leave the namespace out`);
  }
  return { ...metadata, namespace };
}
