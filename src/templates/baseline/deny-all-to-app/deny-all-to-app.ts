import { Construct } from 'constructs';
import { denyAllToAppProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { AppTemplateProps } from '../../apps/app-template-props';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `DenyAllToApp`.
 */
export interface DenyAllToAppProps extends AppTemplateProps {}

/**
 * Denies all traffic to an app that no other policy allows.
 *
 * Source: recipe 01 of ahmetb/kubernetes-network-policy-recipes.
 */
export class DenyAllToApp extends PolicyTemplate {
  private readonly props: DenyAllToAppProps;

  constructor(scope: Construct, id: string, props: DenyAllToAppProps) {
    super(scope, id, {
      name: 'baseline/deny-all-to-app',
      summary: 'Denies all traffic to an app that no other policy allows.',
      useWhen: ['An app serves nobody, such as a worker that takes its jobs from a queue.', 'It is the floor for policies that each let one client in.'],
      avoidWhen: [
        'Other policies allow traffic to the app and are to be overruled: take baseline/quarantine.',
        'The whole namespace is meant: take baseline/namespace-default-deny.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'deny-all-to-app'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
    });
  }

  public probes(): ProbeSet[] {
    return denyAllToAppProbes(this.props.namespace, this.props.app);
  }
}
