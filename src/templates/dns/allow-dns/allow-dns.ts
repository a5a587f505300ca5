import { Construct } from 'constructs';
import { allowDnsProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-dns';

/**
 * Options of `AllowDns`.
 */
export interface AllowDnsProps extends PodScopeProps {
  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/**
 * Allows pods to ask the cluster's DNS, over UDP and TCP, by the labels of its pods.
 *
 * Source: `network-policy/get-started/kubernetes-default-deny` of Calico, whose rules take any pod with the labels for DNS, in every
 * namespace.
 */
export class AllowDns extends PolicyTemplate {
  private readonly props: AllowDnsProps;

  constructor(scope: Construct, id: string, props: AllowDnsProps = {}) {
    super(scope, id, {
      name: 'dns/allow-dns',
      summary: 'Allows pods to ask the cluster\'s DNS, over UDP and TCP, by the labels of its pods.',
      useWhen: ['Egress of the pods is closed, as almost every program needs names.'],
      avoidWhen: [
        'The DNS pods are on the network of their node: no label selects them; use dns/allow-dns-by-service.',
        'Nodes run NodeLocal DNSCache: queries go to another address; use dns/node-local-dns.',
        ...whereOpeningFails('egress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.EGRESS],
      egress: dnsRules(props.dns),
    });
  }

  public probes(): ProbeSet[] {
    return allowDnsProbes(this.props, this.props.dns, this.props.tier);
  }
}
