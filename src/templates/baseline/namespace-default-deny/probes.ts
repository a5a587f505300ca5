import { PolicyType } from '../../../values/policy-type';
import { addDns, dnsFlows, notDnsFlows } from '../../dns-probes';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { DnsWish } from '../../scoped-scene';

/** Pods of the namespace with and without labels, another namespace, DNS and what poses as such, and the outside, in both versions of IP. */
export function namespaceDefaultDenyProbes(namespace: string, types: readonly PolicyType[], { allowed, dns }: DnsWish): ProbeSet[] {
  const scene = new ProbeScene();
  const servers = addDns(scene, dns);
  const web = scene.pod(namespace, 'web', { labels: { app: 'web' } });
  const bare = scene.pod(namespace, 'bare');
  const other = scene.pod(`${namespace}-other`, 'web', { labels: { app: 'web' } });
  const otherBare = scene.pod(`${namespace}-other`, 'bare');
  const traffic = [{ destinationPort: 8080 }, { protocol: 'UDP', destinationPort: 53 }];
  const arriving = traffic.flatMap((one) => flowsBetween([other, ...OUTSIDE], [web, bare], one));
  const leaving = traffic.flatMap((one) => flowsBetween([web, bare], [other, ...OUTSIDE], one));
  const queries = dnsFlows([web, bare], servers.meant, dns);
  const noQueries = notDnsFlows([web], servers, dns);
  const closesIngress = types.includes(PolicyType.INGRESS);
  const closesEgress = types.includes(PolicyType.EGRESS);
  return [{
    name: 'pods with and without labels, two namespaces, DNS and the outside',
    cluster: scene.cluster,
    mustDeny: [
      ...flowsBetween([web], [bare], { destinationPort: 8080 }),
      ...closesIngress ? arriving : [],
      ...closesEgress ? [...leaving, ...noQueries] : [],
      ...closesEgress && !allowed ? queries : [],
    ],
    mustAllow: [
      ...closesIngress ? [] : arriving,
      ...closesEgress ? [] : [...leaving, ...noQueries],
      ...closesEgress && !allowed ? [] : queries,
      ...flowsBetween([other, ...OUTSIDE], [otherBare], { destinationPort: 8080 }),
    ],
  }];
}
