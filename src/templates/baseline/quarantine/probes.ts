import { ITier } from '../../../constructs/tier';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../../protocols/icmp-flows';
import { ECHO_REQUESTS, ERRORS } from '../../protocols/icmp-types';
import { ScopedScene } from '../../scoped-scene';

/** Pods in quarantine and others, beside policies of Calico and Kubernetes that allow everything, and a host endpoint with the label. */
export function quarantineProbes(
  label: Selector, namespaces: Selector | undefined, investigators: readonly string[], tier: ITier | undefined,
): ProbeSet[] {
  const labels = matchingLabels(label);
  const scene = new ScopedScene().tier(tier);
  const namespace = scene.namespaceFor(namespaces, 'shop');
  const web = { app: 'web' };
  const sick = [scene.pod(namespace, 'sick', { labels: { ...web, ...labels } }), ...namespaces ? [] : [scene.pod('kube-system', 'sick', { labels })]];
  const healthy = [scene.pod(namespace, 'healthy', { labels: web }), ...lookAlikes(label).map((like) => scene.pod(namespace, 'alike', { labels: like }))];
  const host = scene.hostEndpoint('some-node', labels);
  const nurses = investigators.map((name) => scene.outsideSet(name).pod(name, 'investigator'));
  const everything = { order: 1, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] };
  scene.policy(namespace, 'everything', everything).globalPolicy('everything', { ...everything, namespaceSelector: 'has(projectcalico.org/name)' });
  scene.cluster.addObject({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'everything', namespace },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] },
  });
  const traffic = { destinationPort: 8080 };
  const dns = { protocol: 'UDP', destinationPort: 53 };
  return [{
    name: 'beside policies that allow everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(healthy, [healthy[0], ...OUTSIDE], traffic)
        .filter(({ source, destination }) => source !== destination),
      ...flowsBetween(OUTSIDE, healthy, traffic),
      { source: OUTSIDE[0], destination: host, destinationPort: 22 },
      { source: host, destination: OUTSIDE[0], destinationPort: 443 },
      ...flowsBetween(nurses, sick, traffic),
    ],
    mustDeny: [
      ...flowsBetween([healthy[0], ...OUTSIDE], sick, traffic),
      ...flowsBetween(sick, [healthy[0], ...OUTSIDE, ...nurses], traffic),
      ...flowsBetween(sick, [healthy[0], ...OUTSIDE], dns),
      ...icmpFlows(sick, [healthy[0], ...OUTSIDE], ECHO_REQUESTS),
      ...icmpFlows([healthy[0], ...OUTSIDE], sick, [...ECHO_REQUESTS, ...ERRORS]),
    ],
  }];
}
