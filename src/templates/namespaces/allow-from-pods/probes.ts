import { Selector } from '../../../values/selector';
import { ingressProbes, notPods, outsideAsPods } from '../../apps/ingress-probes';
import { matchingLabels } from '../../labels-for-selector';
import { ProbeSet } from '../../probe-set';
import { appPortsOf, NamespacePortsProps } from '../namespace-ports-props';

/** The pods; against them those with their labels elsewhere, others beside them, a network set with their labels, nodes, the outside. */
export function allowFromPodsProbes(props: NamespacePortsProps, from: string, pods: Selector): ProbeSet[] {
  const labels = matchingLabels(pods);
  return ingressProbes(appPortsOf(props), (scene) => {
    outsideAsPods(scene, from, pods);
    const { meant, others } = scene.podsOf(from, 'client', pods);
    return {
      meant,
      others: [
        ...others,
        ...from === props.namespace ? [] : [scene.pod(props.namespace, 'client', { labels })],
        ...notPods(scene, from),
      ],
    };
  });
}
