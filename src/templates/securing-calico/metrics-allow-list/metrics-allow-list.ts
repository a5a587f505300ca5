import { Construct } from 'constructs';
import { metricsAllowListProbes } from './probes';
import { Rule } from '../../../values/rule';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { CalicoMetricsProps } from '../metrics-props';
import { metricsTargets } from '../metrics-targets';

const NAME = 'metrics-allow-list';

/**
 * Options of `MetricsAllowList`.
 */
export interface MetricsAllowListProps extends CalicoMetricsProps {}

/**
 * Lets some read the metrics of Felix, Typha and kube-controllers, where hosts and Calico's namespace are closed by default.
 *
 * Source: the allow-list form of Calico's `network-policy/comms/secure-metrics`. Its policies are in the tier `default`, after the operator's tier
 * `calico-system`, which denies the metrics of kube-controllers before (projectcalico/calico#13370), and let in pods of every namespace.
 */
export class MetricsAllowList extends PolicyTemplate {
  private readonly props: MetricsAllowListProps;

  /** @throws where `tier` doesn't come before `default` */
  constructor(scope: Construct, id: string, props: MetricsAllowListProps) {
    super(scope, id, {
      name: `securing-calico/${NAME}`,
      summary: 'Allows some to read the metrics of Calico (Felix, Typha, kube-controllers), an allow-list for where all else is closed.',
      useWhen: ['Metrics are on, and host endpoints are closed by default.', 'Calico is installed by its operator, which closes kube-controllers.'],
      avoidWhen: [
        'Hosts are open: everybody reads metrics; take securing-calico/metrics-deny-list.',
        'Pools have `natOutgoing` and pods read the metrics of other nodes: these see the node of the pod; give nodes as `scraperNets`.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.CALICO_METRICS);
    for (const { name, fields, allowed } of metricsTargets(props, this.tier, NAME)) {
      this.addGlobalNetworkPolicy(name, { ...fields, ingress: [...allowed.map((match) => Rule.allow(match)), Rule.pass()] });
    }
  }

  public probes(): ProbeSet[] {
    return metricsAllowListProbes(this.props);
  }
}
