import { Construct } from 'constructs';
import { logThenDenyProbes } from './probes';
import { PolicyType } from '../../../values/policy-type';
import { Rule } from '../../../values/rule';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { defaultDeny, DefaultDenyProps } from '../default-deny';

/**
 * Options of `LogThenDeny`.
 */
export interface LogThenDenyProps extends DefaultDenyProps {}

/**
 * Denies all traffic of pods that no other policy of the tier allows, and writes a log line of each connection.
 *
 * Source: `network-policy/policy-rules/log-rules` of Calico, whose policies hold Log rules alone: nothing decides
 * then, and the end of the tier denies.
 */
export class LogThenDeny extends PolicyTemplate {
  private readonly props: LogThenDenyProps;

  constructor(scope: Construct, id: string, props: LogThenDenyProps = {}) {
    super(scope, id, {
      name: 'baseline/log-then-deny',
      summary: 'Denies all traffic of pods that no other policy of the tier allows, but for DNS, and has the node\'s kernel log each try.',
      useWhen: ['Who tries what isn\'t allowed is to be found in the logs of the nodes, such as for an audit.'],
      avoidWhen: [
        'Only flows are to be seen, not logged: staged policies and flow logs show them without a line for each packet.',
        'Policies of the tier have neither an order nor a name before `zz`: this stands last by its name, and they would come after it.',
        'The pods get much unwanted traffic: every packet that is denied writes a line.',
        'Calico uses eBPF on nodes before Linux 5.16: lines go to the trace pipe of the kernel, and say nothing of the packet there.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, props);
    this.props = props;
    const { types, fields } = defaultDeny(props);
    // A rule that logs decides nothing: the next one has to. Without an order it comes after all that have one, those of Kubernetes (1000) too.
    const rules = [Rule.log(), Rule.deny()];
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? 'zz-log-then-deny') },
      ...fields,
      ingress: types.includes(PolicyType.INGRESS) ? rules : [],
      egress: types.includes(PolicyType.EGRESS) ? [...fields.egress, ...rules] : [],
    });
  }

  public probes(): ProbeSet[] {
    const { types, dns } = defaultDeny(this.props);
    return logThenDenyProbes(this.props, types, dns, this.tier);
  }
}
