import { Construct } from 'constructs';
import { allowAllToAppProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { AppTemplateProps } from '../app-template-props';

/**
 * Options of `AllowAllToApp`.
 */
export interface AllowAllToAppProps extends AppTemplateProps {}

/**
 * Lets everybody reach an app, in spite of a default deny.
 *
 * Source: recipe 02a of ahmetb/kubernetes-network-policy-recipes.
 */
export class AllowAllToApp extends PolicyTemplate {
  private readonly props: AllowAllToAppProps;

  constructor(scope: Construct, id: string, props: AllowAllToAppProps) {
    super(scope, id, {
      name: 'apps/allow-all-to-app',
      summary: 'Allows all traffic to an app, from pods of every namespace and from outside, beside a default deny.',
      useWhen: ['A namespace is closed by default, and one app of it is open to everybody.'],
      avoidWhen: [
        'Only the outside is meant: take apps/allow-external.',
        'Only one of its ports is meant: take apps/only-one-port.',
        'A policy with a lower order, or one of an earlier tier, denies: that still holds.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    this.addNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'allow-all-to-app'), namespace: props.namespace },
      selector: props.app,
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow()],
    });
  }

  public probes(): ProbeSet[] {
    return allowAllToAppProbes(this.props);
  }
}
