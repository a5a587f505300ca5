import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { PolicyType, TierDefaultAction } from '../../../values/policy-type';
import { PodScopeProps } from '../../pod-scope';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { ScopedScene } from '../../scoped-scene';
import { appDefaultDenyProbes } from '../app-default-deny/probes';

/** Those of a default deny; and policies of other apps, of Calico without an order and of Kubernetes, that have to be asked before it. */
export function logThenDenyProbes(scope: PodScopeProps, types: readonly PolicyType[], tier: ITier): ProbeSet[] {
  const scene = new ScopedScene().tier(tier, TierDefaultAction.DENY);
  const { namespace, selected } = scene.scopedPods(scope);
  const client = scene.pod('kube-system', 'client', { labels: { app: 'client' } });
  scene.policy(namespace, 'web', { tier: tier.tierName, types: ['Ingress'], ingress: [{ action: 'Allow', protocol: 'TCP', destination: { ports: [8080] } }] });
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
  return [...appDefaultDenyProbes(scope, types, { allowed: false }, tier), {
    name: 'beside policies without an order, and of Kubernetes',
    cluster: scene.cluster,
    mustAllow: allowed,
    mustDeny: [
      ...types.includes(PolicyType.INGRESS) ? flowsBetween([client, ...OUTSIDE], [selected], { destinationPort: 9090 }) : [],
      ...types.includes(PolicyType.EGRESS) ? flowsBetween([selected], [client, ...OUTSIDE], { destinationPort: 9090 }) : [],
    ],
  }];
}
