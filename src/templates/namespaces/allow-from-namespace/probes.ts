import { ingressProbes, notPods } from '../../apps/ingress-probes';
import { ProbeSet } from '../../probe-set';
import { appPortsOf, NamespacePortsProps } from '../namespace-ports-props';

/** Pods of the namespace; against them one whose labels claim its name, the app's own, a network set, host-networked pods and the outside. */
export function allowFromNamespaceProbes(props: NamespacePortsProps, from: string): ProbeSet[] {
  return ingressProbes(appPortsOf(props), (scene) => {
    const claiming = `not-${from}`;
    scene.namespace(from, { team: from })
      .namespace(claiming, { 'name': from, 'team': from, 'projectcalico.org/name': from })
      .networkSet(from, 'outside', { app: 'client' }, ['203.0.113.0/24', '2001:db8:ffff::/48']);
    return {
      meant: [scene.pod(from, 'client'), scene.pod(from, 'labelled', { labels: { app: 'client' } })],
      others: [
        scene.pod(claiming, 'client', { labels: { 'app': 'client', 'projectcalico.org/namespace': from } }),
        ...from === props.namespace ? [] : [scene.pod(props.namespace, 'client')],
        ...notPods(scene, from),
      ],
    };
  });
}
