import { Construct } from 'constructs';
import { serviceAccountByLabelProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `ServiceAccountByLabel`.
 */
export interface ServiceAccountByLabelProps extends AppPortsProps {
  /** The service accounts whose pods may reach the app, by the labels of the service accounts (not of the pods). */
  readonly serviceAccounts: Selector;

  /** The namespaces of the service accounts, by their labels. @default - the namespace of the app */
  readonly clientNamespaces?: Selector;
}

/**
 * Lets pods reach an app whose service accounts have some labels.
 *
 * Source: "Limit ingress traffic for workloads by service account label" of Calico's `network-policy/policy-rules/service-accounts`.
 */
export class ServiceAccountByLabel extends PolicyTemplate {
  private readonly props: ServiceAccountByLabelProps;

  /** @throws where the selector matches service accounts without labels, so `default` of every namespace too */
  constructor(scope: Construct, id: string, props: ServiceAccountByLabelProps) {
    super(scope, id, {
      name: 'apps/service-account-by-label',
      summary: 'Allows pods by the labels of their service account to reach an app, whatever their own labels.',
      useWhen: ['A group of service accounts grows and shrinks, and the policy is to stay as it is.'],
      avoidWhen: [
        'Whoever may label service accounts isn\'t trusted with access: take apps/guarded-service-accounts.',
        'The labels are those of the pods: take apps/limit-to-app.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    if (props.serviceAccounts.matches({})) {
      throw new Error(`${this.node.path}: serviceAccounts is ${props.serviceAccounts}, which matches service accounts without any labels, so \`default\` too; ask for a label that has to be there`);
    }
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'service-account-by-label'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({
        ...matchOf(props),
        source: Peer.where({ serviceAccountSelector: props.serviceAccounts, namespaceSelector: props.clientNamespaces }),
      })],
    });
  }

  public probes(): ProbeSet[] {
    return serviceAccountByLabelProbes(this.props, this.props.serviceAccounts, this.props.clientNamespaces);
  }
}
