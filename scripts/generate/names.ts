/**
 * Names of what is generated: TypeScript names that jsii takes (an acronym has one capital, no struct begins with I and a capital), file names,
 * and the names of structures inside a spec.
 */

/** Acronyms that Calico writes in capitals in its kinds. */
const ACRONYMS: [RegExp, string][] = [[/BGP/g, 'Bgp'], [/IPAM/g, 'Ipam'], [/IP/g, 'Ip'], [/API/g, 'Api']];

/** The kind as our own names have it: `IPPool` is `IpPool`. */
export function kindName(kind: string): string {
  return ACRONYMS.reduce((name, [capitals, word]) => name.replace(capitals, word), kind);
}

/** `IpPool` is `ip-pool`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/** The property that stands for a field. jsii takes Calico's capitals but no underscores: `handle_id` is `handleId`. */
export function propertyName(field: string): string {
  return field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

interface StructureName {
  readonly name: string;
  readonly file?: string;
  /** Says what the structure is where the description of the first field that holds it doesn't. */
  readonly description?: string;
}

/**
 * Structures by the path where they are first met (kinds in order of plurals); equal structures share the name.
 * A structure of more than one kind has a file of its own; others stand with their kind. What isn't here is named for its parent and field.
 */
export const STRUCTURES: Record<string, StructureName> = {
  'BGPConfiguration.spec.communities': { name: 'CommunitySpec' },
  'BGPConfiguration.spec.nodeMeshPassword': {
    name: 'BgpPasswordSpec',
    file: 'bgp-password',
    description: 'Where the password of a BGP session stands.',
  },
  'BGPConfiguration.spec.nodeMeshPassword.secretKeyRef': { name: 'SecretKeySpec', file: 'bgp-password' },
  'BGPConfiguration.spec.prefixAdvertisements': { name: 'PrefixAdvertisementSpec' },
  'BGPConfiguration.spec.serviceClusterIPs': {
    name: 'CidrBlockSpec',
    description: 'A CIDR whose addresses are advertised.',
  },
  'BGPFilter.spec.exportV4': { name: 'BgpFilterRuleV4Spec' },
  'BGPFilter.spec.exportV4.communities': { name: 'BgpFilterCommunitiesSpec' },
  'BGPFilter.spec.exportV4.operations': { name: 'BgpFilterOperationSpec' },
  'BGPFilter.spec.exportV4.operations.addCommunity': { name: 'BgpFilterAddCommunitySpec' },
  'BGPFilter.spec.exportV4.operations.prependASPath': { name: 'BgpFilterPrependAsPathSpec' },
  'BGPFilter.spec.exportV4.operations.setPriority': { name: 'BgpFilterSetPrioritySpec' },
  'BGPFilter.spec.exportV4.prefixLength': {
    name: 'BgpFilterPrefixLengthSpec',
    description: 'Shortest and longest prefix length, IPv4.',
  },
  'BGPFilter.spec.exportV6': { name: 'BgpFilterRuleV6Spec' },
  'BGPFilter.spec.exportV6.prefixLength': {
    name: 'BgpFilterPrefixLengthV6Spec',
    description: 'Shortest and longest prefix length, IPv6.',
  },
  'FelixConfiguration.spec.bpfConntrackTimeouts': { name: 'BpfConntrackTimeoutsSpec' },
  'FelixConfiguration.spec.failsafeInboundHostPorts': { name: 'FailsafePortSpec' },
  'FelixConfiguration.spec.healthTimeoutOverrides': { name: 'HealthTimeoutOverrideSpec' },
  'FelixConfiguration.spec.routeTableRange': {
    name: 'RouteTableRangeSpec',
    description: 'A range of routing tables of the kernel.',
  },
  'GlobalNetworkPolicy.spec.egress': { name: 'RuleSpec', file: 'policy-rule' },
  'GlobalNetworkPolicy.spec.egress.destination': {
    name: 'EntityRuleSpec',
    file: 'policy-rule',
    description: 'Conditions on one end of a packet. All that are set have to be met.',
  },
  'GlobalNetworkPolicy.spec.egress.destination.serviceAccounts': {
    name: 'ServiceAccountMatchSpec',
    file: 'policy-rule',
    description: 'Service accounts, by name, by labels, or both.',
  },
  'GlobalNetworkPolicy.spec.egress.destination.services': {
    name: 'ServiceMatchSpec',
    file: 'policy-rule',
    description: 'A Kubernetes Service, by name.',
  },
  'GlobalNetworkPolicy.spec.egress.http': {
    name: 'HttpMatchSpec',
    file: 'policy-rule',
    description: 'Conditions on an HTTP request. All that are set have to be met.',
  },
  'GlobalNetworkPolicy.spec.egress.http.paths': { name: 'HttpPathSpec', file: 'policy-rule' },
  'GlobalNetworkPolicy.spec.egress.icmp': {
    name: 'IcmpMatchSpec',
    file: 'policy-rule',
    description: 'An ICMP type, or a type and a code.',
  },
  'GlobalNetworkPolicy.spec.egress.metadata': {
    name: 'RuleMetadataSpec',
    file: 'policy-rule',
    description: 'Notes on a rule.',
  },
  'GlobalNetworkSet.spec': { name: 'NetworkSetSpec', file: 'network-set-spec' },
  'HostEndpoint.spec.ports': { name: 'EndpointPortSpec' },
  'IPAMBlock.spec.attributes': { name: 'IpamAllocationAttributeSpec' },
  'KubeControllersConfiguration.spec.controllers': { name: 'ControllersSpec' },
  'KubeControllersConfiguration.spec.controllers.loadBalancer': { name: 'LoadBalancerControllerSpec' },
  'KubeControllersConfiguration.spec.controllers.namespace': {
    name: 'ReconcilingControllerSpec',
    description: 'Settings of a controller that copies from Kubernetes into the datastore.',
  },
  'KubeControllersConfiguration.spec.controllers.node': { name: 'NodeControllerSpec' },
  'KubeControllersConfiguration.spec.controllers.node.hostEndpoint': { name: 'AutoHostEndpointSpec' },
  'KubeControllersConfiguration.spec.controllers.node.hostEndpoint.templates': { name: 'AutoHostEndpointTemplateSpec' },
  'KubeControllersConfiguration.spec.controllers.policyMigration': { name: 'PolicyMigrationControllerSpec' },
  'StagedKubernetesNetworkPolicy.spec.egress': { name: 'KubernetesEgressRuleSpec' },
  'StagedKubernetesNetworkPolicy.spec.egress.ports': { name: 'KubernetesPolicyPortSpec' },
  'StagedKubernetesNetworkPolicy.spec.egress.to': { name: 'KubernetesPolicyPeerSpec' },
  'StagedKubernetesNetworkPolicy.spec.egress.to.ipBlock': { name: 'KubernetesIpBlockSpec' },
  'StagedKubernetesNetworkPolicy.spec.egress.to.namespaceSelector': {
    name: 'LabelSelectorSpec',
    description: 'A label selector as Kubernetes has it. What is set has to be met; an empty one matches everything.',
  },
  'StagedKubernetesNetworkPolicy.spec.egress.to.namespaceSelector.matchExpressions': { name: 'LabelSelectorRequirementSpec' },
  'StagedKubernetesNetworkPolicy.spec.ingress': { name: 'KubernetesIngressRuleSpec' },
};
