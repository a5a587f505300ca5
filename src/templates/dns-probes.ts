import { ClusterDns, knownClusterDns } from './cluster-dns';
import { matchingLabels } from './labels-for-selector';
import { Ends, flowsBetween, ProbeScene } from './probe-scene';
import { samplesOf } from './traffic';
import { Flow } from '../model/flow';
import { FlowEnd } from '../values/flow-end';

/** Adds a pod that answers DNS, and one in another namespace that poses as such. */
export function addDns(scene: ProbeScene, dns: ClusterDns | undefined): Ends {
  const { namespace, pods, ports } = knownClusterDns(dns);
  const pod = { labels: matchingLabels(pods), ports: samplesOf({ ports }).named };
  return { meant: [scene.pod(namespace, 'dns', pod)], others: [scene.pod('elsewhere', 'dns', pod)] };
}

/** Queries over UDP and TCP. */
export function dnsFlows(sources: readonly FlowEnd[], servers: readonly FlowEnd[], dns: ClusterDns | undefined): Flow[] {
  return samplesOf({ ports: knownClusterDns(dns).ports }).meant
    .flatMap(({ destinationPort }) => ['UDP', 'TCP'].flatMap((protocol) => flowsBetween(sources, servers, { protocol, destinationPort })));
}
