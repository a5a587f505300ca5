import { Construct } from 'constructs';
import { serviceAccountByNameProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `ServiceAccountByName`.
 */
export interface ServiceAccountByNameProps extends AppPortsProps {
  /** The names of the service accounts whose pods may reach the app. */
  readonly serviceAccounts: string[];

  /** The namespace of the service accounts. @default - that of the app */
  readonly clientNamespace?: string;
}

/**
 * Lets pods that run as one of some service accounts reach an app.
 *
 * Source: "Limit ingress traffic for workloads by service account name" of Calico's `network-policy/policy-rules/service-accounts`.
 */
export class ServiceAccountByName extends PolicyTemplate {
  private readonly props: ServiceAccountByNameProps;

  /** @throws where `serviceAccounts` is empty: Calico would then let in everybody */
  constructor(scope: Construct, id: string, props: ServiceAccountByNameProps) {
    super(scope, id, {
      name: 'apps/service-account-by-name',
      summary: 'Allows pods by the name of their service account to reach an app, whatever their labels.',
      useWhen: ['Anybody may label pods, and few may decide which service account they run as.', 'Clients are in another namespace.'],
      avoidWhen: [
        'Clients run as the service account `default`: so does every pod that names none.',
        'Clients are pods on the network of their node: policies see the address of the node, and no service account.',
        'Service accounts come and go: take apps/service-account-by-label.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.serviceAccounts.length === 0) {
      throw new Error(`${this.node.path}: serviceAccounts is empty, which Calico takes for no condition at all; name one service account at least`);
    }
    this.props = props;
    const clients = Peer.serviceAccounts(...props.serviceAccounts);
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'service-account-by-name'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({
        ...matchOf(props),
        source: props.clientNamespace === undefined ? clients : clients.inNamespacesNamed(props.clientNamespace),
      })],
    });
  }

  public probes(): ProbeSet[] {
    return serviceAccountByNameProbes(this.props, this.props.clientNamespace ?? this.props.namespace, this.props.serviceAccounts);
  }
}
