import { apiClients } from './api-clients';
import { governedPods, GovernedPod } from './governed-pods';
import { imagine } from './imagined';
import { mayGovern } from './raw-policies';
import { Cluster, isObject, JsonObject, Manifest } from '../../manifests';
import { compareText, Decider, End, EndpointClass, Policy, PolicyModel, policyTitle, walk } from '../../policy';
import { labelsOf } from '../../selectors';
import { ClusterCheck, Report } from '../check';
import { installObjects } from '../install/install-objects';
import { policyModelOf } from '../policy-model-of';
import { portOf } from '../underlay/required-traffic';

const TCP = 6;
/** What API servers listen on, behind Service default/kubernetes. */
const PORTS: readonly number[] = [443, 6443];
/** Labels that no host endpoint has. */
const OF_PODS = /^(pcns|pcsa)\.|^projectcalico\.org\/(namespace|orchestrator|serviceaccount)$/;

/**
 * Workloads that call the Kubernetes API, as a binding of their service account shows, and whose egress leaves it out. Where the API server is isn't
 * known: it may have any address, be on any host, and have the port of kubernetes-services-endpoint too. Growth: pods' classes times their egress
 * rules.
 */
export const API_SERVER_CUT: ClusterCheck = {
  id: 'policy/api-server-cut',
  severity: 'warning',
  summary: 'Policies deny the Kubernetes API to a workload that is bound to a role.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (cluster.manifests.some(({ kind }) => kind.endsWith('RoleBinding')) && mayGovern(cluster, 'egress')) {
      judge(cluster, policyModelOf(cluster), report);
    }
  },
};

interface Cut {
  readonly decider: Decider;
  readonly binding: Manifest;
  readonly pods: string[];
}

function judge(cluster: Cluster, model: PolicyModel, report: Report): void {
  const clients = apiClients(cluster);
  const ports = [...PORTS, ...endpointPorts(cluster)];
  const cuts = new Map<Policy, Cut>();
  const withoutToken = accountsWithoutToken(cluster);
  const pods = clients.size > 0 && model.endpoints.length > 0 ? governedPods(model, 'egress') : [];
  for (const pod of pods) {
    const binding = clients.get(accountOf(pod));
    const decider = binding && mountsToken(withoutToken, pod) ? cutFrom(model, pod, ports) : undefined;
    if (decider) {
      const cause = causeOf(decider, pod);
      const known = cuts.get(cause);
      if (known) {
        known.pods.push(pod.title);
      } else {
        cuts.set(cause, { decider, binding: binding!, pods: [pod.title] });
      }
    }
  }
  for (const [cause, { decider, binding, pods: cut }] of cuts) {
    const others = cut.length === 1 ? '' : ` and ${cut.length - 1} other${cut.length === 2 ? '' : 's'}`;
    report({
      manifest: cause.manifest,
      field: decider.by === 'rule' ? decider.rule.field : cause.manifest.spec.egress === undefined ? ['spec'] : ['spec', 'egress'],
      what: `${cut.sort(compareText)[0]}${others} can't reach the Kubernetes API: TCP ${[...new Set(ports)].join(' and ')} is denied to every address`,
      why: `${binding.kind} ${binding.name} lets its service account call the API; ${decider.by === 'rule'
        ? `a rule of ${policyTitle(cause)} denies it`
        : `${policyTitle(cause)} governs egress, no rule of tier ${cause.tier} allows it, and the tier ends with Deny`}`,
      fix: 'allow it in `egress`: a rule with `services` for the Service kubernetes of namespace default, or with `nets` for the API servers',
    });
  }
}

function cutFrom(model: PolicyModel, pod: GovernedPod, ports: readonly number[]): Decider | undefined {
  const source = imagine(model).endOf(pod.endpoint);
  const destination = apiServer(model, pod);
  const passages = ports.map((destinationPort) => walk(pod.station, {
    isV6: false,
    protocol: TCP,
    source,
    destination,
    sourcePort: undefined,
    destinationPort,
    icmpType: undefined,
    icmpCode: undefined,
    http: undefined,
  }, model.services));
  return passages.some(({ possible }) => possible.allow) ? undefined : passages[0].decider;
}

/** Any address, which may be that of a host with whatever labels rules ask for. API servers are on the network of hosts. */
function apiServer(model: PolicyModel, { station }: GovernedPod): End {
  const rules = station.tiers.flatMap(({ policies }) => policies).flatMap(({ policy }) => policy.egress!);
  const names = rules.flatMap(({ destination: { selector } }) => selector ? labelsOf(selector.ast).map(({ label }) => label) : []);
  const host: EndpointClass = {
    id: -1, kind: 'host', view: { labels: {}, unknownPrefixes: [], unknownNames: names.filter((label) => !OF_PODS.test(label)) }, ports: [], profiles: [],
  };
  return imagine(model).somewhere([host]);
}

function endpointPorts(cluster: Cluster): number[] {
  return ['tigera-operator', 'kube-system'].flatMap((namespace) => {
    const data = installObjects(cluster).configMaps.get(`${namespace}/kubernetes-services-endpoint`)?.object.data;
    return portOf(isObject(data) ? data.KUBERNETES_SERVICE_PORT : undefined) ?? [];
  });
}

function causeOf(decider: Decider, { station }: GovernedPod): Policy {
  if (decider.by === 'rule') {
    return decider.policy;
  }
  const { policies } = station.tiers.find(({ tier }) => decider.by === 'tier-end' && tier === decider.tier)!;
  return policies[policies.length - 1].policy;
}

function accountOf({ endpoint: { namespace, class: { view } } }: GovernedPod): string {
  return `${namespace!}/${view.labels['projectcalico.org/serviceaccount']!}`;
}

/** Whether pods get the token without which no call is let in, unless they bring another. */
function mountsToken(withoutToken: ReadonlySet<string>, pod: GovernedPod): boolean {
  const own = podSpec(pod.endpoint.manifest).automountServiceAccountToken;
  return own === true || (own !== false && !withoutToken.has(accountOf(pod)));
}

function accountsWithoutToken({ manifests }: Cluster): Set<string> {
  return new Set(manifests.filter(({ kind, object }) => kind === 'ServiceAccount' && object.automountServiceAccountToken === false)
    .map(({ namespace = 'default', name }) => `${namespace}/${name}`));
}

function podSpec({ kind, spec }: Manifest): JsonObject {
  const at = (object: JsonObject, key: string): JsonObject => isObject(object[key]) ? object[key] : {};
  return kind === 'Pod' ? spec : at(at(kind === 'CronJob' ? at(at(spec, 'jobTemplate'), 'spec') : spec, 'template'), 'spec');
}
