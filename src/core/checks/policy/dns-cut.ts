import { countSelected, EgressCut, egressCutOf, fieldOfCut, podNames, reasonOfCut, walkOut } from './pods/egress-cut';
import { governedPods, GovernedPod, isForWholeNamespace } from './pods/governed-pods';
import { imagine, imaginedEndpoint, podLabels } from './pods/imagined';
import { parseAddress, Prefix } from '../../cidr';
import { Manifest } from '../../manifests';
import { AppliedPolicy, End, Endpoint, Policy, PolicyModel, policyTitle, Rule } from '../../policy';
import { objectAt } from '../../policy/json-fields';
import { podOf } from '../../policy/read-pods';
import { NAMESPACE_LABEL } from '../../policy/reserved-labels';
import { labelsOf } from '../../selectors';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';
import { mayGovern } from './rules/may-govern';
import { addToList } from '../../add-to-list';

const TCP = 6;
const UDP = 17;
const PROTOCOLS = [UDP, TCP] as const;
const NAMES: Readonly<Record<number, string>> = { [UDP]: 'UDP', [TCP]: 'TCP' };
/** DNS as pods ask for it, and as OpenShift's pods serve it. */
const PORTS: readonly number[] = [53, 5353];
const PORT_NAMES: readonly string[] = ['dns', 'dns-tcp', 'domain'];
/** Where NodeLocal DNSCache answers. */
const NODE_LOCAL = parseAddress('169.254.20.10') as Prefix;

/**
 * Egress that is governed and leaves DNS out. It is judged against the pods of kube-dns among the manifests, or against those that
 * clusters have: then every label but the namespace is taken to be unknown, so that a rule that may be meant for them keeps this silent,
 * as does each rule that opens port 53 to whatever may serve DNS. Growth: pods' classes times their egress rules.
 */
export const DNS_CUT: ClusterCheck = {
  id: 'policy/dns-cut',
  severity: 'warning',
  summary: 'Policies govern the egress of pods and deny them DNS: over UDP, TCP or both.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (mayGovern(cluster, 'egress')) {
      new DnsCut(policyModelOf(cluster), report).run();
    }
  },
};

interface Cut extends EgressCut {
  readonly protocols: readonly number[];
  /** Whether one of the pods reaches something else. */
  reachesOthers: boolean;
  /** True where no workload is among the manifests: other policies may not be either. */
  readonly isImagined: boolean;
  readonly pods: string[];
}

class DnsCut {
  private readonly servers: readonly End[];
  private readonly isKnown: boolean;
  /** Policies with a rule that names DNS, and for which protocols. */
  private readonly opening: ReadonlyMap<Policy, readonly number[]>;
  /** How many of them there are by namespace; global ones have none. */
  private readonly openingIn = new Map<string | undefined, number>();
  private readonly inNamespace = new Map<string | undefined, Endpoint[]>();

  constructor(private readonly model: PolicyModel, private readonly report: Report) {
    const known = model.endpoints.filter(({ class: { view } }) => isKubeDns(view.labels)).flatMap((endpoint) => model.endOf(endpoint, 4) ?? []);
    this.isKnown = known.length > 0;
    this.servers = this.isKnown ? known : imaginedServers(model);
    for (const endpoint of model.endpoints) {
      addToList(this.inNamespace, endpoint.namespace, endpoint);
    }
    this.opening = new Map(model.policies.flatMap((policy) => {
      const open = PROTOCOLS.filter((protocol) => policy.egress?.some((rule) => this.isForDns(rule, protocol)));
      return open.length === 0 ? [] : [[policy, open] as const];
    }));
    for (const { namespace } of this.opening.keys()) {
      this.openingIn.set(namespace, (this.openingIn.get(namespace) ?? 0) + 1);
    }
  }

  public run(): void {
    const pods = governedPods(this.model, 'egress', (policy) => this.opening.get(policy)?.length !== PROTOCOLS.length)
      .filter(({ endpoint: { manifest } }) => usesClusterDns(manifest));
    const selected = countSelected(pods);
    const cuts = new Map<string, Cut>();
    for (const pod of pods) {
      this.judge(pod, selected, cuts);
    }
    cuts.forEach((cut) => this.tell(cut));
  }

  private judge(pod: GovernedPod, selected: ReadonlyMap<Policy, number>, cuts: Map<string, Cut>): void {
    const applied = pod.station.tiers.flatMap(({ policies }) => policies);
    const isImagined = pod.endpoint.id < 0;
    if (isImagined && this.maySomeAsk(pod, applied)) {
      return;
    }
    const protocols = PROTOCOLS.filter((protocol) => this.isCut(pod, protocol, applied));
    if (protocols.length === 0) {
      return;
    }
    const cut = egressCutOf(walkOut(this.model, pod, protocols[0], this.servers[0], PORTS[0]).decider, pod, selected);
    if (!cut) {
      return;
    }
    const reachesOthers = applied.some(({ policy }) => policy.egress!.some(({ action, destination }) => action === 'allow' && !destination.nets));
    const isMeant = !reachesOthers && !isForWholeNamespace(cut.cause, pod.endpoint.namespace!);
    if (isMeant) {
      return;
    }
    const key = `${policyTitle(cut.cause)} ${protocols.join()}`;
    const known = cuts.get(key);
    if (known) {
      known.pods.push(pod.title);
      known.reachesOthers = known.reachesOthers || reachesOthers;
    } else {
      cuts.set(key, { ...cut, protocols, reachesOthers, isImagined, pods: [pod.title] });
    }
  }

  private isCut(pod: GovernedPod, protocol: number, applied: readonly AppliedPolicy[]): boolean {
    return !applied.some(({ policy }) => this.opening.get(policy)?.includes(protocol)) && !this.servers.some((server) => PORTS.some((port) =>
      walkOut(this.model, pod, protocol, server, port).possible.allow));
  }

  /**
   * A rule that names DNS, by its ports or by the address on each node, unless it is for pods of the policy's own namespace, where none matches: that
   * is what a selector alone means.
   */
  private isForDns({ action, protocol, notProtocol, destination }: Rule, wanted: number): boolean {
    const { ports, selector, nets } = destination;
    if (action !== 'allow' || (protocol ?? wanted) !== wanted || notProtocol === wanted) {
      return false;
    }
    if (!ports) {
      return nets?.v4?.blocks.some((block) => block.contains(NODE_LOCAL)) ?? false;
    }
    const named = ports.names.some((name) => PORT_NAMES.includes(name))
      || ports.ranges.some(({ first, last }) => last - first < 1000 && PORTS.some((port) => first <= port && port <= last));
    return named && !(selector && this.selectsNoPodOfItsNamespace(selector.text, selector));
  }

  private selectsNoPodOfItsNamespace(text: string, selector: NonNullable<Rule['destination']['selector']>): boolean {
    const own = /^\(projectcalico\.org\/namespace == '([a-z0-9-]+)'\) && /.exec(text)?.[1];
    if (own === undefined || own === 'kube-system' || labelsOf(selector.ast).some(({ label }) => label.startsWith('pcns.'))) {
      return false;
    }
    const inNamespace = this.inNamespace.get(own) ?? [];
    return inNamespace.length > 0 && !inNamespace.some(({ class: { view } }) => selector.matches(view.labels));
  }

  /** Where no workload is declared, pods may have further labels, by which another policy lets them ask. */
  private maySomeAsk({ endpoint: { namespace } }: GovernedPod, applied: readonly AppliedPolicy[]): boolean {
    const own = applied.filter(({ policy }) => this.opening.has(policy)).length;
    return (this.openingIn.get(namespace) ?? 0) + (this.openingIn.get(undefined) ?? 0) > own;
  }

  private tell(cut: Cut): void {
    const { cause, protocols, reachesOthers, isImagined, pods } = cut;
    const denied = protocols.map((protocol) => `${NAMES[protocol]} 53`).join(' and ');
    this.report({
      manifest: cause.manifest,
      field: fieldOfCut(cut),
      what: `${podNames(pods)} can't ask DNS: ${denied} to kube-dns ${protocols.length === 1 ? 'is' : 'are'} denied`,
      why: `${reasonOfCut(cut)}${this.isKnown ? '' : '; kube-dns isn\'t among the manifests, so its pods are taken to be in namespace kube-system'}. ${lossOf(protocols)}`,
      fix: `allow ${denied} in \`egress\`, to the namespace kube-system and the pods k8s-app == "kube-dns"`,
      ...((!reachesOthers || isImagined) && { severity: 'advice' as const }),
    });
  }
}

function lossOf(protocols: readonly number[]): string {
  if (protocols.length === 2) {
    return 'Names of Services and of hosts outside don\'t resolve';
  }
  return protocols[0] === TCP ? 'Answers that are too long for UDP come over TCP, and are lost' : 'Resolvers ask over UDP first, and wait for an answer in vain';
}

function isKubeDns(labels: Readonly<Record<string, string | undefined>>): boolean {
  return (labels['k8s-app'] === 'kube-dns' && labels[NAMESPACE_LABEL] === 'kube-system') || labels['dns.operator.openshift.io/daemonset-dns'] === 'default';
}

function imaginedServers(model: PolicyModel): End[] {
  return [['kube-system', 53], ['openshift-dns', 5353]].map(([namespace, port]) => {
    const labels = Object.fromEntries(podLabels(String(namespace), []));
    const ports = [{ name: 'dns', protocol: UDP, port: Number(port) }, { name: 'dns-tcp', protocol: TCP, port: Number(port) }];
    const manifest = new Manifest({});
    const view = { labels, unknownPrefixes: [''], unknownNames: [] };
    return imagine(model).endOf(imaginedEndpoint('workload', { namespace: String(namespace), name: 'kube-dns' }, view, ports, manifest));
  });
}

/** `dnsPolicy` says otherwise for pods that ask the resolver of their node, or one of their own. */
function usesClusterDns(manifest: Manifest): boolean {
  const { dnsPolicy } = objectAt(podOf(manifest) ?? {}, 'spec');
  return dnsPolicy !== 'None' && dnsPolicy !== 'Default';
}
