import { PodParts, RandomCluster, RandomFlow } from './arbitrary-cluster';
import { parseSelector } from '../../../src/core/selectors';
import { naivelyMatches } from '../selectors/arbitrary-selector';

/*
 * What policies mean, written down a second time as plainly as can be: from the documentation of Calico and Kubernetes, on the objects
 * as users wrote them, without conversions, classes, indexes or joined selectors. Only selectors are parsed by the library.
 */

type Json = any;
type Direction = 'ingress' | 'egress';
type Labels = Record<string, string>;

interface Place {
  readonly address: string;
  /** Everything with this address: the pod, and the network sets around it. */
  readonly things: readonly Thing[];
  readonly pod?: PodParts;
}

/** A pod or a network set. */
interface Thing {
  readonly labels: Labels;
  readonly namespace?: string;
  readonly account?: string;
  readonly port?: PodParts['port'];
  readonly isPod: boolean;
}

interface Ask {
  readonly source: Place;
  readonly destination: Place;
  readonly flow: RandomFlow;
}

/** `allow` or `deny`, and the policy, tier or profile that decided. */
export interface NaiveVerdict {
  readonly allowed: boolean;
  readonly by: string;
}

export function naiveVerdict({ objects, pods }: RandomCluster, flow: RandomFlow): NaiveVerdict {
  const world = new World(objects as Json[], pods);
  const ask = { source: world.placeOf(flow.source), destination: world.placeOf(flow.destination), flow };
  const out = ask.source.pod ? world.judge(ask.source.pod, 'egress', ask) : undefined;
  if (out && !out.allowed) {
    return out;
  }
  return (ask.destination.pod ? world.judge(ask.destination.pod, 'ingress', ask) : undefined) ?? out ?? { allowed: true, by: 'nobody' };
}

class World {
  constructor(private readonly objects: readonly Json[], private readonly pods: readonly PodParts[]) {}

  placeOf(end: number | string): Place {
    const pod = typeof end === 'number' ? this.pods[end] : undefined;
    const address = pod ? pod.addresses[0] : String(end);
    const sets = this.objects.filter(({ kind, spec }) => kind.endsWith('NetworkSet') && spec.nets.some((net: string) => contains(net, address)));
    return {
      address,
      pod,
      things: [
        ...(pod ? [{ labels: pod.labels, namespace: pod.namespace, account: pod.account, port: pod.port, isPod: true }] : []),
        ...sets.map(({ metadata }) => ({ labels: metadata.labels ?? {}, namespace: metadata.namespace, isPod: false })),
      ],
    };
  }

  judge(pod: PodParts, direction: Direction, ask: Ask): NaiveVerdict {
    const thing = { labels: pod.labels, namespace: pod.namespace, account: pod.account, isPod: true };
    for (const tier of this.tiers()) {
      const policies = this.policiesIn(tier.name).filter((policy) => governs(policy, direction) && this.selects(policy, thing));
      if (policies.length === 0) {
        continue;
      }
      let action: string | undefined;
      for (const policy of policies) {
        action = this.actionOf(policy, direction, ask);
        if (action === 'Allow' || action === 'Deny') {
          return { allowed: action === 'Allow', by: `${direction} policy ${policy.kind} ${policy.metadata.name}` };
        }
        if (action === 'Pass') {
          break;
        }
      }
      if (action === undefined && !tier.passes) {
        return { allowed: false, by: `${direction} end of tier ${tier.name}` };
      }
    }
    return { allowed: true, by: `${direction} profile of ${pod.namespace}` };
  }

  private tiers(): { name: string; passes: boolean }[] {
    const given = this.objects.filter(({ kind }) => kind === 'Tier').map(({ metadata, spec }) => (
      { name: metadata.name, order: spec.order ?? 1e6, passes: spec.defaultAction === 'Pass' }));
    return [
      ...[...given, { name: 'default', order: 1e6, passes: false }, { name: 'kube-admin', order: 1e3, passes: true }, { name: 'kube-baseline', order: 1e7, passes: true }]
        .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1)),
      { name: 'nobody', passes: false },
    ];
  }

  private policiesIn(tier: string): Json[] {
    const orderOf = ({ kind, apiVersion, spec }: Json): number =>
      kind === 'ClusterNetworkPolicy' ? spec.priority : apiVersion === 'networking.k8s.io/v1' ? 1000 : spec.order ?? Infinity;
    const tierOf = ({ kind, spec }: Json): string =>
      kind === 'ClusterNetworkPolicy' ? { Admin: 'kube-admin', Baseline: 'kube-baseline' }[spec.tier as string]! : spec.tier ?? 'default';
    return this.objects
      .filter((object) => object.kind.endsWith('NetworkPolicy') && !object.kind.startsWith('Staged') && !object.spec.doNotTrack && !object.spec.preDNAT)
      .filter((object) => tierOf(object) === tier)
      // Names are different in these clusters, so ties end there.
      .sort((a, b) => (orderOf(a) === orderOf(b) ? (a.metadata.name < b.metadata.name ? -1 : 1) : orderOf(a) - orderOf(b)));
  }

  private selects({ kind, apiVersion, metadata, spec }: Json, thing: Thing): boolean {
    if (apiVersion === 'networking.k8s.io/v1') {
      return thing.namespace === metadata.namespace && labelSelectorMatches(spec.podSelector, thing.labels);
    }
    if (kind === 'ClusterNetworkPolicy') {
      return this.clusterPeerMatches(spec.subject, thing);
    }
    return (kind !== 'NetworkPolicy' || thing.namespace === metadata.namespace)
      && this.matches(spec.selector, thing)
      && (!spec.namespaceSelector || this.namespaceMatches(spec.namespaceSelector, thing))
      && (!spec.serviceAccountSelector || this.accountMatches(spec.serviceAccountSelector, thing));
  }

  private actionOf(policy: Json, direction: Direction, ask: Ask): string | undefined {
    for (const rule of policy.spec[direction] ?? []) {
      const action = this.ruleAction(policy, rule, direction, ask);
      if (action !== undefined && action !== 'Log') {
        return action;
      }
    }
    return undefined;
  }

  private ruleAction(policy: Json, rule: Json, direction: Direction, ask: Ask): string | undefined {
    if (policy.apiVersion === 'networking.k8s.io/v1') {
      return this.kubernetesRuleMatches(policy, rule, direction, ask) ? 'Allow' : undefined;
    }
    if (policy.kind === 'ClusterNetworkPolicy') {
      const matches = this.clusterRuleMatches(rule, direction, ask);
      return matches ? { Accept: 'Allow', Deny: 'Deny', Pass: 'Pass' }[rule.action as string] : undefined;
    }
    return this.calicoRuleMatches(policy, rule, ask) ? rule.action : undefined;
  }

  private calicoRuleMatches({ metadata }: Json, rule: Json, { source, destination, flow }: Ask): boolean {
    // These flows are all IPv4. A rule that is only about IPv6 matches none of them.
    if (rule.ipVersion === 6 || (rule.protocol !== undefined && numberOf(rule.protocol) !== numberOf(flow.protocol))
      || (rule.notProtocol !== undefined && numberOf(rule.notProtocol) === numberOf(flow.protocol))) {
      return false;
    }
    const icmp = (given: Json): boolean => given.type === undefined
      || (given.type === flow.icmpType && (given.code === undefined || given.code === flow.icmpCode));
    if ((rule.icmp && !icmp(rule.icmp)) || (rule.notICMP && icmp(rule.notICMP))) {
      return false;
    }
    return this.entityMatches(rule.source ?? {}, source, flow, flow.sourcePort, metadata.namespace)
      && this.entityMatches(rule.destination ?? {}, destination, flow, flow.destinationPort, metadata.namespace);
  }

  private entityMatches(entity: Json, place: Place, flow: RandomFlow, port: number | undefined, policyNamespace: string | undefined): boolean {
    const accounts = entity.serviceAccounts;
    const selectsAccounts = accounts && (accounts.selector !== undefined || (accounts.names ?? []).length > 0);
    const selectsThings = entity.selector !== undefined || entity.namespaceSelector !== undefined || selectsAccounts
      || (policyNamespace !== undefined && entity.notSelector !== undefined);
    const inScope = (thing: Thing): boolean => {
      const inNamespace = entity.namespaceSelector !== undefined
        ? this.namespaceMatches(entity.namespaceSelector, thing)
        : policyNamespace === undefined || thing.namespace === policyNamespace;
      return inNamespace
        && (entity.selector === undefined || this.matches(entity.selector, thing))
        && (entity.notSelector === undefined || !this.matches(entity.notSelector, thing))
        && (!selectsAccounts || ((accounts.names ?? []).length === 0 || accounts.names.includes(thing.account))
          && (accounts.selector === undefined || this.accountMatches(accounts.selector, thing)));
    };
    const isRuledOut = (thing: Thing): boolean => entity.notSelector !== undefined && this.matches(entity.notSelector, thing);
    if (selectsThings ? !place.things.some(inScope) : place.things.some(isRuledOut)) {
      return false;
    }
    const named = (name: string): boolean => place.things.some((thing) => thing.port?.name === name && thing.port.port === port
      && thing.port.protocol === flow.protocol && (!selectsThings || inScope(thing)));
    const isOneOf = (ports: Json[]): boolean => ports.some((one) => portMatches(one, port, named));
    return (!entity.ports || isOneOf(entity.ports)) && (!entity.notPorts || !isOneOf(entity.notPorts))
      && netsMatch(entity.nets, place.address) && notNetsMatch(entity.notNets, place.address);
  }

  private kubernetesRuleMatches({ metadata }: Json, rule: Json, direction: Direction, { source, destination, flow }: Ask): boolean {
    const place = direction === 'ingress' ? source : destination;
    const peers: Json[] = rule[direction === 'ingress' ? 'from' : 'to'] ?? [];
    const ports: Json[] = rule.ports ?? [];
    return (peers.length === 0 || peers.some((peer) => this.kubernetesPeerMatches(peer, place, metadata.namespace)))
      && (ports.length === 0 || ports.some((port) => this.kubernetesPortMatches(port, destination, flow)));
  }

  private kubernetesPeerMatches(peer: Json, { things, address }: Place, namespace: string): boolean {
    if (peer.ipBlock) {
      return contains(peer.ipBlock.cidr, address) && notNetsMatch(peer.ipBlock.except, address);
    }
    const inNamespace = (thing: Thing): boolean => (peer.namespaceSelector
      ? labelSelectorMatches(peer.namespaceSelector, this.namespaceLabels(thing.namespace!))
      : thing.namespace === namespace);
    return things.some((thing) => thing.isPod && labelSelectorMatches(peer.podSelector ?? {}, thing.labels) && inNamespace(thing));
  }

  private kubernetesPortMatches(port: Json, destination: Place, flow: RandomFlow): boolean {
    if ((port.protocol ?? 'TCP') !== flow.protocol) {
      return false;
    }
    const given = port.endPort === undefined ? port.port : `${port.port}:${port.endPort}`;
    return given === undefined || portMatches(given, flow.destinationPort, (name) => hasPort(destination, name, flow));
  }

  private clusterRuleMatches(rule: Json, direction: Direction, { source, destination, flow }: Ask): boolean {
    const place = direction === 'ingress' ? source : destination;
    const peers: Json[] = rule[direction === 'ingress' ? 'from' : 'to'];
    const peerMatches = (peer: Json): boolean => (peer.networks
      ? netsMatch(peer.networks, place.address)
      : place.things.some((thing) => this.clusterPeerMatches(peer, thing)));
    const protocolMatches = (one: Json): boolean => {
      if (one.destinationNamedPort) {
        return hasPort(destination, one.destinationNamedPort, flow);
      }
      const given = one.tcp ?? one.udp;
      const { number, range } = given.destinationPort ?? {};
      const port = flow.destinationPort!;
      return flow.protocol === (one.tcp ? 'TCP' : 'UDP')
        && (number === undefined || number === port) && (range === undefined || (range.start <= port && port <= range.end));
    };
    return peers.some(peerMatches) && (rule.protocols === undefined || rule.protocols.some(protocolMatches));
  }

  /** Namespaces as peers of a rule hold network sets too, in Calico's conversion; pods are pods only. */
  private clusterPeerMatches({ namespaces, pods }: Json, thing: Thing): boolean {
    if (thing.namespace === undefined || (pods && !thing.isPod)) {
      return false;
    }
    return labelSelectorMatches(namespaces ?? pods.namespaceSelector, this.namespaceLabels(thing.namespace))
      && (!pods || labelSelectorMatches(pods.podSelector, thing.labels));
  }

  private matches(selector: string | undefined, { labels, namespace }: Thing): boolean {
    return evaluate(selector, { ...labels, ...(namespace && { 'projectcalico.org/namespace': namespace }) });
  }

  /** `all()` is any namespace, `global()` none. */
  private namespaceMatches(selector: string, { namespace }: Thing): boolean {
    if (selector === 'all()') {
      return namespace !== undefined;
    }
    if (selector === 'global()') {
      return namespace === undefined;
    }
    return evaluate(selector, namespace === undefined ? {} : this.namespaceLabels(namespace));
  }

  private accountMatches(selector: string, { account, namespace }: Thing): boolean {
    const object = this.objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === account && metadata.namespace === namespace);
    return evaluate(selector, account === undefined ? {} : { ...object.metadata.labels, 'projectcalico.org/name': account });
  }

  private namespaceLabels(name: string): Labels {
    const { metadata } = this.objects.find(({ kind, metadata: { name: given } }) => kind === 'Namespace' && given === name);
    return { ...metadata.labels, 'kubernetes.io/metadata.name': name, 'projectcalico.org/name': name };
  }
}

function hasPort({ things }: Place, name: string, { destinationPort, protocol }: RandomFlow): boolean {
  return things.some(({ port }) => port?.name === name && port.port === destinationPort && port.protocol === protocol);
}

function governs({ kind, apiVersion, spec }: Json, direction: Direction): boolean {
  const has = (key: Direction): boolean => (spec[key] ?? []).length > 0;
  if (kind === 'ClusterNetworkPolicy') {
    return has(direction);
  }
  const types = apiVersion === 'networking.k8s.io/v1'
    ? spec.policyTypes ?? (has('egress') ? ['Ingress', 'Egress'] : ['Ingress'])
    : spec.types ?? (has('egress') ? (has('ingress') ? ['Ingress', 'Egress'] : ['Egress']) : ['Ingress']);
  return types.includes(direction === 'ingress' ? 'Ingress' : 'Egress');
}

function evaluate(selector: string | undefined, labels: Labels): boolean {
  const parsed = parseSelector(selector ?? '');
  return parsed.ok && naivelyMatches(parsed.ast, labels);
}

function labelSelectorMatches({ matchLabels = {}, matchExpressions = [] }: Json, labels: Labels): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
    && (matchExpressions as Json[]).every(({ key, operator, values }) => {
      switch (operator) {
        case 'In': return values.includes(labels[key]);
        case 'NotIn': return !values.includes(labels[key]);
        case 'Exists': return key in labels;
        default: return !(key in labels);
      }
    });
}

function numberOf(protocol: string | number): number {
  return { TCP: 6, UDP: 17, SCTP: 132, ICMP: 1 }[protocol as string] ?? Number(protocol);
}

function portMatches(given: number | string, port: number | undefined, named: (name: string) => boolean): boolean {
  const [first, last] = String(given).split(':');
  return /^[0-9]+$/.test(first) ? port !== undefined && Number(first) <= port && port <= Number(last ?? first) : named(String(given));
}

/** Nets of the other family don't count; if none is left, the rule is none for this family. */
function netsMatch(nets: string[] | undefined, address: string): boolean {
  return nets === undefined || nets.some((net) => contains(net, address));
}

function notNetsMatch(nets: string[] | undefined, address: string): boolean {
  if (nets === undefined) {
    return true;
  }
  const own = nets.filter((net) => !net.includes(':'));
  return own.length > 0 && !own.some((net) => contains(net, address));
}

/** IPv4 only, as all flows here are. */
function contains(net: string, address: string): boolean {
  if (net.includes(':') || address.includes(':')) {
    return false;
  }
  const [base, length] = net.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(valueOf(base) / size) === Math.floor(valueOf(address) / size);
}

function valueOf(address: string): number {
  return address.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
}
