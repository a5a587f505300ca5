import { Selector } from '../../../values/selector';
import { notPods } from '../../apps/ingress-probes';
import { knownClusterDns } from '../../cluster-dns';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { DnsWish, ScopedScene } from '../../scoped-scene';

/** The app and what looks like it; servers of its namespace and of another, DNS, pods that pretend to serve it, nodes and the outside. */
export function denyEgressFromAppProbes(namespace: string, app: Selector, wish: DnsWish): ProbeSet[] {
  const dns = knownClusterDns(wish.dns);
  const scene = new ScopedScene();
  const { meant, others } = scene.podsOf(namespace, 'app', app);
  const neighbour = scene.pod(namespace, 'neighbour', { labels: { app: 'neighbour' } });
  const { queries, others: noQueries } = scene.dnsFlows(meant[0], dns);
  return [{
    name: 'the app, what looks like it, and servers of all kinds',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([neighbour, OUTSIDE[0]], meant, { destinationPort: 8080 }),
      ...flowsBetween(others, [neighbour, ...OUTSIDE], { destinationPort: 443 }),
      ...wish.allowed ? queries : [],
    ],
    mustDeny: [
      ...flowsBetween(meant, [neighbour, ...notPods(scene, namespace)], { destinationPort: 443 }),
      ...noQueries,
      ...wish.allowed ? [] : queries,
      ...flowsBetween(meant, OUTSIDE, { protocol: 'UDP', destinationPort: 53 }),
    ],
  }];
}
