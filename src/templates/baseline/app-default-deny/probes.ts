import { ITier } from '../../../constructs/tier';
import { PolicyType, TierDefaultAction } from '../../../values/policy-type';
import { knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { DnsWish, ScopedScene } from '../../scoped-scene';

/** Pods of applications, of the system, a host endpoint that has their labels, DNS servers and pods that pretend to be some, and the outside. */
export function appDefaultDenyProbes(scope: PodScopeProps, types: readonly PolicyType[], wish: DnsWish, tier: ITier): ProbeSet[] {
  const dns = knownClusterDns(wish.dns);
  const scene = new ScopedScene().tier(tier, TierDefaultAction.DENY);
  const { selected, others } = scene.scopedPods(scope);
  scene.outsideSet(dns.namespace, { 'k8s-app': 'kube-dns' });
  const free = scene.pod('kube-system', 'free');
  const host = scene.hostEndpoint('some-node', { app: 'web' });
  const { queries, others: noQueries } = scene.dnsFlows(selected, dns, scope.namespaces ? undefined : 'calico-system');
  const traffic = { destinationPort: 8080 };
  const closesEgress = types.includes(PolicyType.EGRESS);
  const arriving = flowsBetween([free, ...OUTSIDE], [selected], traffic);
  const leaving = flowsBetween([selected], [free, ...OUTSIDE], traffic);
  const denied = [
    ...types.includes(PolicyType.INGRESS) ? arriving : [],
    ...closesEgress ? [...leaving, ...noQueries] : [],
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
