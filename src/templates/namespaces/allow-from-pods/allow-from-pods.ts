import { Construct } from 'constructs';
import { allowFromPodsProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { NamespacePortsProps } from '../namespace-ports-props';

/**
 * Options of `AllowFromPods`.
 */
export interface AllowFromPodsProps extends NamespacePortsProps {
  /** The name of the namespace of the pods that may come. */
  readonly fromNamespace: string;

  /** Their labels. */
  readonly fromPods: Selector;
}

/**
 * Opens pods to some pods of another namespace.
 *
 * Source: recipe 07 of ahmetb/kubernetes-network-policy-recipes.
 */
export class AllowFromPods extends PolicyTemplate {
  private readonly props: AllowFromPodsProps;

  constructor(scope: Construct, id: string, props: AllowFromPodsProps) {
    super(scope, id, {
      name: 'namespaces/allow-from-pods',
      summary: 'Allows some pods of one namespace to reach pods of another, by the namespace\'s name and the pods\' labels.',
      useWhen: ['An app of another namespace is a client, and its neighbours aren\'t.'],
      avoidWhen: [
        'Whoever may create pods in the other namespace isn\'t trusted: he can give a pod the labels; take apps/guarded-service-accounts.',
        'Clients are pods on the network of their node: policies see the address of the node, so no labels match.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-from-pods'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      // Both in one peer: as two, either would do.
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.of(props.fromPods.and(PodScope.PODS)).inNamespacesNamed(props.fromNamespace) })],
    });
  }

  public probes(): ProbeSet[] {
    return allowFromPodsProbes(this.props, this.props.fromNamespace, this.props.fromPods);
  }
}
