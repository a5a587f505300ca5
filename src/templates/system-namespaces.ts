import { Selector } from '../values/selector';

/** Namespaces of Kubernetes and Calico: a policy of the whole cluster that closes them stops the cluster. */
export const SYSTEM_NAMESPACES: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'calico-system', 'calico-apiserver', 'tigera-operator'];

/** All namespaces but these. By name, as anybody who may label namespaces could leave his own out by any other label. */
export function namespacesBut(excluded: readonly string[]): Selector {
  return excluded.length === 0 ? Selector.all() : Selector.label('projectcalico.org/name').notIn(...excluded);
}
