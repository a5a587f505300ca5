import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { ProbeCluster } from '../../probe-cluster';
import { ProbeSet } from '../../probe-set';

const OUTSIDE = FlowEnd.address('203.0.113.10');
const OUTSIDE_V6 = FlowEnd.address('2001:db8:ffff::10');

/** Pods of the namespace with and without labels, another namespace, and the outside, in both versions of IP. */
export function namespaceDefaultDenyProbes(namespace: string, types: readonly PolicyType[]): ProbeSet[] {
  const cluster = new ProbeCluster()
    .addNamespace(namespace)
    .addNamespace(`${namespace}-other`)
    .addPod(namespace, 'web', { labels: { app: 'web' }, ips: ['10.0.0.1', 'fd00::1'] })
    .addPod(namespace, 'bare', { ips: ['10.0.0.2', 'fd00::2'] })
    .addPod(`${namespace}-other`, 'web', { labels: { app: 'web' }, ips: ['10.0.1.1', 'fd00::1:1'] })
    .addPod(`${namespace}-other`, 'bare', { ips: ['10.0.1.2', 'fd00::1:2'] });
  const web = FlowEnd.pod(namespace, 'web');
  const bare = FlowEnd.pod(namespace, 'bare');
  const other = FlowEnd.pod(`${namespace}-other`, 'web');
  const arriving: Flow[] = [
    { source: other, destination: web, destinationPort: 8080 },
    { source: other, destination: bare, protocol: 'UDP', destinationPort: 53 },
    { source: OUTSIDE, destination: web, destinationPort: 443 },
    { source: OUTSIDE_V6, destination: bare, destinationPort: 443 },
  ];
  const leaving: Flow[] = [
    { source: web, destination: other, destinationPort: 8080 },
    { source: bare, destination: other, protocol: 'UDP', destinationPort: 53 },
    { source: web, destination: OUTSIDE, destinationPort: 443 },
    { source: bare, destination: OUTSIDE_V6, destinationPort: 443 },
  ];
  const inside: Flow[] = [{ source: web, destination: bare, destinationPort: 8080 }];
  const closesIngress = types.includes(PolicyType.INGRESS);
  const closesEgress = types.includes(PolicyType.EGRESS);
  return [{
    name: 'pods with and without labels, two namespaces and the outside',
    cluster,
    mustDeny: [...inside, ...(closesIngress ? arriving : []), ...(closesEgress ? leaving : [])],
    mustAllow: [
      ...(closesIngress ? [] : arriving),
      ...(closesEgress ? [] : leaving),
      { source: other, destination: FlowEnd.pod(`${namespace}-other`, 'bare'), destinationPort: 8080 },
      { source: OUTSIDE, destination: other, destinationPort: 443 },
    ],
  }];
}
