import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { notClosing, ScopedScene } from '../../scoped-scene';

/** Pods that are closed but for the template, the metadata address beside that of the cache, and pods of kube-dns, which the cache stands before. */
export function allowNodeLocalDnsProbes(scope: PodScopeProps, addresses: readonly string[], tier: ITier | undefined): ProbeSet[] {
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { selected, others } = scene.scopedPods(scope);
  const caches = addresses.map((address) => FlowEnd.address(address));
  const query = (source: FlowEnd, destination: FlowEnd): Flow[] => ['UDP', 'TCP'].map((protocol) => ({ source, destination, protocol, destinationPort: 53 }));
  return [{
    name: 'pods that are closed but for the template',
    cluster: scene.cluster,
    mustAllow: caches.flatMap((cache) => query(selected, cache)),
    mustDeny: [
      ...caches.flatMap((destination) => [{ protocol: 'UDP', destinationPort: 54 }, { destinationPort: 8080 }, { protocol: 'SCTP', destinationPort: 53 }]
        .map((traffic) => ({ source: selected, destination, ...traffic }))),
      { source: selected, destination: FlowEnd.address('169.254.169.254'), destinationPort: 80 },
      ...scene.dnsFlows(selected, knownClusterDns()).queries,
      ...query(selected, OUTSIDE[0]),
      ...query(selected, OUTSIDE[1]),
      ...others.flatMap((other) => query(other, caches[0]).slice(0, 1)),
    ],
  }, notClosing(scope, tier, PolicyType.EGRESS)];
}
