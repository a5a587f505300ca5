import { Construct } from 'constructs';
import { isolateNamespaceProbes } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { PodScope } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate, PolicyTemplateProps } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `IsolateNamespace`.
 */
export interface IsolateNamespaceProps extends PolicyTemplateProps {
  /** The namespace. */
  readonly namespace: string;

  /** Directions in which the namespace is isolated. @default - ingress: its pods reach others, and others don't reach them */
  readonly types?: PolicyType[];

  /** Whether pods may ask the cluster's DNS where egress is isolated. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;

  /** The name of the policy. @default isolate-namespace */
  readonly name?: string;
}

/**
 * Keeps the pods of a namespace among themselves, as far as no other policy lets others in.
 *
 * Source: recipe 04 of ahmetb/kubernetes-network-policy-recipes.
 */
export class IsolateNamespace extends PolicyTemplate {
  private readonly props: IsolateNamespaceProps;
  private readonly types: PolicyType[];

  constructor(scope: Construct, id: string, props: IsolateNamespaceProps) {
    super(scope, id, {
      name: 'namespaces/isolate-namespace',
      summary: 'Keeps the pods of a namespace among themselves: pods of other namespaces and the outside don\'t reach them.',
      useWhen: ['A namespace belongs to one team or tenant, and what is in it may talk to each other.'],
      avoidWhen: [
        'Pods of the namespace aren\'t to reach each other either, or only some, by apps/limit-to-app: take baseline/namespace-default-deny; allowances add up.',
        'Something of the namespace serves others, such as by an Ingress: add namespaces/allow-from-namespace or apps/allow-external for it.',
        'Pods on the network of their node are to be kept out too: those of the pod\'s own node always get in.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.types = props.types ?? [PolicyType.INGRESS];
    // A selector alone means the policy's own namespace. Without it a network set that lies there would open the namespace to its addresses.
    const own = Peer.of(PodScope.PODS);
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'isolate-namespace'), namespace: props.namespace },
      types: this.types,
      ingress: this.types.includes(PolicyType.INGRESS) ? [Rule.allow({ source: own })] : [],
      egress: this.types.includes(PolicyType.EGRESS) ? [Rule.allow({ destination: own }), ...this.allowsDns() ? dnsRules(props.dns) : []] : [],
    });
  }

  public probes(): ProbeSet[] {
    return isolateNamespaceProbes(this.props.namespace, this.types, { allowed: this.allowsDns(), dns: this.props.dns });
  }

  private allowsDns(): boolean {
    return this.props.allowDns ?? true;
  }
}
