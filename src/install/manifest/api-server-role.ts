import { k8s } from 'cdk8s-plus-27';
import { allow, CORE, READ } from '../policy-rule';

/** What Calico's API server stores resources with, and reads to check them. */
export const API_SERVER_RULES: readonly k8s.PolicyRule[] = [
  allow(['networking.k8s.io', CORE], 'networkpolicies nodes namespaces pods serviceaccounts', READ),
  allow('crd.projectcalico.org', 'globalnetworkpolicies networkpolicies stagednetworkpolicies stagedglobalnetworkpolicies '
    + 'stagedkubernetesnetworkpolicies tiers globalnetworksets networksets hostendpoints clusterinformations bgpconfigurations bgppeers bgpfilters '
    + 'felixconfigurations kubecontrollersconfigurations ippools ipreservations ipamblocks ipamconfigs blockaffinities caliconodestatuses',
  'get list watch create update delete'),
];

/** What an extension of the Kubernetes API reads to know who asks, and what they may. */
export const AUTHENTICATION_RULES: readonly k8s.PolicyRule[] = [
  allow(CORE, 'configmaps', READ, 'extension-apiserver-authentication'),
  allow('rbac.authorization.k8s.io', 'clusterroles clusterrolebindings roles rolebindings', READ),
  allow('admissionregistration.k8s.io', 'validatingadmissionpolicies validatingadmissionpolicybindings', READ),
];

/** Requests pass the webhooks of the cluster here too. */
export const WEBHOOK_READER_RULES: readonly k8s.PolicyRule[] = [
  allow('admissionregistration.k8s.io', 'mutatingwebhookconfigurations validatingwebhookconfigurations', READ),
];
