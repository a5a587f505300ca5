import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { PolicyProps, PolicyRules } from './policy-rules';
import { Rule } from '../values/rule';
import { Selector } from '../values/selector';
import { withoutUndefined } from '../values/without-undefined';

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
 * A policy of the whole cluster: for pods of all namespaces and for host endpoints.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy
 */
export class GlobalNetworkPolicy extends CalicoObject {
  private readonly rules: PolicyRules;

  /** @throws where both `selector` and `subject` are given */
  constructor(scope: Construct, id: string, props: GlobalNetworkPolicyProps = {}) {
    const rules = new PolicyRules(`${scope.node.path}/${id}`, props);
    super(scope, id, 'GlobalNetworkPolicy', props.metadata, () => withoutUndefined({
      ...rules.toManifest(),
      namespaceSelector: (props.namespaceSelector ?? rules.subjectNamespaces())?._toManifest(),
      doNotTrack: props.doNotTrack,
      preDNAT: props.preDnat,
      applyOnForward: props.applyOnForward,
    }));
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
