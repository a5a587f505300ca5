import { k8s } from 'cdk8s-plus-27';
import { ManifestSettings } from './manifest-settings';
import { allow, CALICO_GROUPS, CORE, READ } from '../policy-rule';

/** What calico-node and Typha do: read everything that policies and routes depend on, and report their own node. */
export function nodeRules({ networking, api }: ManifestSettings): k8s.PolicyRule[] {
  const tokensOf = networking.name === 'canal' ? 'calico-cni-plugin canal' : 'calico-cni-plugin';
  return [
    allow(CORE, 'serviceaccounts/token', 'create', tokensOf),
    allow(CORE, 'pods nodes namespaces', READ),
    allow(CORE, 'serviceaccounts', 'list watch'),
    allow(CORE, 'endpoints services', READ),
    allow(CORE, 'configmaps', 'get'),
    allow(CORE, 'nodes/status', 'patch update'),
    allow(CORE, 'pods/status', 'patch'),
    allow('discovery.k8s.io', 'endpointslices', 'list watch'),
    allow('networking.k8s.io', 'networkpolicies', 'list watch'),
    allow('policy.networking.k8s.io', 'clusternetworkpolicies', 'list watch'),
    allow('kubevirt.io', 'virtualmachineinstancemigrations', READ),

    allow(CALICO_GROUPS, 'felixconfigurations bgppeers bgpfilters bgpconfigurations ippools ipreservations ipamblocks '
      + 'globalnetworkpolicies stagedglobalnetworkpolicies networkpolicies stagednetworkpolicies stagedkubernetesnetworkpolicies '
      + 'globalnetworksets networksets clusterinformations hostendpoints blockaffinities caliconodestatuses tiers', READ),
    // Names of very old versions, which native CRDs never had.
    ...(api.mode === 'native' ? [] : [allow(CALICO_GROUPS, 'globalfelixconfigs globalbgpconfigs', READ)]),
    allow(CALICO_GROUPS, 'tiers', 'create'),
    allow(CALICO_GROUPS, 'ippools felixconfigurations bgpconfigurations bgppeers clusterinformations', 'create update'),
    allow(CALICO_GROUPS, 'caliconodestatuses', 'update'),
    ...(networking.name === 'calico' ? [
      allow(CALICO_GROUPS, 'blockaffinities ipamblocks ipamhandles', 'get list create update delete'),
      allow(CALICO_GROUPS, 'ipamconfigurations ipamconfigs', 'get create'),
      allow('apps', 'daemonsets', 'get'),
    ] : []),
  ];
}

/** What the CNI plugin does for each pod: read it, tell its address, and with Calico's address management take and give back addresses. */
export function cniPluginRules({ networking }: ManifestSettings): k8s.PolicyRule[] {
  return [
    allow(CORE, 'pods nodes namespaces', 'get'),
    allow(CORE, 'pods/status', 'patch'),
    ...(networking.name === 'calico' ? [
      allow(CALICO_GROUPS, 'blockaffinities ipamblocks ipamhandles clusterinformations ippools ipreservations ipamconfigurations ipamconfigs',
        'get list create update delete'),
      allow('kubevirt.io', 'virtualmachineinstances virtualmachines', 'get'),
    ] : []),
  ];
}

/** What flannel does for Canal: read where the networks of nodes are, and tell its own. */
export const FLANNEL_RULES: readonly k8s.PolicyRule[] = [
  allow(CORE, 'pods', 'get'),
  allow(CORE, 'nodes', 'list watch'),
  allow(CORE, 'nodes/status', 'patch'),
];
