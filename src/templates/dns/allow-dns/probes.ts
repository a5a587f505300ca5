import { ITier } from '../../../constructs/tier';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { notClosing, ScopedScene } from '../../scoped-scene';

/** Pods that are closed but for the template, DNS servers and their look-alikes, and a host endpoint that has to stay open. */
export function allowDnsProbes(scope: PodScopeProps, known: ClusterDns | undefined, tier: ITier | undefined): ProbeSet[] {
  const dns = knownClusterDns(known);
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { selected, others } = scene.scopedPods(scope);
  scene.outsideSet(dns.namespace, { 'k8s-app': 'kube-dns' });
  const host = scene.hostEndpoint('node-b', { app: 'web' });
  const { queries, others: noQueries } = scene.dnsFlows(selected, dns);
  const [query] = queries;
  return [{
    name: 'pods that are closed but for the template, and pods that pretend to serve DNS',
    cluster: scene.cluster,
    mustAllow: [...queries, { ...query, source: host }, { source: host, destination: query.destination, destinationPort: 9153 }],
    mustDeny: [
      ...noQueries,
      { source: selected, destination: OUTSIDE[0], destinationPort: 443 },
      ...others.map((other) => ({ ...query, source: other })),
    ],
  }, notClosing(scope, tier, PolicyType.EGRESS)];
}
