import { FlowEnd } from '../../../values/flow-end';
import { knownClusterDns } from '../../cluster-dns';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';

/** A namespace whose team says nothing, one whose team closes everything, one whose team opens a port; and who pretends to be monitoring or DNS. */
export function clusterNetworkPoliciesProbes(trusted: readonly string[], excepted: readonly string[]): ProbeSet[] {
  const scene = new ScopedScene();
  const silent = scene.pod('silent', 'web', { labels: { app: 'web' } });
  const neighbour = scene.pod('silent', 'neighbour');
  const closed = scene.pod('closed', 'web', { labels: { app: 'web' } });
  const open = scene.pod('open', 'web', { labels: { app: 'web' } });
  scene.policy('closed', 'default-deny', { types: ['Ingress', 'Egress'] });
  scene.cluster.addObject({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'open', namespace: 'open' },
    spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 8080 }] }] },
  });
  const { queries, others: noQueries } = scene.dnsFlows(closed, knownClusterDns(), excepted.find((name) => name !== 'kube-system'));
  const monitors: FlowEnd[] = trusted.map((name) => scene.pod(name, 'prometheus'));
  scene.namespace('claiming', { 'kubernetes.io/metadata.name': trusted[0] ?? 'kube-system', 'name': trusted[0] ?? 'kube-system' });
  const claiming = scene.pod('claiming', 'prometheus');
  const left = excepted.filter((name) => name !== 'kube-system' && !trusted.includes(name)).map((name) => scene.pod(name, 'system'));
  const leftClosed = excepted.filter((name) => !trusted.includes(name)).map((name) => {
    scene.policy(name, 'closed', { selector: 'app == "closed"', types: ['Ingress'] });
    return scene.pod(name, 'closed', { labels: { app: 'closed' } });
  });
  const traffic = { destinationPort: 8080 };
  return [{
    name: 'teams that say nothing, that close everything and that open a port',
    cluster: scene.cluster,
    mustAllow: [
      ...queries,
      ...flowsBetween(monitors, [silent, closed, open], { destinationPort: 9090 }),
      ...flowsBetween([claiming, silent], [open, ...left], traffic),
      ...flowsBetween(OUTSIDE, [silent], traffic),
      ...flowsBetween([silent], OUTSIDE, { destinationPort: 443 }),
    ],
    mustDeny: [
      ...flowsBetween([claiming, open, neighbour], [silent], traffic),
      ...flowsBetween([claiming, ...OUTSIDE], [closed], traffic),
      ...flowsBetween([claiming], [open], { destinationPort: 9090 }),
      ...flowsBetween(monitors, leftClosed, { destinationPort: 9090 }),
      ...noQueries,
      ...flowsBetween([closed], OUTSIDE, { destinationPort: 443 }),
    ],
  }];
}
