import { ITier } from '../../../constructs/tier';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { notClosing, ScopedScene } from '../../scoped-scene';

/** Two API servers on their nodes' network, other ports there, another node, and a Service that has the name in another namespace. */
export function allowKubeApiServerProbes(scope: PodScopeProps, tier: ITier | undefined): ProbeSet[] {
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const servers = [...scene.hostPod('kube-system', 'kube-apiserver-a'), ...scene.hostPod('kube-system', 'kube-apiserver-b')];
  const [worker] = scene.node('worker');
  scene.service('default', 'kubernetes', servers, [{ name: 'https', protocol: 'TCP', port: 6443 }]);
  scene.service(namespace, 'kubernetes', OUTSIDE, [{ name: 'https', protocol: 'TCP', port: 6443 }]);
  const reach = (source: FlowEnd, destination: FlowEnd, destinationPort = 6443) => ({ source, destination, destinationPort });
  return [{
    name: 'two API servers, and a Service of the same name in another namespace',
    cluster: scene.cluster,
    mustAllow: servers.map((server) => reach(selected, server)),
    mustDeny: [
      reach(selected, servers[0], 22),
      reach(selected, servers[0], 10250),
      { ...reach(selected, servers[0]), protocol: 'UDP' },
      reach(selected, worker),
      reach(selected, OUTSIDE[0]),
      reach(selected, OUTSIDE[1]),
      ...others.map((other) => reach(other, servers[0])),
    ],
  }, notClosing(scope, tier, PolicyType.EGRESS)];
}
