import { matchingLabels } from '../../labels-for-selector';
import { flowsBetween } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { CalicoMetricsProps } from '../metrics-props';
import { metricsScene } from '../metrics-scene';
import { KUBE_CONTROLLERS } from '../metrics-targets';

/** Scrapers, pods that look like them, nodes and the outside, at each target; beside closed hosts and the policies of the operator. */
export function metricsAllowListProbes(props: CalicoMetricsProps): ProbeSet[] {
  const { scene, targets, scrapers, strangers } = metricsScene(props, false);
  const namespace = props.namespace ?? 'calico-system';
  const posing = scene.pod('shop', 'posing', { labels: matchingLabels(KUBE_CONTROLLERS), node: 'node-a' });
  scene.policy('shop', 'default-deny', { types: ['Ingress'] });
  const neighbour = scene.pod(namespace, 'neighbour', { node: 'node-a' });
  scene.cluster.addObject({ apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'calico-system' }, spec: { order: 100 } });
  scene.policy(namespace, 'calico-system.default-deny', { tier: 'calico-system', types: ['Ingress'] });
  return [{
    name: 'targets that are closed otherwise',
    cluster: scene.cluster,
    mustAllow: targets.flatMap(({ end, ports }) => ports.flatMap((destinationPort) => flowsBetween(scrapers, [end], { destinationPort }))),
    mustDeny: targets.flatMap(({ end, ports }) => [
      ...ports.flatMap((destinationPort) => flowsBetween(strangers, [end], { destinationPort })),
      ...flowsBetween(scrapers, [end], { destinationPort: 8080 }),
      ...flowsBetween(scrapers, [end], { protocol: 'UDP', destinationPort: ports[0] }),
      ...flowsBetween(scrapers, [neighbour, posing], { destinationPort: ports[0] }),
    ]),
  }];
}
