import { Selector } from '../../../values/selector';
import { ProbeSet } from '../../probe-set';
import { AppPortsProps } from '../app-template-props';
import { ingressProbes, notPods, outsideAsPods } from '../ingress-probes';

/** Clients; against them look-alikes, also in another namespace and as a network set, pods on the network of a node, and the outside. */
export function limitToAppProbes(props: AppPortsProps & { readonly clients: Selector }): ProbeSet[] {
  return ingressProbes(props, (scene) => {
    const { meant, others } = scene.podsOf(props.namespace, 'client', props.clients);
    outsideAsPods(scene, props.namespace, props.clients);
    return { meant, others: [...others, ...notPods(scene, props.namespace)] };
  });
}
