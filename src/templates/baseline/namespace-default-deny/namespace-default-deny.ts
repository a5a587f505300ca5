import { Construct } from 'constructs';
import { namespaceDefaultDenyProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `NamespaceDefaultDeny`.
 */
export interface NamespaceDefaultDenyProps extends PolicyTemplateProps {
  /** The namespace. */
  readonly namespace: string;

  /** Directions in which nothing passes. @default - both */
  readonly types?: PolicyType[];

  /** Whether pods may ask the cluster's DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;

  /** The name of the policy. @default default-deny */
  readonly name?: string;
}

/**
 * Denies all traffic of a namespace's pods that no other policy allows, but for DNS.
 *
 * Source: the best practice of Calico's `network-policy/get-started/kubernetes-default-deny`.
 */
export class NamespaceDefaultDeny extends PolicyTemplate {
  private readonly props: NamespaceDefaultDenyProps;
  private readonly types: PolicyType[];

  constructor(scope: Construct, id: string, props: NamespaceDefaultDenyProps) {
    super(scope, id, {
      name: 'baseline/namespace-default-deny',
      summary: 'Denies all traffic of a namespace\'s pods that no other policy allows; DNS stays.',
      useWhen: ['Each application brings policies for what it needs, and nothing else is to pass.'],
      avoidWhen: [
        'Nothing else is open yet and the namespace is in use: set `staged`, and see what it would deny.',
        'Nodes run NodeLocal DNSCache: add dns/node-local-dns.',
        'Pods on the network of their node are to be closed too: no policy of pods applies to them.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'default-deny'), namespace: props.namespace },
      types: this.types,
      egress: this.allowsDns() ? dnsRules(props.dns) : [],
    });
  }

  public probes(): ProbeSet[] {
    return namespaceDefaultDenyProbes(this.props.namespace, this.types, { allowed: this.allowsDns(), dns: this.props.dns });
  }

  private allowsDns(): boolean {
    return this.types.includes(PolicyType.EGRESS) && (this.props.allowDns ?? true);
  }
}
