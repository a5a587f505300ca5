import { imagine, imaginedEndpoint, podLabels } from './pods/imagined';
import { mayGovern } from './rules/may-govern';
import { Manifest } from '../../manifests';
import { Direction, Endpoint, Policy, PolicyModel, walk, YES } from '../../policy';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';

const SYSTEM = 'kube-system';
const UDP = 17;
const TCP = 6;

/**
 * A global policy for all pods is for those of kube-system too. Proved is that it denies kube-dns what the whole cluster needs: questions from other
 * namespaces, or the Kubernetes API, of which it learns what Services there are. Whatever labels its pods have. Growth: a look at each policy.
 */
export const GLOBAL_REACH: ClusterCheck = {
  id: 'policy/global-reach',
  severity: 'advice',
  summary: 'A GlobalNetworkPolicy reaches pods of kube-system too, and denies kube-dns what the cluster needs.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (calicoObjects(cluster, 'GlobalNetworkPolicy').length > 0 && (mayGovern(cluster, 'ingress') || mayGovern(cluster, 'egress'))) {
      judge(policyModelOf(cluster), report);
    }
  },
};

function judge(model: PolicyModel, report: Report): void {
  const known = model.endpoints.find(({ namespace, class: { view } }) => namespace === SYSTEM && view.labels['k8s-app'] === 'kube-dns');
  const globals = model.policies.filter(({ kind, stage, selector }) => kind === 'GlobalNetworkPolicy' && stage === 'normal'
    && selector.matches((known?.class.view ?? dnsView()).labels));
  const causes = new Map<Policy, Direction[]>();
  for (const direction of globals.length > 0 ? ['ingress', 'egress'] as const : []) {
    const cause = causeOf(model, known ?? imaginedEndpoint('workload', { namespace: SYSTEM, name: 'kube-dns' }, dnsView(), [], new Manifest({})), direction);
    if (cause) {
      causes.set(cause, [...causes.get(cause) ?? [], direction]);
    }
  }
  for (const [{ manifest }, directions] of causes) {
    const denied = directions.map((direction) => WORDS[direction]).join(' and ');
    report({
      manifest,
      field: manifest.spec.namespaceSelector !== undefined ? ['spec', 'namespaceSelector'] : manifest.spec.selector !== undefined ? ['spec', 'selector'] : ['spec'],
      what: `the policy selects pods of kube-system too, and denies kube-dns ${denied}; it reaches ${reachOf(model, manifest)}`,
      why: 'where kube-dns answers nobody, or learns nothing of Services, names don\'t resolve in any namespace',
      fix: 'leave the namespaces of the system out: `namespaceSelector: projectcalico.org/name not in {"kube-system", "calico-system", "calico-apiserver", "tigera-operator"}`; or allow it before',
    });
  }
}

const WORDS: Readonly<Record<Direction, string>> = {
  ingress: 'UDP 53 from pods of other namespaces',
  egress: 'TCP 443 and 6443 to the Kubernetes API',
};

function dnsView(): Endpoint['class']['view'] {
  return { labels: Object.fromEntries(podLabels(SYSTEM, [])), unknownPrefixes: [''], unknownNames: [] };
}

/** The global policy that for sure denies kube-dns a direction. */
function causeOf(model: PolicyModel, dns: Endpoint, direction: Direction): Policy | undefined {
  const imagination = imagine(model);
  const station = dns.id < 0 ? imagination.stationOf(dns, direction) : model.stationOf(dns, direction, 'normal');
  const own = imagination.endOf(dns);
  const view = { labels: Object.fromEntries(podLabels('default', [])), unknownPrefixes: [''], unknownNames: [] };
  const client = imagination.endOf(imaginedEndpoint('workload', { namespace: 'default', name: 'any' }, view, [], dns.manifest));
  const nowhere = { isV6: false, sourcePort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };
  const packets = direction === 'ingress'
    ? [{ ...nowhere, protocol: UDP, source: client, destination: own, destinationPort: 53 }]
    : [443, 6443].map((destinationPort) => ({
      ...nowhere, protocol: TCP, source: own, destination: imagination.somewhere([anyHost()]), destinationPort,
    }));
  const passages = packets.map((packet) => walk(station, packet, model.services));
  if (passages.some(({ possible }) => possible.allow)) {
    return undefined;
  }
  const { decider } = passages[0];
  const applied = decider.by === 'tier-end' ? station.tiers.find(({ tier }) => tier === decider.tier)!.policies : [];
  const cause = decider.by === 'rule' ? decider.policy : applied.find(({ policy, match }) => match === YES && policy.kind === 'GlobalNetworkPolicy')?.policy;
  return cause?.kind === 'GlobalNetworkPolicy' ? cause : undefined;
}

/** What may be at any address, host or pod, with any labels. */
function anyHost(): Endpoint['class'] {
  return { id: -1, kind: 'host', view: { labels: {}, unknownPrefixes: [''], unknownNames: [] }, ports: [], profiles: [] };
}

/** What a policy selects among the manifests, in numbers and by namespace. */
function reachOf(model: PolicyModel, manifest: Manifest): string {
  const { selector } = model.policies.find((policy) => policy.manifest === manifest)!;
  const selected = model.endpoints.filter((endpoint) => selector.matches(endpoint.class.view.labels));
  const namespaces = [...new Set(selected.flatMap(({ namespace }) => namespace ?? []))].sort();
  const hosts = selected.filter(({ class: { kind } }) => kind === 'host').length;
  const listed = namespaces.length === 0 ? 'no other workload among the manifests' : `workloads of ${namespaces.slice(0, 10).join(', ')}`;
  return `${listed}${namespaces.length > 10 ? ` and ${namespaces.length - 10} more namespaces` : ''}${hosts === 0 ? '' : `, and ${hosts} host endpoint${hosts === 1 ? '' : 's'}`}`;
}
