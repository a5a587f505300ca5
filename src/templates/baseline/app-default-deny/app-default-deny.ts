import { Construct } from 'constructs';
import { appDefaultDenyProbes } from './probes';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { defaultDeny, DefaultDenyProps } from '../default-deny';

/**
 * Options of `AppDefaultDeny`.
 */
export interface AppDefaultDenyProps extends DefaultDenyProps {}

/**
 * Denies all traffic of applications' pods that no other policy allows, but for DNS, and leaves system namespaces and host endpoints alone.
 *
 * Source: `network-policy/get-started/kubernetes-default-deny` of Calico, which takes any pod with the labels for DNS,
 * and closes Calico's own operator.
 */
export class AppDefaultDeny extends PolicyTemplate {
  private readonly props: AppDefaultDenyProps;

  constructor(scope: Construct, id: string, props: AppDefaultDenyProps = {}) {
    super(scope, id, {
      name: 'baseline/app-default-deny',
      summary: 'Denies all traffic of applications\' pods that no other policy allows, in every namespace but those of the system; DNS stays.',
      useWhen: ['New namespaces are to be closed from the first pod on, without anybody thinking of it.'],
      avoidWhen: [
        'Applications run that have no policies yet: start with baseline/staged-default-deny, and look at what it would deny.',
        'Operators or add-ons run in namespaces of their own that nobody excluded: give `namespaces`.',
        'Pods need the Kubernetes API and no policy allows it yet: add dns/allow-kube-apiserver.',
        'Webhooks or aggregated APIs run in these namespaces: add dns/allow-kubelet-probes, or the API server refuses what it can\'t have checked.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addGlobalNetworkPolicy('policy', { metadata: { name: nameInTier(this.tier, props.name ?? 'app-default-deny') }, ...defaultDeny(props).fields });
  }

  public probes(): ProbeSet[] {
    const { types, dns } = defaultDeny(this.props);
    return appDefaultDenyProbes(this.props, types, dns, this.tier);
  }
}
