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
  'APIServer.spec.apiServerDeployment': { name: 'ApiServerOverridesSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec': { name: 'ApiServerObjectSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec.template': { name: 'ApiServerPodTemplateSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec.template.spec': { name: 'ApiServerPodSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.metadata': { name: 'LabelsAndAnnotationsSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec.template.spec.containers': { name: 'ContainerWithPortsSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec.template.spec.containers.ports': { name: 'ContainerPortSpec', file: 'component-overrides' },
  'APIServer.spec.apiServerDeployment.spec.template.spec.initContainers': { name: 'ContainerSpec', file: 'component-overrides' },
  'APIServer.spec.calicoWebhooksDeployment': { name: 'CalicoWebhooksOverridesSpec', file: 'component-overrides' },
  'APIServer.spec.calicoWebhooksDeployment.spec': { name: 'CalicoWebhooksObjectSpec', file: 'component-overrides' },
  'APIServer.spec.calicoWebhooksDeployment.spec.template': { name: 'CalicoWebhooksPodTemplateSpec', file: 'component-overrides' },
  'APIServer.spec.calicoWebhooksDeployment.spec.template.spec': { name: 'CalicoWebhooksPodSpec', file: 'component-overrides' },
  'Goldmane.spec.goldmaneDeployment': { name: 'SpreadDeploymentOverridesSpec', file: 'component-overrides' },
  'Goldmane.spec.goldmaneDeployment.spec': { name: 'SpreadDeploymentObjectSpec', file: 'component-overrides' },
  'Goldmane.spec.goldmaneDeployment.spec.template': { name: 'SpreadDeploymentPodTemplateSpec', file: 'component-overrides' },
  'Goldmane.spec.goldmaneDeployment.spec.template.spec': { name: 'SpreadDeploymentPodSpec', file: 'component-overrides' },
  'Goldmane.spec.goldmaneDeployment.spec.strategy': { name: 'DeploymentStrategySpec', file: 'component-overrides' },
  'Installation.spec.calicoKubeControllersDeployment': { name: 'ComponentOverridesSpec', file: 'component-overrides' },
  'Installation.spec.calicoKubeControllersDeployment.spec': { name: 'ComponentObjectSpec', file: 'component-overrides' },
  'Installation.spec.calicoKubeControllersDeployment.spec.template': { name: 'ComponentPodTemplateSpec', file: 'component-overrides' },
  'Installation.spec.calicoKubeControllersDeployment.spec.template.spec': { name: 'ComponentPodSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeDaemonSet': { name: 'CalicoNodeOverridesSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeDaemonSet.spec': { name: 'CalicoNodeObjectSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeDaemonSet.spec.template': { name: 'CalicoNodePodTemplateSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeDaemonSet.spec.template.spec': { name: 'CalicoNodePodSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeWindowsDaemonSet': { name: 'CalicoNodeWindowsOverridesSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeWindowsDaemonSet.spec': { name: 'CalicoNodeWindowsObjectSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeWindowsDaemonSet.spec.template': { name: 'CalicoNodeWindowsPodTemplateSpec', file: 'component-overrides' },
  'Installation.spec.calicoNodeWindowsDaemonSet.spec.template.spec': { name: 'CalicoNodeWindowsPodSpec', file: 'component-overrides' },
  'Installation.spec.typhaDeployment': { name: 'TyphaOverridesSpec', file: 'component-overrides' },
  'Installation.spec.typhaDeployment.spec': { name: 'TyphaObjectSpec', file: 'component-overrides' },
  'Installation.spec.typhaDeployment.spec.template': { name: 'TyphaPodTemplateSpec', file: 'component-overrides' },
  'Installation.spec.typhaDeployment.spec.template.spec': { name: 'TyphaPodSpec', file: 'component-overrides' },
  'APIServer.spec.logging': { name: 'ApiServerLoggingSpec' },
  'APIServer.spec.logging.apiServer': { name: 'ApiServerComponentLoggingSpec' },
  'ImageSet.spec.images': { name: 'ImageDigestSpec' },
  'Installation.spec.azure': { name: 'AzureSpec' },
  'Installation.spec.calicoNetwork': { name: 'CalicoNetworkSpec' },
  'Installation.spec.calicoNetwork.ipPools': { name: 'InstallationIpPoolSpec' },
  'Installation.spec.calicoNetwork.nodeAddressAutodetectionV4': { name: 'NodeAddressAutodetectionSpec' },
  'Installation.spec.calicoNetwork.sysctl': { name: 'SysctlSpec' },
  'Installation.spec.certificateManagement': { name: 'CertificateManagementSpec' },
  'Installation.spec.cni': { name: 'CniSpec' },
  'Installation.spec.cni.ipam': { name: 'CniIpamSpec' },
  'Installation.spec.componentResources': { name: 'ComponentResourceSpec' },
  'Installation.spec.logging': { name: 'InstallationLoggingSpec' },
  'Installation.spec.logging.cni': { name: 'CniLoggingSpec' },
  'Installation.spec.proxy': { name: 'ProxySpec' },
  'Installation.spec.tlsCipherSuites': { name: 'TlsCipherSuiteSpec' },
  'Installation.spec.typhaAffinity': { name: 'TyphaAffinitySpec' },
  'Installation.spec.windowsNodes': { name: 'WindowsNodeSpec' },
};

/** Structures of Kubernetes (references of `crds/operator.tigera.io.yaml`) that L1 takes from cdk8s-plus-27, by their name in its `k8s`. */
export const KUBERNETES_TYPES: Record<string, string> = {
  'kubernetes/Affinity': 'Affinity',
  'kubernetes/DaemonSetUpdateStrategy': 'DaemonSetUpdateStrategy',
  'kubernetes/LocalObjectReference': 'LocalObjectReference',
  'kubernetes/PodDNSConfig': 'PodDnsConfig',
  'kubernetes/ResourceRequirements': 'ResourceRequirements',
  'kubernetes/RollingUpdateDeployment': 'RollingUpdateDeployment',
  'kubernetes/Toleration': 'Toleration',
  'kubernetes/TopologySpreadConstraint': 'TopologySpreadConstraint',
  'operator/NodeAffinity': 'NodeAffinity',
};
