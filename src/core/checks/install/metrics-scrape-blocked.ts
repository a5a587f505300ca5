import { installObjects, objectAt } from './install-objects';
import { FieldPath } from '../../findings';
import { Cluster, isObject, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';

const NAMESPACE = 'calico-system';
const APP = 'calico-kube-controllers';

/**
 * Since v3.32 the operator's policy for kube-controllers lets in nobody but the Prometheus of Calico Enterprise (tigera operator
 * pkg/render/kubecontrollers, kubeControllersCalicoSystemPolicy), in a tier before all others. One look at each object.
 */
export const METRICS_SCRAPE_BLOCKED: ClusterCheck = {
  id: 'install/metrics-scrape-blocked',
  severity: 'warning',
  summary: 'kube-controllers\' metrics are to be read, and the operator\'s policy lets nobody read them.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const wanted = installObjects(cluster).installations.length === 0 ? [] : readers(cluster);
    if (wanted.length === 0 || isLetIn(cluster)) {
      return;
    }
    for (const { manifest, field, words, isSure } of wanted) {
      report({
        manifest,
        field,
        what: `${words}, and no policy of the tier calico-system lets anybody in there`,
        why: 'the operator\'s policy calico-system.kube-controller-access lets in only pods tigera-prometheus of a namespace with the label name=tigera-prometheus: '
          + 'a Prometheus of yours gets no answer',
        fix: 'add a NetworkPolicy to calico-system in the tier calico-system with an order below 1 that allows your Prometheus to the port of k8s-app == \'calico-kube-controllers\'',
        ...(!isSure && { severity: 'advice' as const }),
      });
    }
  },
};

interface Wanted {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly words: string;
  readonly isSure: boolean;
}

/** Monitors of the Prometheus operator that find kube-controllers, and a port that is written down: whoever does so means to read there. */
function readers(cluster: Cluster): Wanted[] {
  const ports = calicoObjects(cluster, 'KubeControllersConfiguration').filter(({ name, spec }) =>
    name === 'default' && typeof spec.prometheusMetricsPort === 'number' && spec.prometheusMetricsPort > 0);
  const monitors = cluster.manifests.filter((manifest) => manifest.group === 'monitoring.coreos.com' && MONITORS.has(manifest.kind) && findsControllers(manifest));
  return [
    ...ports.map((manifest) => ({
      manifest, field: ['spec', 'prometheusMetricsPort'], words: `kube-controllers serve metrics on port ${String(manifest.spec.prometheusMetricsPort)}`, isSure: false,
    })),
    ...monitors.map((manifest) => ({ manifest, field: ['spec', 'selector'], words: `the ${manifest.kind} has kube-controllers' metrics read`, isSure: true })),
  ];
}

const MONITORS: ReadonlySet<string> = new Set(['PodMonitor', 'ServiceMonitor']);

function findsControllers({ spec, namespace }: Manifest): boolean {
  const { any, matchNames } = objectAt(spec, 'namespaceSelector');
  const looksThere = any === true || (Array.isArray(matchNames) ? matchNames.includes(NAMESPACE) : namespace === NAMESPACE);
  return looksThere && objectAt(spec, 'selector', 'matchLabels')['k8s-app'] === APP;
}

/** Whether something may let a Prometheus in: a policy in the operator's tier or before it, or a namespace like the one that the operator means. */
function isLetIn(cluster: Cluster): boolean {
  const allows = ({ spec: { ingress, tier } }: Manifest) => typeof tier === 'string' && tier !== 'default'
    && Array.isArray(ingress) && ingress.some((rule) => isObject(rule) && rule.action === 'Allow');
  return calicoObjects(cluster, 'NetworkPolicy').some((policy) => policy.namespace === NAMESPACE && allows(policy))
    || calicoObjects(cluster, 'GlobalNetworkPolicy').some(allows)
    || cluster.manifests.some(({ kind, group, object }) =>
      kind === 'Namespace' && group === '' && objectAt(object, 'metadata', 'labels').name === 'tigera-prometheus');
}
