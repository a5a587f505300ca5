import { ClusterDns, knownClusterDns } from './cluster-dns';
import { matchingLabels } from './labels-for-selector';
import { Ends, flowsBetween, ProbeScene } from './probe-scene';
import { samplesOf } from './traffic';
import { Flow } from '../model/flow';
import { FlowEnd } from '../values/flow-end';

/** Adds a pod that answers DNS, and what poses as such: a pod in another namespace, a pod with other labels, a network set with these labels. */
export function addDns(scene: ProbeScene, dns: ClusterDns | undefined): Ends {
  const { namespace, pods, ports } = knownClusterDns(dns);
  const pod = { labels: matchingLabels(pods), ports: samplesOf({ ports }).named };
  const servers = scene.pod(namespace, 'dns', pod);
  const address = '192.0.2.53';
  scene.networkSet(namespace, 'resolvers', pod.labels, [`${address}/32`]);
  return { meant: [servers], others: [scene.pod('elsewhere', 'dns', pod), scene.pod(namespace, 'other', { ports: pod.ports }), FlowEnd.address(address)] };
}

/** Queries over UDP and TCP. */
export function dnsFlows(sources: readonly FlowEnd[], servers: readonly FlowEnd[], dns: ClusterDns | undefined): Flow[] {
  return samplesOf({ ports: knownClusterDns(dns).ports }).meant
    .flatMap(({ destinationPort }) => ['UDP', 'TCP'].flatMap((protocol) => flowsBetween(sources, servers, { protocol, destinationPort })));
}

/** What isn't a query: other ports and protocols of the pods that answer, and queries to what poses as such. */
export function notDnsFlows(sources: readonly FlowEnd[], { meant, others }: Ends, dns: ClusterDns | undefined): Flow[] {
  const [{ destinationPort }] = samplesOf({ ports: knownClusterDns(dns).ports }).meant;
  return [
    ...dnsFlows(sources, others, dns),
    ...flowsBetween(sources, meant, { protocol: 'SCTP', destinationPort }),
    ...['UDP', 'TCP'].flatMap((protocol) => flowsBetween(sources, meant, { protocol, destinationPort: 9153 })),
  ];
}
