const GROUP = 'projectcalico.org';
const POLICIES = ['networkpolicies', 'globalnetworkpolicies', 'stagednetworkpolicies', 'stagedglobalnetworkpolicies'];
const ALL_POLICIES = [...POLICIES, 'stagedkubernetesnetworkpolicies'];
const BUILT_IN_TIERS = ['default', 'kube-admin', 'kube-baseline'];

/**
 * What Calico's API server does to policies on the way in, and native CRDs can't: fill in `types`, the tier and its label, and keep the tiers
 * that Calico made. As admission policies, which the Kubernetes API runs itself.
 */
export function admissionPolicies(kubernetesMinor: number): unknown[] {
  // Generally available from Kubernetes 1.36 on; the beta isn't served without being asked for.
  const apiVersion = `admissionregistration.k8s.io/${kubernetesMinor >= 36 ? 'v1' : 'v1beta1'}`;
  const types = 'policytypes.policy.projectcalico.org';
  const tiers = 'tierlabel.policy.projectcalico.org';
  const protection = 'protect-builtin-tiers.projectcalico.org';
  return [
    {
      apiVersion,
      kind: 'MutatingAdmissionPolicy',
      metadata: { name: types },
      spec: {
        matchConditions: [{ name: 'missing-types', expression: '!has(object.spec.types) && !has(object.spec.policyTypes)' }],
        matchConstraints: { resourceRules: [rule(ALL_POLICIES, ['CREATE', 'UPDATE'])] },
        failurePolicy: 'Fail',
        reinvocationPolicy: 'IfNeeded',
        variables: [{ name: 'isKubernetes', expression: 'object.kind == "StagedKubernetesNetworkPolicy"' }, { name: 'types', expression: DEFAULT_TYPES }],
        mutations: [patch('[JSONPatch{op: "add", path: variables.isKubernetes ? "/spec/policyTypes" : "/spec/types", value: variables.types}]')],
      },
    },
    mutatingBinding(apiVersion, 'set-policytypes-binding', types, ALL_POLICIES),
    {
      apiVersion,
      kind: 'MutatingAdmissionPolicy',
      metadata: { name: tiers },
      spec: {
        matchConstraints: { resourceRules: [rule(POLICIES, ['CREATE', 'UPDATE'])] },
        failurePolicy: 'Fail',
        reinvocationPolicy: 'IfNeeded',
        variables: [{ name: 'named', expression: 'has(object.spec.tier) && object.spec.tier != ""' }, { name: 'tier', expression: 'variables.named ? object.spec.tier : "default"' }],
        mutations: [
          patch('variables.named ? [] : [JSONPatch{op: "add", path: "/spec/tier", value: variables.tier}]'),
          patch(`(has(object.metadata.labels) ? [] : [JSONPatch{op: "add", path: "/metadata/labels", value: {}}]) + [JSONPatch{op: "add", path: "${TIER_LABEL}", value: variables.tier}]`),
        ],
      },
    },
    mutatingBinding(apiVersion, 'set-tier-label-binding', tiers, POLICIES),
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: protection },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: { resourceRules: [rule(['tiers'], ['DELETE'])] },
        validations: [{
          expression: `!(oldObject.metadata.name in [${BUILT_IN_TIERS.map((name) => `'${name}'`).join(', ')}])`,
          messageExpression: '\'tier \' + oldObject.metadata.name + \' is built in and can\\\'t be deleted\'',
        }],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: protection },
      spec: { policyName: protection, validationActions: ['Deny'] },
    },
  ];
}

/** A policy of Kubernetes with egress is one for ingress too; one of Calico's isn't. Without any rules, both are for ingress. */
const DEFAULT_TYPES = '!has(object.spec.egress) ? ["Ingress"] : (has(object.spec.ingress) || variables.isKubernetes) ? ["Ingress", "Egress"] : ["Egress"]';
/** The label `projectcalico.org/tier`, as a JSON pointer. */
const TIER_LABEL = '/metadata/labels/projectcalico.org~1tier';

function rule(resources: readonly string[], operations: readonly string[]): object {
  return { apiGroups: [GROUP], apiVersions: ['v3'], operations, resources };
}

function patch(expression: string): object {
  return { patchType: 'JSONPatch', jsonPatch: { expression } };
}

function mutatingBinding(apiVersion: string, name: string, policyName: string, resources: readonly string[]): object {
  return {
    apiVersion,
    kind: 'MutatingAdmissionPolicyBinding',
    metadata: { name },
    spec: { policyName, matchResources: { resourceRules: [rule(resources, ['CREATE', 'UPDATE'])] } },
  };
}
