import { ITier } from '../../../constructs/tier';
import { Flow } from '../../../model/flow';
import { FlowEnd } from '../../../values/flow-end';
import { ServiceReference } from '../../../values/peer';
import { PolicyType } from '../../../values/policy-type';
import { PodScopeProps } from '../../pod-scope';
import { OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { inBothVersions, notClosing, ScopedScene } from '../../scoped-scene';

/** Endpoints that are on the network of a node and listen at a port of their own, another Service, and pods that are closed but for the template. */
export function allowDnsByServiceProbes(scope: PodScopeProps, service: Required<ServiceReference>, tier: ITier | undefined): ProbeSet[] {
  const scene = new ScopedScene().tier(tier).closed(PolicyType.EGRESS);
  const { namespace, selected, others } = scene.scopedPods(scope);
  const servers = scene.hostPod(service.namespace, 'dns', { 'k8s-app': 'kube-dns' });
  const ports = [{ name: 'dns', protocol: 'UDP', port: 5353 }, { name: 'dns-tcp', protocol: 'TCP', port: 5353 }];
  scene.service(service.namespace, service.name, servers, ports);
  scene.service(namespace, service.name, OUTSIDE, ports);
  const pretender = scene.pod(namespace, 'pretender', { labels: { 'k8s-app': 'kube-dns' } });
  const query = (source: FlowEnd, destination: FlowEnd, destinationPort = 5353): Flow[] => ['UDP', 'TCP'].map((protocol) =>
    ({ source, destination, protocol, destinationPort }));
  return [{
    name: 'DNS on the network of a node at a port of its own, and a Service of the same name in another namespace',
    cluster: scene.cluster,
    mustAllow: servers.flatMap((server) => query(selected, server)),
    mustDeny: [
      ...query(selected, servers[0], 22),
      ...inBothVersions(...query(selected, pretender)),
      ...query(selected, OUTSIDE[0]),
      { source: selected, destination: OUTSIDE[0], destinationPort: 443 },
      ...others.flatMap((other) => query(other, servers[0]).slice(0, 1)),
    ],
  }, notClosing(scope, tier, PolicyType.EGRESS)];
}
