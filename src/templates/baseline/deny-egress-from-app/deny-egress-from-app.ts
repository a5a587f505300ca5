import { Construct } from 'constructs';
import { denyEgressFromAppProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { AppTemplateProps } from '../../apps/app-template-props';
import { ClusterDns, dnsRules } from '../../cluster-dns';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `DenyEgressFromApp`.
 */
export interface DenyEgressFromAppProps extends AppTemplateProps {
  /** Whether the app may ask the cluster's DNS. @default true */
  readonly allowDns?: boolean;

  /** The pods that answer. @default - kube-dns or CoreDNS in kube-system */
  readonly dns?: ClusterDns;
}

/**
 * Denies all traffic from an app that no other policy allows, but for DNS.
 *
 * Source: recipe 11 of ahmetb/kubernetes-network-policy-recipes.
 */
export class DenyEgressFromApp extends PolicyTemplate {
  private readonly props: DenyEgressFromAppProps;

  constructor(scope: Construct, id: string, props: DenyEgressFromAppProps) {
    super(scope, id, {
      name: 'baseline/deny-egress-from-app',
      summary: 'Denies all traffic from an app that no other policy allows, but for DNS to the pods of the cluster.',
      useWhen: ['An app only answers, and is not to open connections: a database, a cache, whatever might leak data.'],
      avoidWhen: [
        'It may reach pods of the cluster: take apps/deny-external-egress.',
        'Data must not leave by DNS either: a query for a name tells the name; set `allowDns` to false.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'deny-egress-from-app'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.EGRESS],
      egress: props.allowDns ?? true ? dnsRules(props.dns) : [],
    });
  }

  public probes(): ProbeSet[] {
    const { namespace, app, allowDns = true, dns } = this.props;
    return denyEgressFromAppProbes(namespace, app, { allowed: allowDns, dns });
  }
}
