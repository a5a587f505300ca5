import { Construct } from 'constructs';
import { allowFromServiceProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { matchOf } from '../../traffic';
import { AppPortsProps } from '../app-template-props';

/**
 * Options of `AllowFromService`.
 */
export interface AllowFromServiceProps extends AppPortsProps {
  /** The name of the Service whose endpoints may reach the app. */
  readonly service: string;

  /** The namespace of the Service. @default - that of the app */
  readonly serviceNamespace?: string;
}

/**
 * Lets the endpoints of a Service reach an app: whatever is behind it, pods on the network of their node among them.
 *
 * Source: "Allow access from a specified service" of Calico's `network-policy/policy-rules/service-policy`. The reference says that a Service
 * without namespace is in the policy's own: nothing fills that in, so that the namespace is always written here.
 */
export class AllowFromService extends PolicyTemplate {
  private readonly props: AllowFromServiceProps;

  constructor(scope: Construct, id: string, props: AllowFromServiceProps) {
    super(scope, id, {
      name: 'apps/allow-from-service',
      summary: 'Allows traffic from a Service to an app: from the endpoints behind it, whatever their labels, on the network of nodes too.',
      useWhen: [
        'Clients are pods on the network of their node, or machines outside, that a Service names: no label selects these.',
        'The team of the clients says by a Service of its own who they are.',
      ],
      avoidWhen: [
        'Whoever may write Services, or pods with the labels that it selects, isn\'t trusted with access.',
        'Traffic is meant that comes by way of the Service\'s address: it counts who sends, not which way it takes.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-from-service'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({ ...matchOf(props), source: Peer.service(props.service, props.serviceNamespace ?? props.namespace) })],
    });
  }

  public probes(): ProbeSet[] {
    const { service, serviceNamespace = this.props.namespace } = this.props;
    return allowFromServiceProbes(this.props, service, serviceNamespace);
  }
}
