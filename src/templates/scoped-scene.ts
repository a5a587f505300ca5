import { KnownClusterDns } from './cluster-dns';
import { lookAlikes, matchingLabels, ProbeLabels } from './labels-for-selector';
import { PodScopeProps } from './pod-scope';
import { ProbeScene } from './probe-scene';
import { ITier } from '../constructs/tier';
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

/** Something that serves, and what pretends to. */
export interface ServerWithPretenders {
  readonly server: FlowEnd;
  readonly pretenders: readonly FlowEnd[];
}

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
  /** The tier that policies of a template are in, unless Calico makes it by itself. */
  public tier({ tierName }: ITier, defaultAction: TierDefaultAction = TierDefaultAction.PASS): this {
    if (!BUILT_IN_TIERS.includes(tierName)) {
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

  /** A DNS server, and pods that pretend to be one: elsewhere under its labels, and beside it without them. */
  public dnsServer({ namespace, pods }: KnownClusterDns, pretenderNamespace: string): ServerWithPretenders {
    const labels = matchingLabels(pods);
    return {
      server: this.pod(namespace, 'dns', { labels }),
      pretenders: [this.pod(pretenderNamespace, 'pretender', { labels }), this.pod(namespace, 'beside', { labels: lookAlikes(pods)[0] })],
    };
  }
}
