import { lookAlikes, matchingLabels, ProbeLabels } from './labels-for-selector';
import { ProbeCluster, ProbePod } from './probe-cluster';
import { Flow } from '../model/flow';
import { FlowEnd } from '../values/flow-end';
import { IpVersion } from '../values/ip-version';
import { Selector } from '../values/selector';

/** Addresses that nothing of the cluster has, of both versions. */
export const OUTSIDE: readonly FlowEnd[] = [FlowEnd.address('203.0.113.10'), FlowEnd.address('2001:db8:ffff::10')];

/** Ends that a policy means, and those that it doesn't, however much they look so. */
export interface Ends {
  readonly meant: readonly FlowEnd[];
  readonly others: readonly FlowEnd[];
}

/** Makes the cluster of a set of probes, pod by pod. Each gets an address of both versions. */
export class ProbeScene {
  public readonly cluster = new ProbeCluster();
  private readonly namespaces = new Set<string>();
  private readonly names = new Set<string>();
  private count = 0;

  /** Adds a namespace. */
  public namespace(name: string, labels: ProbeLabels = {}): this {
    if (!this.namespaces.has(name)) {
      this.namespaces.add(name);
      this.cluster.addNamespace(name, labels);
    }
    return this;
  }

  /** Adds a service account, and its namespace. */
  public serviceAccount(namespace: string, name: string, labels: ProbeLabels = {}): this {
    this.namespace(namespace);
    if (!this.names.has(`${namespace}/serviceaccount/${name}`)) {
      this.names.add(`${namespace}/serviceaccount/${name}`);
      this.cluster.addServiceAccount(namespace, name, labels);
    }
    return this;
  }

  /** Adds a pod, under a name that isn't taken yet, and its namespace. */
  public pod(namespace: string, name: string, pod: ProbePod = {}): FlowEnd {
    this.namespace(namespace);
    let free = name;
    for (let number = 2; this.names.has(`${namespace}/${free}`); number++) {
      free = `${name}-${number}`;
    }
    this.names.add(`${namespace}/${free}`);
    this.count++;
    this.cluster.addPod(namespace, free, { ips: [`10.0.0.${this.count}`, `fd00::${this.count.toString(16)}`], ...pod });
    return FlowEnd.pod(namespace, free);
  }

  /** Adds a node. Gives its addresses, of both versions. */
  public node(name: string, labels: ProbeLabels = {}, ips?: readonly string[]): readonly FlowEnd[] {
    this.count++;
    const addresses = ips ?? [`10.9.0.${this.count}`, `fd09::${this.count.toString(16)}`];
    this.cluster.addObject({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      status: { addresses: addresses.map((address) => ({ type: 'InternalIP', address })) },
    });
    return addresses.map((address) => FlowEnd.address(address));
  }

  /** Adds the host endpoint for all traffic of a node: open, as Calico makes it, or closed to what no policy allows. */
  public hostEndpoint(node: string, labels: ProbeLabels = {}, isOpen = true, ips?: readonly string[]): FlowEnd {
    const addresses = this.node(node, {}, ips).map(String);
    this.cluster.addObject({
      apiVersion: 'projectcalico.org/v3',
      kind: 'HostEndpoint',
      metadata: { name: `${node}-all`, labels },
      spec: { node, interfaceName: '*', expectedIPs: addresses, profiles: isOpen ? ['projectcalico-default-allow'] : [] },
    });
    return FlowEnd.hostEndpoint(`${node}-all`);
  }

  /** Closes the failsafe ports, so that only policies open any. */
  public withoutFailsafe(): this {
    this.cluster.addObject({
      apiVersion: 'projectcalico.org/v3',
      kind: 'FelixConfiguration',
      metadata: { name: 'default' },
      spec: { failsafeInboundHostPorts: [], failsafeOutboundHostPorts: [] },
    });
    return this;
  }

  /** Adds a pod on the network of a node of its own. Gives the addresses of the node, which is what policies see. */
  public hostPod(namespace: string, name: string, labels: ProbeLabels = {}): readonly FlowEnd[] {
    this.namespace(namespace);
    const node = `node-of-${name}`;
    const ends = this.node(node);
    this.cluster.addPod(namespace, name, { labels, hostNetwork: true, node, ips: ends.map(String) });
    return ends;
  }

  /** Adds a policy of one namespace. */
  public policy(namespace: string, name: string, spec: object): this {
    this.cluster.addObject({ apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', metadata: { name, namespace }, spec });
    return this;
  }

  /** Adds a policy of the whole cluster. */
  public globalPolicy(name: string, spec: object): this {
    this.cluster.addObject({ apiVersion: 'projectcalico.org/v3', kind: 'GlobalNetworkPolicy', metadata: { name }, spec });
    return this;
  }

  /** Adds a network set, of a namespace or of the whole cluster. */
  public networkSet(namespace: string | undefined, name: string, labels: ProbeLabels, nets: readonly string[]): this {
    this.cluster.addObject({
      apiVersion: 'projectcalico.org/v3',
      kind: namespace === undefined ? 'GlobalNetworkSet' : 'NetworkSet',
      metadata: { name, labels, ...(namespace !== undefined && { namespace }) },
      spec: { nets },
    });
    return this;
  }

  /** Adds a pod that a selector matches in a namespace, and pods that look like it: in another namespace, or with other labels. */
  public podsOf(namespace: string, role: string, selector: Selector, pod: Omit<ProbePod, 'ips' | 'labels'> = {}): Ends {
    const labels = matchingLabels(selector);
    const others = [
      this.pod(`${namespace}-other`, role, { ...pod, labels }),
      ...lookAlikes(selector).map((alike) => this.pod(namespace, `${role}-alike`, { ...pod, labels: alike })),
      ...selector.matches({}) ? [] : [this.pod(namespace, 'bare', pod)],
    ];
    return { meant: [this.pod(namespace, role, { ...pod, labels })], others };
  }
}

/** Every connection between the ends, in both versions where the end is a pod. */
export function flowsBetween(sources: readonly FlowEnd[], destinations: readonly FlowEnd[], traffic: Omit<Flow, 'source' | 'destination'>): Flow[] {
  return sources.flatMap((source) => destinations.flatMap((destination) => {
    const flow = { ...traffic, source, destination };
    const isBetweenPods = [source, destination].every((end) => end.toString().includes('/'));
    const isOfBoth = isBetweenPods && traffic.ipVersion === undefined && !traffic.protocol?.startsWith('ICMP');
    return isOfBoth ? [flow, { ...flow, ipVersion: IpVersion.V6 }] : [flow];
  }));
}
