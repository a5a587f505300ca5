import { Construct } from 'constructs';
import { allowPrometheusScrapeProbes, PrometheusScrape } from './probes';
import { Peer } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Rule } from '../../../values/rule';
import { Selector } from '../../../values/selector';
import { inOwnTier, makeOwnTier, TIER_ORDER } from '../../own-tier';
import { PodScope, PodScopeProps } from '../../pod-scope';
import { nameInTier } from '../../policy-name';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';
import { whereOpeningFails } from '../opening-only';

const NAME = 'allow-prometheus-scrape';

/**
 * Options of `AllowPrometheusScrape`.
 */
export interface AllowPrometheusScrapeProps extends PodScopeProps {
  /** The ports that serve metrics, over TCP; a name means the number that each pod gives it. @default - the port named metrics */
  readonly ports?: Port[];

  /** Prometheus' namespace. @default monitoring */
  readonly prometheusNamespace?: string;

  /** Prometheus' labels. @default - app.kubernetes.io/name == "prometheus" */
  readonly prometheus?: Selector;
}

/**
 * Allows Prometheus to scrape pods, and nobody else to see their metrics.
 *
 * Source: recipe 09 of ahmetb/kubernetes-network-policy-recipes, and `operations/monitor` of Calico.
 */
export class AllowPrometheusScrape extends PolicyTemplate {
  private readonly props: AllowPrometheusScrapeProps;
  private readonly scrape: PrometheusScrape;

  constructor(scope: Construct, id: string, props: AllowPrometheusScrapeProps = {}) {
    super(scope, id, {
      name: 'dns/allow-prometheus-scrape',
      summary: 'Allows Prometheus to scrape the metrics of pods, from its namespace and by its labels.',
      useWhen: ['Ingress of the pods is closed, and Prometheus runs as pods of the cluster.'],
      avoidWhen: [
        'Prometheus is outside the cluster, or on the network of a node: allow its addresses.',
        'Egress of Prometheus is closed: this opens the ingress of what it scrapes only.',
        ...whereOpeningFails('ingress'),
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    }, inOwnTier(props, props.name ?? NAME));
    this.props = props;
    makeOwnTier(this, props.tier, TIER_ORDER.ALLOW_ONLY);
    this.scrape = {
      ports: props.ports ?? [Port.named('metrics')],
      namespace: props.prometheusNamespace ?? 'monitoring',
      pods: props.prometheus ?? Selector.label('app.kubernetes.io/name').equals('prometheus'),
    };
    this.addGlobalNetworkPolicy('policy', {
      metadata: { name: nameInTier(this.tier, props.name ?? NAME) },
      ...PodScope.fieldsOf(props),
      types: [PolicyType.INGRESS],
      ingress: [Rule.allow({
        protocol: Protocol.TCP,
        source: Peer.of(this.scrape.pods.and(PodScope.PODS)).inNamespacesNamed(this.scrape.namespace),
        destination: Peer.ports(...this.scrape.ports),
      })],
    });
  }

  public probes(): ProbeSet[] {
    return allowPrometheusScrapeProbes(this.props, this.scrape, this.props.tier);
  }
}
