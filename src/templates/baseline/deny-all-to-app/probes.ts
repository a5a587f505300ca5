import { Selector } from '../../../values/selector';
import { notPods } from '../../apps/ingress-probes';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

/** The app and what looks like it; clients of its namespace and of another, on the network of a node, and outside. */
export function denyAllToAppProbes(namespace: string, app: Selector): ProbeSet[] {
  const scene = new ProbeScene();
  const { meant, others } = scene.podsOf(namespace, 'app', app);
  const client = scene.pod(`${namespace}-other`, 'client', { labels: { app: 'client' } });
  const clients = [...meant.slice(1), client, ...others, ...notPods(scene, namespace)];
  return [{
    name: 'the app, what looks like it, and clients of all kinds',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(meant, [client, ...OUTSIDE], { destinationPort: 443 }),
      ...flowsBetween([client, OUTSIDE[0]], others, { destinationPort: 8080 }),
    ],
    mustDeny: [
      ...flowsBetween(clients, meant, { destinationPort: 8080 }),
      ...flowsBetween([client], meant, { protocol: 'UDP', destinationPort: 53 }),
    ],
  }];
}
