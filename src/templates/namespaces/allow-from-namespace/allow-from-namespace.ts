import { Construct } from 'constructs';
import { allowFromNamespaceProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { NamespacePortsProps } from '../namespace-ports-props';

/**
 * Options of `AllowFromNamespace`.
 */
export interface AllowFromNamespaceProps extends NamespacePortsProps {
  /** The name of the namespace whose pods may come. */
  readonly fromNamespace: string;
}

/**
 * Opens pods to the pods of one other namespace.
 *
 * Source: recipe 06 of ahmetb/kubernetes-network-policy-recipes, which goes by a label that whoever may edit a namespace can give his own.
 */
export class AllowFromNamespace extends PolicyTemplate {
  private readonly props: AllowFromNamespaceProps;

  constructor(scope: Construct, id: string, props: AllowFromNamespaceProps) {
    super(scope, id, {
      name: 'namespaces/allow-from-namespace',
      summary: 'Allows all pods of one namespace to reach pods of another, by the name of the namespace.',
      useWhen: ['A namespace serves another, such as one of an ingress controller or of monitoring.'],
      avoidWhen: [
        'Only some pods of the namespace are meant: take namespaces/allow-from-pods.',
        'The ingress controller is on the network of its node: policies see the address of the node; take dns/allow-kubelet-probes.',
        'Many namespaces are meant, and more to come: take namespaces/guarded-namespace-label.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-from-namespace'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.of(PodScope.PODS).inNamespacesNamed(props.fromNamespace) })],
    });
  }

  public probes(): ProbeSet[] {
    return allowFromNamespaceProbes(this.props, this.props.fromNamespace);
  }
}
