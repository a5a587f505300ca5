import { k8s } from 'cdk8s-plus-27';
import { allow, CORE, READ } from '../policy-rule';

const WRITE = 'create get list update delete watch';

/** Kinds of Calico's resources by their plural, as CustomResourceDefinitions name them. */
const CALICO_PLURALS = 'bgpconfigurations bgpfilters bgppeers blockaffinities caliconodestatuses clusterinformations felixconfigurations '
  + 'globalnetworkpolicies stagedglobalnetworkpolicies globalnetworksets hostendpoints ipamblocks ipamhandles ippools ipreservations '
  + 'kubecontrollersconfigurations networkpolicies stagednetworkpolicies stagedkubernetesnetworkpolicies networksets tiers';
const OPERATOR_PLURALS = 'apiservers gatewayapis imagesets installations tigerastatuses whiskers goldmanes managementclusterconnections istios';
/** Kinds of the operator's group that it keeps finalizers and a status of. */
const RECONCILED = ['apiservers', 'goldmanes', 'installations', 'managementclusterconnections', 'tigerastatuses', 'whiskers', 'istios'];
const GATEWAY_DEFINITIONS = 'backendlbpolicies backendtlspolicies gatewayclasses gateways grpcroutes httproutes referencegrants tcproutes tlsroutes udproutes listenersets';
const ENVOY_DEFINITIONS = 'backends backendtrafficpolicies clienttrafficpolicies envoyextensionpolicies envoypatchpolicies envoyproxies httproutefilters securitypolicies';

/** What the operator may do: everything that the components it installs may do, and installing them. */
export function operatorRules(openShift: boolean): k8s.PolicyRule[] {
  return [...DEFINITIONS, ...KUBERNETES, ...OWN_KINDS, ...CALICO_KINDS, ...OPTIONAL_PARTS, ...(openShift ? OPENSHIFT : POD_SECURITY)];
}

/** Secrets of the operator's own namespace, which hold certificates. */
export const SECRET_RULES: readonly k8s.PolicyRule[] = [allow(CORE, 'secrets', 'create update delete')];

const DEFINITIONS: readonly k8s.PolicyRule[] = [
  definitions('get list watch create'),
  definitions('update', [
    ...named(`${CALICO_PLURALS} ipamconfigs`, 'crd.projectcalico.org'),
    ...named(`${CALICO_PLURALS} ipamconfigurations`, 'projectcalico.org'),
    ...named(OPERATOR_PLURALS, 'operator.tigera.io'),
    ...named(GATEWAY_DEFINITIONS, 'gateway.networking.k8s.io'),
    ...named('xbackendtrafficpolicies xmeshes', 'gateway.networking.x-k8s.io'),
    ...named(ENVOY_DEFINITIONS, 'gateway.envoyproxy.io'),
  ]),
  definitions('update delete', named('clusternetworkpolicies', 'policy.networking.k8s.io')),
];

const KUBERNETES: readonly k8s.PolicyRule[] = [
  allow(CORE, 'namespaces pods podtemplates services endpoints events configmaps serviceaccounts', WRITE),
  allow(CORE, 'resourcequotas secrets', READ),
  allow(CORE, 'resourcequotas', WRITE, 'calico-critical-pods tigera-critical-pods'),
  allow(CORE, 'nodes', 'get patch list watch'),
  allow('authentication.k8s.io', 'tokenreviews', 'create'),
  // It gives its components rights that it doesn't have itself.
  allow('rbac.authorization.k8s.io', 'clusterroles clusterrolebindings rolebindings roles', `${WRITE} bind escalate`),
  allow('apps', 'deployments daemonsets statefulsets', `${WRITE} patch`),
  allow('apps', 'deployments/finalizers', 'update', 'tigera-operator'),
  allow('networking.k8s.io', 'networkpolicies', WRITE),
  allow('scheduling.k8s.io', 'priorityclasses', WRITE),
  allow('policy', 'poddisruptionbudgets', WRITE),
  allow('apiregistration.k8s.io', 'apiservices', 'create list update delete watch'),
  allow('discovery.k8s.io', 'endpointslices', READ),
  allow('coordination.k8s.io', 'leases', WRITE),
  allow('storage.k8s.io', 'csidrivers', WRITE),
  allow('certificates.k8s.io', 'certificatesigningrequests', 'list watch'),
  allow('admissionregistration.k8s.io', 'validatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings '
    + 'mutatingadmissionpolicies mutatingadmissionpolicybindings', WRITE),
  allow('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'create delete get list watch'),
];

const OWN_KINDS: readonly k8s.PolicyRule[] = [
  allow('operator.tigera.io', [
    'imagesets', 'gatewayapis', 'gatewayapis/finalizers', ...RECONCILED.flatMap((plural) => [plural, `${plural}/finalizers`, `${plural}/status`]),
  ].join(' '), 'get list update patch watch'),
  allow('operator.tigera.io', 'tigerastatuses', 'create delete'),
  allow('operator.tigera.io', 'installations apiservers whiskers goldmanes', 'delete'),
];

const CALICO_KINDS: readonly k8s.PolicyRule[] = [
  allow(['crd.projectcalico.org', 'projectcalico.org'], 'felixconfigurations bgpconfigurations ippools', 'create patch list get watch'),
  allow(['crd.projectcalico.org', 'projectcalico.org'], 'kubecontrollersconfigurations bgpconfigurations clusterinformations', READ),
  allow('projectcalico.org', 'ippools', `${WRITE} patch`),
  allow('projectcalico.org', 'ipamconfigurations clusterinformations', READ),
  allow('projectcalico.org', 'networkpolicies globalnetworkpolicies networksets', `${WRITE} patch`),
  allow('projectcalico.org', 'tier.networkpolicies tier.globalnetworkpolicies', WRITE, 'calico-system.*'),
  allow('projectcalico.org', 'tier.networkpolicies tier.globalnetworkpolicies', READ),
  allow('projectcalico.org', 'tiers', 'get delete update', 'calico-system'),
  allow('projectcalico.org', 'tiers', 'get create list watch'),
  allow('migration.projectcalico.org', 'datastoremigrations', READ),
];

/** For the Gateway API, Istio and KubeVirt, where the cluster uses them. */
const OPTIONAL_PARTS: readonly k8s.PolicyRule[] = [
  allow('gateway.networking.k8s.io', 'gatewayclasses', WRITE),
  allow('gateway.envoyproxy.io', 'envoyproxies', WRITE),
  allow('batch', 'jobs', 'create list watch'),
  allow('batch', 'jobs', 'update', 'tigera-gateway-api-gateway-helm-certgen'),
  allow('admissionregistration.k8s.io', 'mutatingwebhookconfigurations', 'update', 'envoy-gateway-topology-injector.tigera-gateway'),
  allow('autoscaling', 'horizontalpodautoscalers', 'create get list watch'),
  allow('autoscaling', 'horizontalpodautoscalers', 'update', 'istiod'),
  allow('kubevirt.io', 'virtualmachineinstancemigrations', READ),
];

/** Where PodSecurityPolicy is gone, as since Kubernetes 1.25, this says nothing; older clusters need it. */
const POD_SECURITY: readonly k8s.PolicyRule[] = [
  allow('policy', 'podsecuritypolicies', 'use', 'tigera-operator'),
  allow('policy', 'podsecuritypolicies', WRITE),
];

/** For OpenShift's network configuration and its security context constraints, and for the resources that an init container makes. */
const OPENSHIFT: readonly k8s.PolicyRule[] = [
  allow('config.openshift.io', 'networks/status', 'get list update'),
  allow('config.openshift.io', 'networks infrastructures', 'get list patch watch'),
  allow('batch', 'jobs cronjobs', WRITE),
  allow('security.openshift.io', 'securitycontextconstraints', WRITE),
  allow('security.openshift.io', 'securitycontextconstraints', 'use', 'hostaccess'),
];

function definitions(verbs: string, names?: string[]): k8s.PolicyRule {
  return allow('apiextensions.k8s.io', 'customresourcedefinitions', verbs, names);
}

function named(plurals: string, group: string): string[] {
  return plurals.split(' ').map((plural) => `${plural}.${group}`);
}
