import { k8s } from 'cdk8s-plus-27';
import { allow, CALICO_GROUPS, CORE, READ } from '../policy-rule';

/** What calico-kube-controllers does: follow Nodes, Pods and Services, clean up addresses, and move resources to native CRDs when asked to. */
export const KUBE_CONTROLLERS_RULES: readonly k8s.PolicyRule[] = [
  allow(CORE, 'nodes pods namespaces', READ),
  allow(CORE, 'services services/status', 'get list watch update'),
  allow('apps', 'daemonsets deployments', READ),
  allow('kubevirt.io', 'virtualmachines virtualmachineinstances', READ),

  allow(CALICO_GROUPS, 'ipreservations', 'list'),
  allow(CALICO_GROUPS, 'ippools', 'list watch'),
  allow(CALICO_GROUPS, 'blockaffinities ipamblocks ipamhandles ipamconfigurations ipamconfigs tiers', 'get list watch create update delete'),
  allow(CALICO_GROUPS, 'hostendpoints', 'get list watch create update delete'),
  allow(CALICO_GROUPS, 'clusterinformations kubecontrollersconfigurations', 'get list watch create update'),
  allow(CALICO_GROUPS, 'kubecontrollersconfigurations/status', 'get update'),
  allow(CALICO_GROUPS, 'networkpolicies stagednetworkpolicies globalnetworkpolicies stagedglobalnetworkpolicies', 'get list watch create update delete'),

  allow('migration.projectcalico.org', 'datastoremigrations datastoremigrations/status', 'get list watch create update patch'),
  allow('apiextensions.k8s.io', 'customresourcedefinitions', 'get list watch delete'),
  allow('apiregistration.k8s.io', 'apiservices', 'get list watch create delete'),
  allow('projectcalico.org', '*', 'get list watch create update patch delete'),
  allow('crd.projectcalico.org', '*', READ),
];
