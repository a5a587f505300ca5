import { k8s } from 'cdk8s-plus-27';
import { KUBE_CONTROLLERS_RULES } from './kube-controllers-role';
import { ManifestSettings, NAMESPACE } from './manifest-settings';
import { cniPluginRules, FLANNEL_RULES, nodeRules } from './node-role';
import { allow } from '../policy-rule';

/** The accounts of the components, and what they may do. */
export function access(settings: ManifestSettings): unknown[] {
  const { node, nodeBinding } = settings.names;
  return [
    account('calico-kube-controllers', settings),
    account(node, settings),
    account('calico-cni-plugin', settings),
    clusterRole('calico-kube-controllers', KUBE_CONTROLLERS_RULES),
    clusterRole('calico-node', nodeRules(settings)),
    clusterRole('calico-cni-plugin', cniPluginRules(settings)),
    // Kubernetes' garbage collector looks up the tier of a policy, as itself.
    clusterRole('calico-tier-getter', [allow('projectcalico.org', 'tiers', 'get')]),
    binding('calico-kube-controllers', 'calico-kube-controllers', accountIn(NAMESPACE, 'calico-kube-controllers')),
    binding(nodeBinding, 'calico-node', accountIn(NAMESPACE, node)),
    binding('calico-cni-plugin', 'calico-cni-plugin', accountIn(NAMESPACE, 'calico-cni-plugin')),
    binding('calico-tier-getter', 'calico-tier-getter', { kind: 'User', name: 'system:kube-controller-manager', apiGroup: 'rbac.authorization.k8s.io' }),
    ...(settings.networking.name === 'canal' ? [
      clusterRole('flannel', FLANNEL_RULES),
      binding('canal-flannel', 'flannel', accountIn(NAMESPACE, node)),
    ] : []),
  ];
}

/** A ServiceAccount of kube-system. */
export function account(name: string, { pullSecrets }: ManifestSettings): unknown {
  return k8s.KubeServiceAccount.manifest({ metadata: { name, namespace: NAMESPACE }, imagePullSecrets: pullSecrets });
}

/** A role for the whole cluster. */
export function clusterRole(name: string, rules: readonly k8s.PolicyRule[], labels?: Record<string, string>): unknown {
  return k8s.KubeClusterRole.manifest({ metadata: { name, labels }, rules: [...rules] });
}

/** Gives a role to somebody, in the whole cluster. */
export function binding(name: string, role: string, subject: k8s.Subject, labels?: Record<string, string>): unknown {
  return k8s.KubeClusterRoleBinding.manifest({
    metadata: { name, labels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
    subjects: [subject],
  });
}

/** A ServiceAccount, as a binding names it. */
export function accountIn(namespace: string, name: string): k8s.Subject {
  return { kind: 'ServiceAccount', name, namespace };
}
