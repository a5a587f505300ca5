/** Namespaces of Kubernetes and Calico: a policy of the whole cluster that closes them stops the cluster. */
export const SYSTEM_NAMESPACES: readonly string[] = ['kube-system', 'kube-public', 'kube-node-lease', 'calico-system', 'calico-apiserver', 'tigera-operator'];
