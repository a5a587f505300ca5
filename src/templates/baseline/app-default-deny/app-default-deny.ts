import { Construct } from 'constructs';
import { appDefaultDenyProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `AppDefaultDeny`.
 */
export interface AppDefaultDenyProps extends PodScopeProps {
  /** Directions in which nothing passes. @default - both */
  readonly types?: PolicyType[];

  /** Whether pods may ask the cluster's DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/**
 * Denies all traffic of applications' pods that no other policy allows, but for DNS, and leaves system namespaces and host endpoints alone.
 *
 * Source: `network-policy/get-started/kubernetes-default-deny` of Calico, which takes any pod with the labels for DNS,
 * and closes Calico's own operator.
 */
export class AppDefaultDeny extends PolicyTemplate {
  private readonly props: AppDefaultDenyProps;
  private readonly types: PolicyType[];

  constructor(scope: Construct, id: string, props: AppDefaultDenyProps = {}) {
    super(scope, id, {
      name: 'baseline/app-default-deny',
      summary: 'Denies all traffic of applications\' pods that no other policy allows, in every namespace but those of the system; DNS stays.',
      useWhen: ['New namespaces are to be closed from the first pod on, without anybody thinking of it.'],
      avoidWhen: [
        'Applications run that have no policies yet: start with baseline/staged-default-deny, and look at what it would deny.',
        'Operators or add-ons run in namespaces of their own that nobody excluded: give `namespaces`.',
        'Pods need the Kubernetes API and no policy allows it yet: add dns/allow-kube-apiserver.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.types = props.types ?? [PolicyType.INGRESS, PolicyType.EGRESS];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'app-default-deny') },
      ...PodScope.fieldsOf(props),
      types: this.types,
      egress: this.allowsDns() ? dnsRules(props.dns) : [],
    });
  }

  public probes(): ProbeSet[] {
    return appDefaultDenyProbes(this.props, this.types, { allowed: this.allowsDns(), dns: this.props.dns }, this.tier);
  }

  private allowsDns(): boolean {
    return this.types.includes(PolicyType.EGRESS) && (this.props.allowDns ?? true);
  }
}
