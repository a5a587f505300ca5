import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';

/** Pods that are closed but for the template, the metadata address beside that of the cache, and pods of kube-dns, which the cache stands before. */
export function allowNodeLocalDnsProbes(scope: PodScopeProps, addresses: readonly string[], tier: ITier): ProbeSet[] {
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const { server } = scene.dnsServer(knownClusterDns(), namespace);
  const caches = addresses.map((address) => FlowEnd.address(address));
  const query = (source: FlowEnd, destination: FlowEnd): Flow[] => ['UDP', 'TCP'].map((protocol) => ({ source, destination, protocol, destinationPort: 53 }));
  return [{
    name: 'pods that are closed but for the template',
    cluster: scene.cluster,
    mustAllow: caches.flatMap((cache) => query(selected, cache)),
    mustDeny: [
      ...caches.map((cache) => ({ source: selected, destination: cache, destinationPort: 8080 })),
      { source: selected, destination: FlowEnd.address('169.254.169.254'), destinationPort: 80 },
      ...query(selected, server),
      ...query(selected, OUTSIDE[0]),
      ...query(selected, OUTSIDE[1]),
      ...others.flatMap((other) => query(other, caches[0]).slice(0, 1)),
    ],
  }];
}
