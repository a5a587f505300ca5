import { Selector } from '../../../values/selector';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods } from '../ingress-probes';

/** Clients, pods with nearly their labels, the same labels in another namespace, pods on the network of a node, and the outside. */
export function limitToAppProbes(props: AppPortsProps & { readonly clients: Selector }): ProbeSet[] {
  return ingressProbes(props, (scene) => {
    const { meant, others } = scene.podsOf(props.namespace, 'client', props.clients);
    return { meant, others: [...others, ...notPods(scene, props.namespace)] };
  });
}
