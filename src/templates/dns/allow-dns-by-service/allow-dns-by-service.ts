import { Construct } from 'constructs';
import { allowDnsByServiceProbes } from './probes';
import { Peer, ServiceReference } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-dns-by-service';

/**
 * Options of `AllowDnsByService`.
 */
export interface AllowDnsByServiceProps extends PodScopeProps {
  /** The Service of the cluster's DNS; without a namespace, in `kube-system`. @default - kube-dns in kube-system, whoever answers */
  readonly service?: ServiceReference;
}

/**
 * Allows pods to ask the cluster's DNS, over UDP and TCP, by its Service: Calico follows its endpoints, wherever they are.
 *
 * Source: `network-policy/policy-rules/service-policy` of Calico, whose policy closes host endpoints and system pods to all else.
 */
export class AllowDnsByService extends PolicyTemplate {
  private readonly props: AllowDnsByServiceProps;
  private readonly service: Required<ServiceReference>;

  constructor(scope: Construct, id: string, props: AllowDnsByServiceProps = {}) {
    super(scope, id, {
      name: 'dns/allow-dns-by-service',
      summary: 'Allows pods to ask the cluster\'s DNS, over UDP and TCP, by its Service: Calico follows its endpoints, wherever they are.',
      useWhen: [
        'Egress of the pods is closed.',
        'The DNS pods have labels that differ between clusters, are on the network of their node, or listen at other ports than 53.',
      ],
      avoidWhen: [
        'Only port 53 is to be open: all ports of the Service are, with kubeadm also that of its metrics (TCP 9153).',
        'Nodes run NodeLocal DNSCache: queries go to another address; use dns/node-local-dns.',
        ...whereOpeningFails('egress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    this.service = { name: props.service?.name ?? 'kube-dns', namespace: props.service?.namespace ?? 'kube-system' };
    const destination = Peer.service(this.service.name, this.service.namespace);
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.EGRESS],
      egress: [Protocol.UDP, Protocol.TCP].map((protocol) => Rule.allow({ protocol, destination })),
    });
  }

  public probes(): ProbeSet[] {
    return allowDnsByServiceProbes(this.props, this.service, this.props.tier);
  }
}
