import { Construct } from 'constructs';
import { metricsDenyListProbes } from './probes';
import { Rule } from '../../../values/rule';
import { inEarlyTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { CalicoMetricsProps } from '../metrics-props';
import { metricsTargets } from '../metrics-targets';

const NAME = 'metrics-deny-list';

/**
 * Options of `MetricsDenyList`.
 */
export interface MetricsDenyListProps extends CalicoMetricsProps {}

/**
 * Keeps everybody but some from the metrics of Felix, Typha and kube-controllers, and leaves all other traffic as it is.
 *
 * Source: the deny-list form of Calico's `network-policy/comms/secure-metrics`. Its policy for kube-controllers is a NetworkPolicy: there
 * `notSelector` means pods of its own namespace only, and the policy closes the pods to everything else. Its policies for Felix and Typha have the
 * same name, so that the second replaces the first.
 */
export class MetricsDenyList extends PolicyTemplate {
  private readonly props: MetricsDenyListProps;

  /** @throws where `tier` doesn't come before `default` */
  constructor(scope: Construct, id: string, props: MetricsDenyListProps) {
    super(scope, id, {
      name: `securing-calico/${NAME}`,
      summary: 'Denies access to the metrics of Calico (Felix, Typha, kube-controllers) to all but some, by a deny-list that leaves all else open.',
      useWhen: ['Metrics are on, nodes have open host endpoints, and metrics tell more of the cluster than everybody is to know.'],
      avoidWhen: [
        'There are no host endpoints: Felix and Typha are on the network of their nodes, so that nothing is denied but kube-controllers.',
        'Hosts or Calico\'s namespace are closed by default: then nobody reads metrics; take securing-calico/metrics-allow-list.',
        'Pools have `natOutgoing` and pods read the metrics of other nodes: these see the node of the pod; give nodes as `scraperNets`.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inEarlyTier(`${scope.node.path}/${id}`, props, NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.CALICO_METRICS);
    for (const { name, fields, traffic, allowed } of metricsTargets(props, this.tier, NAME)) {
      this.addGlobalNetworkPolicy(name, { ...fields, ingress: [...allowed.map((match) => Rule.pass(match)), Rule.deny(traffic), Rule.pass()] });
    }
  }

  public probes(): ProbeSet[] {
    return metricsDenyListProbes(this.props);
  }
}
