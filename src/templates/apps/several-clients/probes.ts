import { Selector } from '../../../values/selector';
import { matchingLabels, lookAlikes } from '../../labels-for-selector';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods, outsideAsPods } from '../ingress-probes';

/** A pod of each kind, pods that look like one of a kind and are of none, other namespaces, pods on the network of a node, and the outside. */
export function severalClientsProbes(props: AppPortsProps & { readonly clients: readonly Selector[] }): ProbeSet[] {
  const { namespace, clients } = props;
  const strangers = clients.flatMap(lookAlikes).filter((labels) => !clients.some((client) => client.matches(labels)));
  return ingressProbes(props, (scene) => {
    clients.forEach((client, index) => outsideAsPods(scene, namespace, client, `outside-${index}`));
    return {
      meant: clients.map((client) => scene.pod(namespace, 'client', { labels: matchingLabels(client) })),
      others: [
        ...clients.map((client) => scene.pod(`${namespace}-other`, 'client', { labels: matchingLabels(client) })),
        ...strangers.map((labels) => scene.pod(namespace, 'stranger', { labels })),
        ...notPods(scene, namespace),
      ],
    };
  });
}
