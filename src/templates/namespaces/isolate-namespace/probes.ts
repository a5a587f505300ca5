import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { portOf } from '../../port-of';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';

/** A namespace with the same pods and one whose labels claim the name, a network set in the namespace, host-networked pods, and the outside. */
export function isolateNamespaceProbes(namespace: string, types: readonly PolicyType[], dns?: ClusterDns): ProbeSet[] {
  const known = knownClusterDns(dns);
  const other = `${namespace}-other`;
  const scene = new ScopedScene()
    .namespace(namespace)
    .namespace(other, { 'name': namespace, 'projectcalico.org/name': namespace })
    .outsideSet(namespace, { app: 'web' });
  const web = scene.pod(namespace, 'web', { labels: { app: 'web' } });
  const bare = scene.pod(namespace, 'bare');
  const others = [scene.pod(other, 'web', { labels: { app: 'web', namespace } }), scene.pod(other, 'bare')];
  const strangers = [...others, ...scene.hostPod(namespace, 'host-networked'), ...OUTSIDE];
  const { server, pretenders } = scene.dnsServer(known, other);
  const query = (destination: FlowEnd): Flow[] => ['UDP', 'TCP'].map((protocol) =>
    ({ source: web, destination, protocol, destinationPort: portOf(known.ports[0]) }));
  const arriving = flowsBetween(strangers, [web, bare], { destinationPort: 8080 });
  const leaving = flowsBetween([web, bare], strangers, { destinationPort: 8080 });
  const closesIngress = types.includes(PolicyType.INGRESS);
  const closesEgress = types.includes(PolicyType.EGRESS);
  return [{
    name: 'another namespace with the same pods, a network set in the namespace, and pods on the network of a node',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([web], [bare], { destinationPort: 8080 }),
      ...flowsBetween([bare], [web], { protocol: 'UDP', destinationPort: 9000 }),
      ...flowsBetween([others[0]], [others[1]], { destinationPort: 8080 }),
      ...flowsBetween(OUTSIDE, [others[0]], { destinationPort: 443 }),
      ...query(server),
      ...closesIngress ? [] : arriving,
      ...closesEgress ? [] : leaving,
    ],
    mustDeny: [
      ...closesIngress ? arriving : [],
      ...closesEgress ? [...leaving, ...pretenders.flatMap(query)] : [],
    ],
  }];
}
