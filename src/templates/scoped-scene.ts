import { ClusterDns, KnownClusterDns } from './cluster-dns';
import { lookAlikes, matchingLabels, ProbeLabels } from './labels-for-selector';
import { PodScopeProps } from './pod-scope';
import { portOf } from './port-of';
import { flowsBetween, OUTSIDE, ProbeScene } from './probe-scene';
import { ProbeSet } from './probe-set';
import { ITier, Tier } from '../constructs/tier';
import { Flow } from '../model/flow';
import { FlowEnd } from '../values/flow-end';
import { IpVersion } from '../values/ip-version';
import { PolicyType, TierDefaultAction } from '../values/policy-type';
import { Selector } from '../values/selector';

/** A port of a Service's endpoints. */
export interface EndpointPort {
  readonly name: string;
  readonly protocol: string;
  readonly port: number;
}

/** What becomes of DNS. */
export interface DnsWish {
  readonly allowed: boolean;
  readonly dns?: ClusterDns;
}

/** What asking DNS is, and what only looks like it. */
export interface DnsFlows {
  readonly queries: readonly Flow[];
  readonly others: readonly Flow[];
}

const HIGHEST_PORT = 65535;
const BUILT_IN_TIERS: readonly string[] = ['default', 'kube-admin', 'kube-baseline'];
const NAME_LABELS: readonly string[] = ['projectcalico.org/name', 'kubernetes.io/metadata.name'];

/** Each flow once for each version of IP. */
export function inBothVersions(...flows: readonly Flow[]): Flow[] {
  return flows.flatMap((flow) => [IpVersion.V4, IpVersion.V6].map((ipVersion) => ({ ...flow, ipVersion })));
}

/** The pods that a policy of the whole cluster is for, and some that it isn't for. */
export interface ScopedPods {
  readonly namespace: string;
  readonly selected: FlowEnd;
  /** In other namespaces, or with other labels. */
  readonly others: readonly FlowEnd[];
}

/** A cluster for templates whose policies are for pods of several namespaces. */
export class ScopedScene extends ProbeScene {
  /** The tier that policies of a template are in, unless Calico makes it by itself, or the template does: then none is given. */
  public tier(tier: ITier | undefined, defaultAction: TierDefaultAction = TierDefaultAction.PASS): this {
    if (tier && !BUILT_IN_TIERS.includes(tier.tierName)) {
      const { tierName } = tier;
      this.cluster.addObject({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: tierName }, spec: { order: 500, defaultAction } });
    }
    return this;
  }

  /** Another policy, that closes all pods: what is allowed then is allowed by the template. */
  public closed(type: PolicyType): this {
    return this.globalPolicy(`closed-${type.toLowerCase()}`, { namespaceSelector: 'has(projectcalico.org/name)', selector: 'all()', types: [type] });
  }

  /** A network set with addresses outside, of a namespace and under labels that selectors may mean. */
  public outsideSet(namespace: string | undefined, labels: ProbeLabels = {}): this {
    return this.networkSet(namespace, 'outside', labels, ['203.0.113.0/24', '2001:db8:ffff::/48']);
  }

  /** A Service with these endpoints: one slice for each version of IP, as Kubernetes has them. */
  public service(namespace: string, name: string, addresses: readonly FlowEnd[], ports: readonly EndpointPort[]): this {
    for (const addressType of ['IPv4', 'IPv6']) {
      this.cluster.addObject({
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: { name: `${name}-${addressType.toLowerCase()}`, namespace, labels: { 'kubernetes.io/service-name': name } },
        addressType,
        ports,
        endpoints: addresses.map(String).filter((address) => address.includes(':') === (addressType === 'IPv6')).map((address) => ({ addresses: [address] })),
      });
    }
    return this;
  }

  /** A namespace that a selector matches, by its name where the selector asks for one. */
  public namespaceFor(selector: Selector | undefined, name: string): string {
    const labels = selector ? matchingLabels(selector) : {};
    const actual = NAME_LABELS.map((label) => labels[label]).find((value) => value) ?? name;
    this.namespace(actual, Object.fromEntries(Object.entries(labels).filter(([label]) => !NAME_LABELS.includes(label))));
    return actual;
  }

  /** Pods that the options of a template select, and pods that they don't: in another namespace, and with labels that look alike. */
  public scopedPods({ namespaces, pods }: PodScopeProps, ports: { readonly [name: string]: number } = {}): ScopedPods {
    const labels = pods ? matchingLabels(pods) : { app: 'web' };
    const node = 'node-of-pods';
    const namespace = this.namespaceFor(namespaces, 'shop');
    const elsewhere = namespaces ? `${namespace}-elsewhere` : 'calico-system';
    const isOutOfScope = !namespaces?.matches(Object.fromEntries(NAME_LABELS.map((label) => [label, elsewhere])));
    return {
      namespace,
      selected: this.pod(namespace, 'selected', { labels, ports, node }),
      others: [
        ...isOutOfScope ? [this.pod(elsewhere, 'elsewhere', { labels, ports, node })] : [],
        ...pods ? lookAlikes(pods).map((like) => this.pod(namespace, 'look-alike', { labels: like, ports, node })) : [],
      ],
    };
  }

  /**
   * What a pod sends to DNS servers, and to pods that pretend to be some: elsewhere under their labels, and beside them without.
   *
   * @param pretenderNamespace one that nothing closes: what is denied there is denied by the rules for DNS
   */
  public dnsFlows(source: FlowEnd, { namespace, pods, ports }: KnownClusterDns, pretenderNamespace = 'pretending'): DnsFlows {
    const labels = matchingLabels(pods);
    const server = this.pod(namespace, 'dns', { labels });
    const pretenders = [this.pod(pretenderNamespace, 'dns', { labels }), this.pod(namespace, 'beside', { labels: lookAlikes(pods)[0] })];
    const ask = (destinations: readonly FlowEnd[], protocol: string, destinationPort: number): Flow[] =>
      flowsBetween([source], destinations, { protocol, destinationPort });
    const numbers = ports.map(portOf);
    const unused = numbers[0] === 1 ? HIGHEST_PORT : numbers[0] - 1;
    return {
      queries: ['UDP', 'TCP'].flatMap((protocol) => numbers.flatMap((port) => ask([server], protocol, port))),
      others: [
        ...['UDP', 'TCP'].flatMap((protocol) => [...ask([...pretenders, ...OUTSIDE], protocol, numbers[0]), ...ask([server], protocol, unused)]),
        ...ask([server], 'SCTP', numbers[0]),
      ],
    };
  }
}

/** Pods that nothing else closes: a template that allows leaves them open, but in the tier `default`, which closes what its policies select. */
export function notClosing(scope: PodScopeProps, tier: ITier | undefined, type: PolicyType): ProbeSet {
  const scene = new ScopedScene().tier(tier);
  const { selected } = scene.scopedPods(scope);
  const [sources, destinations] = type === PolicyType.INGRESS ? [OUTSIDE, [selected]] : [[selected], OUTSIDE];
  const flows = ['TCP', 'UDP'].flatMap((protocol) => flowsBetween(sources, destinations, { protocol, destinationPort: 8080 }));
  return {
    name: 'pods that nothing else closes',
    cluster: scene.cluster,
    ...tier?.tierName === Tier.DEFAULT.tierName ? { mustDeny: flows } : { mustAllow: flows },
  };
}
