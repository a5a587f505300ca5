import { apiClients } from './pods/api-clients';
import { countSelected, EgressCut, egressCutOf, fieldOfCut, podNames, reasonOfCut, walkOut } from './pods/egress-cut';
import { governedPods, GovernedPod } from './pods/governed-pods';
import { imagine } from './pods/imagined';
import { mayGovern } from './rules/may-govern';
import { Cluster, isObject, Manifest } from '../../manifests';
import { Decider, End, EndpointClass, Policy, PolicyModel } from '../../policy';
import { objectAt } from '../../policy/json-fields';
import { podOf } from '../../policy/read-pods';
import { isLabelOfPods } from '../../policy/reserved-labels';
import { labelsOf } from '../../selectors';
import { ClusterCheck, Report } from '../check';
import { installObjects } from '../install/install-objects';
import { policyModelOf } from '../policy-model-of';
import { portOf } from '../underlay/required-traffic';

const TCP = 6;
/** What API servers listen on, behind Service default/kubernetes. */
const PORTS: readonly number[] = [443, 6443];
/** What those of small clusters listen on: minikube's and MicroK8s's. Whoever opens one of these means the API, too. */
const OTHER_PORTS: readonly number[] = [8443, 16443];

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

interface Cut extends EgressCut {
  readonly binding: Manifest;
  readonly pods: string[];
}

function judge(cluster: Cluster, model: PolicyModel, report: Report): void {
  const clients = apiClients(cluster);
  const ports = [...PORTS, ...endpointPorts(cluster)];
  const cuts = new Map<Policy, Cut>();
  const withoutToken = accountsWithoutToken(cluster);
  const pods = clients.size > 0 && model.endpoints.length > 0 ? governedPods(model, 'egress') : [];
  const selected = countSelected(pods);
  for (const pod of pods) {
    const binding = clients.get(accountOf(pod));
    const decider = binding && mountsToken(withoutToken, pod) ? cutFrom(model, pod, [...ports, ...OTHER_PORTS]) : undefined;
    const cut = decider && egressCutOf(decider, pod, selected);
    if (cut) {
      const known = cuts.get(cut.cause);
      if (known) {
        known.pods.push(pod.title);
      } else {
        cuts.set(cut.cause, { ...cut, binding: binding!, pods: [pod.title] });
      }
    }
  }
  for (const cut of cuts.values()) {
    const { cause, binding } = cut;
    report({
      manifest: cause.manifest,
      field: fieldOfCut(cut),
      what: `${podNames(cut.pods)} can't reach the Kubernetes API: TCP ${[...new Set(ports)].join(' and ')} is denied to every address`,
      why: `${binding.kind} ${binding.name} lets its service account call the API; ${reasonOfCut(cut)}`,
      fix: 'allow it in `egress`: a rule with `services` for the Service kubernetes of namespace default, or with `nets` for the API servers',
    });
  }
}

function cutFrom(model: PolicyModel, pod: GovernedPod, ports: readonly number[]): Decider | undefined {
  const destination = apiServer(model, pod);
  const passages = ports.map((port) => walkOut(model, pod, TCP, destination, port));
  return passages.some(({ possible }) => possible.allow) ? undefined : passages[0].decider;
}

/** Any address, which may be that of a host with whatever labels rules ask for. API servers are on the network of hosts. */
function apiServer(model: PolicyModel, { station }: GovernedPod): End {
  const rules = station.tiers.flatMap(({ policies }) => policies).flatMap(({ policy }) => policy.egress!);
  const names = rules.flatMap(({ destination: { selector } }) => selector ? labelsOf(selector.ast).map(({ label }) => label) : []);
  const host: EndpointClass = {
    id: -1, kind: 'host', view: { labels: {}, unknownPrefixes: [], unknownNames: names.filter((label) => !isLabelOfPods(label)) }, ports: [], profiles: [],
  };
  return imagine(model).somewhere([host]);
}

function endpointPorts(cluster: Cluster): number[] {
  return ['tigera-operator', 'kube-system'].flatMap((namespace) => {
    const data = installObjects(cluster).configMaps.get(`${namespace}/kubernetes-services-endpoint`)?.object.data;
    return portOf(isObject(data) ? data.KUBERNETES_SERVICE_PORT : undefined) ?? [];
  });
}

function accountOf({ endpoint: { namespace, class: { view } } }: GovernedPod): string {
  return `${namespace!}/${view.labels['projectcalico.org/serviceaccount']!}`;
}

/** Whether pods get the token without which no call is let in, unless they bring another. */
function mountsToken(withoutToken: ReadonlySet<string>, pod: GovernedPod): boolean {
  const own = objectAt(podOf(pod.endpoint.manifest) ?? {}, 'spec').automountServiceAccountToken;
  return own === true || (own !== false && !withoutToken.has(accountOf(pod)));
}

function accountsWithoutToken({ manifests }: Cluster): Set<string> {
  return new Set(manifests.filter(({ kind, object }) => kind === 'ServiceAccount' && object.automountServiceAccountToken === false)
    .map(({ namespace = 'default', name }) => `${namespace}/${name}`));
}
