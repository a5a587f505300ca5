import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { ClusterDns, knownClusterDns } from '../../cluster-dns';
import { PodScopeProps } from '../../pod-scope';
import { portOf } from '../../port-of';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { inBothVersions, ScopedScene } from '../../scoped-scene';

/** Pods that are closed but for the template, DNS servers and their look-alikes, and a host endpoint that has to stay open. */
export function allowDnsProbes(scope: PodScopeProps, known: ClusterDns | undefined, tier: ITier): ProbeSet[] {
  const dns = knownClusterDns(known);
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const { server, pretenders } = scene.dnsServer(dns, namespace);
  scene.outsideSet(dns.namespace, { 'k8s-app': 'kube-dns' });
  const host = scene.hostEndpoint('node-b', { app: 'web' });
  const query = (source: FlowEnd, destination: FlowEnd): Flow[] => ['UDP', 'TCP'].flatMap((protocol) => dns.ports.map((port) =>
    ({ source, destination, protocol, destinationPort: portOf(port) })));
  return [{
    name: 'pods that are closed but for the template, and pods that pretend to serve DNS',
    cluster: scene.cluster,
    mustAllow: [
      ...inBothVersions(...query(selected, server)),
      ...query(host, server),
    ],
    mustDeny: [
      ...pretenders.flatMap((pretender) => query(selected, pretender)),
      ...query(selected, OUTSIDE[0]),
      { source: selected, destination: server, destinationPort: 9153 },
      { source: selected, destination: OUTSIDE[0], destinationPort: 443 },
      ...others.flatMap((other) => query(other, server).slice(0, 1)),
    ],
  }];
}
