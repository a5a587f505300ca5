import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { PolicyProps, PolicyRules } from './policy-rules';
import { Rule } from '../values/rule';

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
 * A policy of one namespace.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/networkpolicy
 */
export class NetworkPolicy extends CalicoObject {
  private readonly rules: PolicyRules;

  /** @throws where both `selector` and `subject` are given, or the subject is in another namespace than the policy */
  constructor(scope: Construct, id: string, props: NetworkPolicyProps = {}) {
    const path = `${scope.node.path}/${id}`;
    const rules = new PolicyRules(path, props);
    super(scope, id, 'NetworkPolicy', inNamespaceOf(path, props.metadata, rules.subjectNamespace()), () => rules.toManifest());
    this.rules = rules;
  }

  /** Adds rules for traffic to the endpoints, after those that are there. */
  public addIngress(...rules: Rule[]): void {
    this.rules.ingress.push(...rules);
  }

  /** Adds rules for traffic from the endpoints, after those that are there. */
  public addEgress(...rules: Rule[]): void {
    this.rules.egress.push(...rules);
  }
}

function inNamespaceOf(path: string, metadata: ApiObjectMetadata | undefined, namespace: string | undefined): ApiObjectMetadata | undefined {
  if (namespace === undefined) {
    return metadata;
  }
  if (metadata?.namespace !== undefined && metadata.namespace !== namespace) {
    throw new Error(`${path}: the policy is in namespace ${JSON.stringify(metadata.namespace)}, its subject in `
      + `${JSON.stringify(namespace)}; a NetworkPolicy protects pods of its own namespace only, so leave the namespace out`);
  }
  return { ...metadata, namespace };
}
