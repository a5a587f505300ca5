import { ingressProbes, notPods } from '../../apps/ingress-probes';
import { ProbeSet } from '../../probe-set';
import { appPortsOf, NamespacePortsProps } from '../namespace-ports-props';

/** Pods of three namespaces; against them network sets of a namespace and of the cluster, host-networked pods, the outside. */
export function allowFromAllNamespacesProbes(props: NamespacePortsProps): ProbeSet[] {
  const { namespace } = props;
  return ingressProbes(appPortsOf(props), (scene) => {
    scene.namespace('anywhere')
      .networkSet('anywhere', 'outside', { app: 'client' }, ['203.0.113.0/24'])
      .networkSet(undefined, 'outside-v6', { app: 'client' }, ['2001:db8:ffff::/48']);
    return {
      meant: [
        scene.pod(namespace, 'client'),
        scene.pod(`${namespace}-other`, 'client', { labels: { app: 'client' } }),
        scene.pod('anywhere', 'client'),
      ],
      others: notPods(scene, namespace),
    };
  });
}
