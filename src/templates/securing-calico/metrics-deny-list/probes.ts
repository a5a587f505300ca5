import { matchingLabels } from '../../labels-for-selector';
import { flowsBetween } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { CalicoMetricsProps } from '../metrics-props';
import { metricsScene } from '../metrics-scene';
import { KUBE_CONTROLLERS } from '../metrics-targets';

/** Scrapers, pods that look like them, nodes and the outside, at each target; other traffic of the targets; all is open otherwise. */
export function metricsDenyListProbes(props: CalicoMetricsProps): ProbeSet[] {
  const { scene, targets, scrapers, strangers } = metricsScene(props, true);
  const posing = scene.pod('shop', 'posing', { labels: matchingLabels(KUBE_CONTROLLERS), node: 'node-a' });
  const neighbour = scene.pod(props.namespace ?? 'calico-system', 'neighbour', { node: 'node-a' });
  const at = (ports: readonly number[]): { readonly destinationPort: number }[] => ports.map((destinationPort) => ({ destinationPort }));
  return [{
    name: 'targets that are open otherwise',
    cluster: scene.cluster,
    mustAllow: targets.flatMap(({ end, ports }) => [
      ...at(ports).flatMap((traffic) => flowsBetween(scrapers, [end], traffic)),
      ...flowsBetween(strangers.slice(-2), [end], { destinationPort: 8080 }),
      ...flowsBetween(strangers.slice(-2), [end], { protocol: 'UDP', destinationPort: ports[0] }),
      ...flowsBetween(strangers.slice(-2), [neighbour, posing], { destinationPort: ports[0] }),
    ]),
    mustDeny: targets.flatMap(({ end, ports }) => at(ports).flatMap((traffic) => flowsBetween(strangers, [end], traffic))),
  }];
}
