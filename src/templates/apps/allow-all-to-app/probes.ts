import { flowsBetween, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { AppTemplateProps } from '../app-template-props';
import { notPods } from '../ingress-probes';

/** Beside a default deny: pods of both namespaces, pods on the network of a node, and the outside; other pods of the namespace stay closed. */
export function allowAllToAppProbes({ namespace, app }: AppTemplateProps): ProbeSet[] {
  const scene = new ProbeScene();
  const { meant, others } = scene.podsOf(namespace, 'app', app);
  const clients = [scene.pod(namespace, 'client'), scene.pod(`${namespace}-other`, 'client', { labels: { app: 'client' } }), ...notPods(scene, namespace)];
  const closed = { types: ['Ingress'] };
  scene.policy(namespace, 'default-deny', closed).policy(`${namespace}-other`, 'default-deny', closed);
  return [{
    name: 'beside a default deny',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(clients, meant, { destinationPort: 8080 }),
      ...flowsBetween(clients.slice(0, 1), meant, { protocol: 'UDP', destinationPort: 53 }),
      ...flowsBetween(clients.slice(0, 1), meant, { protocol: 'ICMP', icmpType: 8 }),
    ],
    mustDeny: flowsBetween(clients, others, { destinationPort: 8080 }),
  }];
}
