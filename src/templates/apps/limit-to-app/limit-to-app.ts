import { Construct } from 'constructs';
import { limitToAppProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `LimitToApp`.
 */
export interface LimitToAppProps extends AppPortsProps {
  /** The pods that may reach the app, by their labels: those of the app's own namespace. */
  readonly clients: Selector;
}

/**
 * Lets only some pods of its own namespace reach an app.
 *
 * Source: recipe 02 of ahmetb/kubernetes-network-policy-recipes.
 */
export class LimitToApp extends PolicyTemplate {
  private readonly props: LimitToAppProps;

  constructor(scope: Construct, id: string, props: LimitToAppProps) {
    super(scope, id, {
      name: 'apps/limit-to-app',
      summary: 'Limits who reaches an app to some pods of its own namespace, on all or some of its ports.',
      useWhen: ['An app, such as a database, serves one or a few others in the same namespace.'],
      avoidWhen: [
        'Another policy opens the app to its whole namespace, as namespaces/isolate-namespace and baseline/policy-baseline do: allowances add up.',
        'Clients are in other namespaces: their labels don\'t count; take namespaces/allow-from-pods, or apps/service-account-by-name.',
        'Clients are pods on the network of their node: policies see the address of the node, so no labels match.',
        'Whoever may create pods in the namespace isn\'t trusted: he can give a pod the labels of a client; take apps/guarded-service-accounts.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'limit-to-app'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.of(props.clients.and(PodScope.PODS)) })],
    });
  }

  public probes(): ProbeSet[] {
    return limitToAppProbes(this.props);
  }
}
