import { Construct } from 'constructs';
import { allowFromAllNamespacesProbes } from './probes';
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
 * Options of `AllowFromAllNamespaces`.
 */
export interface AllowFromAllNamespacesProps extends NamespacePortsProps {}

/**
 * Opens pods to all pods of the cluster, and to nothing outside.
 *
 * Source: recipe 05 of ahmetb/kubernetes-network-policy-recipes.
 */
export class AllowFromAllNamespaces extends PolicyTemplate {
  private readonly props: AllowFromAllNamespacesProps;

  constructor(scope: Construct, id: string, props: AllowFromAllNamespacesProps) {
    super(scope, id, {
      name: 'namespaces/allow-from-all-namespaces',
      summary: 'Allows pods of every namespace to reach pods of one, and keeps the outside out.',
      useWhen: ['A namespace serves the whole cluster, such as with a registry, a message broker or a database.'],
      avoidWhen: [
        'Clients outside the cluster are meant too: take apps/allow-external.',
        'Clients are pods on the network of their node: policies see the address of the node; take dns/allow-kubelet-probes.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-from-all-namespaces'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      // The namespaces alone would also mean their network sets, whatever addresses those have.
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.of(PodScope.PODS).inNamespaces(Selector.all()) })],
    });
  }

  public probes(): ProbeSet[] {
    return allowFromAllNamespacesProbes(this.props);
  }
}
