import { FlowEnd } from '../../../values/flow-end';
import { ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes } from '../ingress-probes';

const LABELS = { app: 'client' };
const MACHINES = ['198.51.100.20', '2001:db8:aaaa::20'];

/**
 * A pod, a node and a machine outside behind the Service; pods with the labels that it selects and no place behind it; a Service of that name in
 * another namespace.
 */
export function allowFromServiceProbes(props: AppPortsProps, service: string, namespace: string): ProbeSet[] {
  const elsewhere = `${namespace}-elsewhere`;
  return ingressProbes(props, (scene) => {
    const pod = scene.pod(namespace, 'client', { labels: LABELS, ips: ['10.1.0.1', 'fd01::1'] });
    const nodes = scene.hostPod(namespace, 'host-networked', LABELS);
    const other = scene.pod(elsewhere, 'client', { labels: LABELS, ips: ['10.1.0.2', 'fd01::2'] });
    const alike = scene.pod(namespace, 'not-behind', { labels: { app: 'other' } });
    addService(scene, namespace, service, ['10.1.0.1', 'fd01::1', ...nodes.map(String), ...MACHINES]);
    addService(scene, elsewhere, service, ['10.1.0.2', 'fd01::2']);
    addService(scene, namespace, `${service}-2`, ['203.0.113.10']);
    return {
      meant: [pod, ...nodes, ...MACHINES.map((address) => FlowEnd.address(address))],
      others: [other, alike, FlowEnd.address('203.0.113.10'), FlowEnd.address('2001:db8:aaaa::21')],
    };
  });
}

/** A Service with the slices of its endpoints, one of each version of IP. Its port counts for nothing where the Service is a source. */
function addService(scene: ProbeScene, namespace: string, name: string, addresses: readonly string[]): void {
  scene.cluster.addObject({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports: [{ port: 80, targetPort: 3000 }] } });
  for (const addressType of ['IPv4', 'IPv6']) {
    scene.cluster.addObject({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: `${name}-${addressType.toLowerCase()}`, namespace, labels: { 'kubernetes.io/service-name': name } },
      addressType,
      ports: [{ port: 3000, protocol: 'TCP' }],
      endpoints: addresses.filter((address) => address.includes(':') === (addressType === 'IPv6')).map((address) => ({ addresses: [address] })),
    });
  }
}
