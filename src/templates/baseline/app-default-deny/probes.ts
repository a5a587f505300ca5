import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType, TierDefaultAction } from '../../../values/policy-type';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { portOf } from '../../port-of';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';

/** What becomes of DNS. */
export interface DnsWish {
  readonly allowed: boolean;
  readonly dns?: ClusterDns;
}

/** Pods of applications, of the system, a host endpoint that has their labels, DNS servers and pods that pretend to be some, and the outside. */
export function appDefaultDenyProbes(scope: PodScopeProps, types: readonly PolicyType[], wish: DnsWish, tier: ITier): ProbeSet[] {
  const dns = knownClusterDns(wish.dns);
  const scene = new ScopedScene().tier(tier, TierDefaultAction.DENY);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const { server, pretenders } = scene.dnsServer(dns, namespace);
  scene.outsideSet(dns.namespace, { 'k8s-app': 'kube-dns' });
  const free = scene.pod('kube-system', 'free');
  const host = scene.hostEndpoint('some-node', { app: 'web' });
  const query = (destination: FlowEnd): Flow[] => ['UDP', 'TCP'].flatMap((protocol) =>
    flowsBetween([selected], [destination], { protocol, destinationPort: portOf(dns.ports[0]) }));
  const traffic = { destinationPort: 8080 };
  const closesEgress = types.includes(PolicyType.EGRESS);
  const arriving = flowsBetween([free, ...OUTSIDE], [selected], traffic);
  const leaving = flowsBetween([selected], [free, ...OUTSIDE], traffic);
  const queries = query(server);
  const denied = [
    ...types.includes(PolicyType.INGRESS) ? arriving : [],
    ...closesEgress ? [...leaving, ...pretenders.flatMap(query)] : [],
    ...closesEgress && !wish.allowed ? queries : [],
  ];
  return [{
    name: 'pods of an application and of the system, a host endpoint, and pods that pretend to serve DNS',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([free], [...others, ...OUTSIDE], traffic),
      ...flowsBetween(OUTSIDE, [free], traffic),
      { source: host, destination: free, destinationPort: 8080 },
      { source: OUTSIDE[0], destination: host, destinationPort: 8080 },
      ...[...arriving, ...leaving, ...queries].filter((flow) => !denied.includes(flow)),
    ],
    mustDeny: denied,
  }];
}
