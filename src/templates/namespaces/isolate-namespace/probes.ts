import { PolicyType } from '../../../values/policy-type';
import { knownClusterDns } from '../../cluster-dns';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { DnsWish, ScopedScene } from '../../scoped-scene';

/** A namespace with the same pods and one whose labels claim the name, a network set in the namespace, host-networked pods, and the outside. */
export function isolateNamespaceProbes(namespace: string, types: readonly PolicyType[], wish: DnsWish): ProbeSet[] {
  const other = `${namespace}-other`;
  const scene = new ScopedScene()
    .namespace(namespace)
    .namespace(other, { 'name': namespace, 'projectcalico.org/name': namespace })
    .outsideSet(namespace, { app: 'web' });
  const web = scene.pod(namespace, 'web', { labels: { app: 'web' } });
  const bare = scene.pod(namespace, 'bare');
  const others = [scene.pod(other, 'web', { labels: { app: 'web', namespace } }), scene.pod(other, 'bare')];
  const strangers = [...others, ...scene.hostPod(namespace, 'host-networked'), ...OUTSIDE];
  const { queries, others: noQueries } = scene.dnsFlows(web, knownClusterDns(wish.dns));
  const arriving = flowsBetween(strangers, [web, bare], { destinationPort: 8080 });
  const leaving = flowsBetween([web, bare], strangers, { destinationPort: 8080 });
  const closesEgress = types.includes(PolicyType.EGRESS);
  const denied = [
    ...types.includes(PolicyType.INGRESS) ? arriving : [],
    ...closesEgress ? [...leaving, ...noQueries] : [],
    ...closesEgress && !wish.allowed ? queries : [],
  ];
  return [{
    name: 'another namespace with the same pods, a network set in the namespace, and pods on the network of a node',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([web], [bare], { destinationPort: 8080 }),
      ...flowsBetween([bare], [web], { protocol: 'UDP', destinationPort: 9000 }),
      ...flowsBetween([others[0]], [others[1]], { destinationPort: 8080 }),
      ...flowsBetween(OUTSIDE, [others[0]], { destinationPort: 443 }),
      ...[...queries, ...arriving, ...leaving].filter((flow) => !denied.includes(flow)),
    ],
    mustDeny: denied,
  }];
}
