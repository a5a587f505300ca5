import { Construct } from 'constructs';
import { severalClientsProbes } from './probes';
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
 * Options of `SeveralClients`.
 */
export interface SeveralClientsProps extends AppPortsProps {
  /** Kinds of pods that may reach the app, each by its labels: those of the app's own namespace. A pod has to match one of them. */
  readonly clients: Selector[];
}

/**
 * Lets several kinds of pods of its own namespace reach an app: one selector that matches is enough.
 *
 * Source: recipe 10 of ahmetb/kubernetes-network-policy-recipes.
 */
export class SeveralClients extends PolicyTemplate {
  private readonly props: SeveralClientsProps;

  /** @throws where `clients` is empty */
  constructor(scope: Construct, id: string, props: SeveralClientsProps) {
    super(scope, id, {
      name: 'apps/several-clients',
      summary: 'Allows several selectors of clients of an app\'s own namespace: a pod that one of them matches gets in.',
      useWhen: ['A shared app, such as a database or a cache, serves apps that have no label in common.'],
      avoidWhen: [
        'A client has to match all selectors: join them by `and`, and take apps/limit-to-app.',
        'Clients are in other namespaces: their labels don\'t count here.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.clients.length === 0) {
      throw new Error(`${this.node.path}: clients is empty, so nobody would reach the app; to close it take baseline/deny-all-to-app`);
    }
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'several-clients'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: props.clients.map((client) => Rule.allow({ ...matchOf(props), source: Peer.of(client.and(PodScope.PODS)) })),
    });
  }

  public probes(): ProbeSet[] {
    return severalClientsProbes(this.props);
  }
}
