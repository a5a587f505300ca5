import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { notPods } from '../../apps/ingress-probes';
import { knownClusterDns } from '../../cluster-dns';
import { portOf } from '../../port-of';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';
import { DnsWish } from '../app-default-deny/probes';

/** The app and what looks like it; servers of its namespace and of another, DNS, pods that pretend to serve it, nodes and the outside. */
export function denyEgressFromAppProbes(namespace: string, app: Selector, wish: DnsWish): ProbeSet[] {
  const dns = knownClusterDns(wish.dns);
  const scene = new ScopedScene();
  const { meant, others } = scene.podsOf(namespace, 'app', app);
  const { server, pretenders } = scene.dnsServer(dns, `${namespace}-other`);
  const neighbour = scene.pod(namespace, 'neighbour', { labels: { app: 'neighbour' } });
  const query = (destination: FlowEnd): Flow[] => ['UDP', 'TCP'].flatMap((protocol) =>
    flowsBetween(meant, [destination], { protocol, destinationPort: portOf(dns.ports[0]) }));
  return [{
    name: 'the app, what looks like it, and servers of all kinds',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([neighbour, OUTSIDE[0]], meant, { destinationPort: 8080 }),
      ...flowsBetween(others, [neighbour, ...OUTSIDE], { destinationPort: 443 }),
      ...wish.allowed ? query(server) : [],
    ],
    mustDeny: [
      ...flowsBetween(meant, [neighbour, ...notPods(scene, namespace)], { destinationPort: 443 }),
      ...pretenders.flatMap(query),
      ...wish.allowed ? [] : query(server),
      ...flowsBetween(meant, OUTSIDE, { protocol: 'UDP', destinationPort: 53 }),
    ],
  }];
}
