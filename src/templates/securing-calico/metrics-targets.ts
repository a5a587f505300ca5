import { CalicoMetricsProps } from './metrics-props';
import { GlobalNetworkPolicyProps } from '../../constructs/global-network-policy';
import { ITier } from '../../constructs/tier';
import { Peer } from '../../values/peer';
import { PolicyType } from '../../values/policy-type';
import { Port } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { RuleProps } from '../../values/rule';
import { Selector } from '../../values/selector';
import { byFamily } from '../families';
import { hostEndpointsWith } from '../host-selection';
import { TIER_ORDER } from '../own-tier';
import { PodScope } from '../pod-scope';
import { nameInTier } from '../policy-name';

/** Where metrics are, and who reads them. */
export interface MetricsTarget {
  /** Last part of the policy's name. */
  readonly name: string;
  /** Fields of its policy, without the rules. */
  readonly fields: GlobalNetworkPolicyProps;
  /** All traffic to the metrics. */
  readonly traffic: RuleProps;
  /** That of those who may read them. */
  readonly allowed: readonly RuleProps[];
}

export const KUBE_CONTROLLERS = Selector.label('k8s-app').equals('calico-kube-controllers');
export const SCRAPERS = Selector.label('calico-prometheus-access').equals('true');

/** Felix and Typha are on the network of their nodes, so that only host endpoints see their traffic. */
export function metricsTargets(props: CalicoMetricsProps, tier: ITier, policyName: string): MetricsTarget[] {
  const { scrapers = SCRAPERS, scraperNamespaces, scraperNets = [], hosts, namespace = 'calico-system' } = props;
  const { felixPort = Port.of(9091), typhaPort = Port.of(9093), kubeControllersPort = Port.of(9094) } = props;
  const sources = [
    Peer.of(scrapers.and(PodScope.PODS)).inNamespaces(scraperNamespaces),
    ...byFamily(scraperNets).map(({ nets }) => Peer.nets(...nets)),
  ];
  const order = props.order ?? TIER_ORDER.CALICO_METRICS;
  const target = (name: string, ports: Port[], selected: GlobalNetworkPolicyProps): MetricsTarget => {
    const traffic = { protocol: Protocol.TCP, destination: Peer.ports(...ports) };
    return {
      name,
      fields: { metadata: { name: nameInTier(tier, `${policyName}-${name}`) }, types: [PolicyType.INGRESS], ...selected },
      traffic,
      allowed: sources.map((source) => ({ ...traffic, source })),
    };
  };
  return [
    target('nodes', [felixPort, typhaPort], { order, selector: hostEndpointsWith(hosts) }),
    target('kube-controllers', [kubeControllersPort], {
      order: order + 1,
      selector: KUBE_CONTROLLERS,
      namespaceSelector: Selector.label('projectcalico.org/name').equals(namespace),
    }),
  ];
}
