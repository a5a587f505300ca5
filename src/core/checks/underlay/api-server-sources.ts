import type { TrafficSource } from './required-traffic';
import { Cluster, isObject } from '../../manifests';
import { installObjects, objectAt, textAt } from '../install/install-objects';

/** Here the Kubernetes API runs where no pods run, so what it asks is on the nodes' network (tigera operator apiserver.go, HostNetworkRequired). */
const UNREACHABLE_PODS: readonly unknown[] = ['EKS', 'TKG'];

/**
 * Calico's API server where it is on the nodes' own network; among pods it is reached as pods are, by what routes and encapsulates them. One look at
 * each object.
 */
export function apiServerSources(cluster: Cluster): TrafficSource[] {
  const { installations, others } = installObjects(cluster);
  const asked = others.some(({ kind, group }) => kind === 'APIServer' && group === 'operator.tigera.io');
  const operated = !asked || hasNativeApi(cluster) ? [] : installations.filter(({ spec }) =>
    UNREACHABLE_PODS.includes(spec.kubernetesProvider) && textAt(objectAt(spec, 'cni'), 'type') === 'Calico');
  const deployed = cluster.manifests.filter(({ kind, group, name, spec }) => kind === 'Deployment' && group === 'apps' && name === 'calico-apiserver'
    && objectAt(spec, 'template', 'spec').hostNetwork === true);
  return [
    ...operated.map((manifest) => ({ use: 'calico-api' as const, manifest, field: ['spec', 'cni', 'type'] })),
    ...deployed.map((manifest) => ({ use: 'calico-api' as const, manifest, field: ['spec', 'template', 'spec', 'hostNetwork'] })),
  ];
}

/** Whether the operator is told that CustomResourceDefinitions serve Calico's API. */
function hasNativeApi({ manifests }: Cluster): boolean {
  return manifests.some(({ kind, name, spec }) => {
    const { containers } = kind === 'Deployment' && name === 'tigera-operator' ? objectAt(spec, 'template', 'spec') : {};
    return Array.isArray(containers) && containers.some((container) => isObject(container) && Array.isArray(container.env)
      && container.env.some((variable) => isObject(variable) && variable.name === 'CALICO_API_GROUP' && variable.value === 'projectcalico.org/v3'));
  });
}
