import { Selector } from '../../../values/selector';
import { ingressProbes, notPods } from '../../apps/ingress-probes';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { ProbeSet } from '../../probe-set';
import { appPortsOf, NamespacePortsProps } from '../namespace-ports-props';

/** Namespaces with the label; against them those with one like it, pods that have it themselves, network sets, host-networked pods, the outside. */
export function guardedNamespaceLabelProbes(props: NamespacePortsProps, namespaces: Selector): ProbeSet[] {
  const labels = matchingLabels(namespaces);
  return ingressProbes(appPortsOf(props), (scene) => {
    const alike = lookAlikes(namespaces);
    alike.forEach((like, index) => scene.namespace(`alike-${index + 1}`, like));
    scene.namespace('let-in', labels).networkSet('let-in', 'outside', labels, ['203.0.113.0/24', '2001:db8:ffff::/48']);
    return {
      meant: [scene.pod('let-in', 'client'), scene.pod('let-in', 'labelled', { labels: { app: 'client' } })],
      others: [
        ...alike.map((_, index) => scene.pod(`alike-${index + 1}`, 'client')),
        // What stands on the pod, or claims to be its namespace's, isn't on the namespace.
        scene.pod('unlabelled', 'client', { labels: { ...labels, ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`pcns.${key}`, value])) } }),
        scene.pod(props.namespace, 'client'),
        ...notPods(scene, 'let-in'),
      ],
    };
  });
}
