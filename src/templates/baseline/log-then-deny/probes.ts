import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType, TierDefaultAction } from '../../../values/policy-type';
import { PodScopeProps } from '../../pod-scope';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { DnsWish, ScopedScene } from '../../scoped-scene';
import { appDefaultDenyProbes } from '../app-default-deny/probes';

/** Those of a default deny; and policies of other apps, of Calico without an order and of Kubernetes, that have to be asked before it. */
export function logThenDenyProbes(scope: PodScopeProps, types: readonly PolicyType[], dns: DnsWish, tier: ITier): ProbeSet[] {
  const scene = new ScopedScene().tier(tier, TierDefaultAction.DENY);
  const { namespace, selected } = scene.scopedPods(scope);
  const client = scene.pod('kube-system', 'client', { labels: { app: 'client' } });
  scene.policy(namespace, 'web', { tier: tier.tierName, types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP', destination: { ports: [8080] } }] });
  // Later than the template even by name: what it says comes too late.
  const late = { action: 'Allow', protocol: 'TCP', destination: { ports: [7070] } };
  scene.policy(namespace, 'zzz', { tier: tier.tierName, types: ['Ingress', 'Egress'], ingress: [late], egress: [late] });
  const allowed: Flow[] = flowsBetween([client, ...OUTSIDE], [selected], { destinationPort: 8080 });
  if (tier.tierName === 'default') {
    scene.cluster.addObject({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'of-kubernetes', namespace },
      spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 443 }] }] },
    });
    allowed.push(...flowsBetween([selected], [client], { destinationPort: 443 }));
  }
  const onBothPorts = (sources: readonly FlowEnd[], destinations: readonly FlowEnd[]): Flow[] =>
    [7070, 9090].flatMap((destinationPort) => flowsBetween(sources, destinations, { destinationPort }));
  return [...appDefaultDenyProbes(scope, types, dns, tier), {
    name: 'beside policies without an order, and of Kubernetes',
    cluster: scene.cluster,
    mustAllow: allowed,
    mustDeny: [
      ...types.includes(PolicyType.INGRESS) ? onBothPorts([client, ...OUTSIDE], [selected]) : [],
      ...types.includes(PolicyType.EGRESS) ? onBothPorts([selected], [client, ...OUTSIDE]) : [],
    ],
  }];
}
