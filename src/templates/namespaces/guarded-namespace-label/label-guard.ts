const ADMISSION = 'admissionregistration.k8s.io/v1';
const RBAC = 'rbac.authorization.k8s.io';

/** The API group of the permission: nothing is served in it, and RBAC doesn't ask. */
const GUARD_GROUP = 'cdk8s-calico.templates';
const RESOURCE = 'namespacelabels';
const VERB = 'set';

/** Kubernetes' rule for the keys of labels (apimachinery `validation.IsQualifiedName`), which leaves no quotes for the expression. */
const LABEL = /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** An object with the id of its construct. */
export interface GuardObject {
  readonly id: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

/**
 * What guards a label of namespaces: an admission policy that asks the authorizer for a permission of its own, and the role that has it.
 *
 * @throws where Kubernetes has no such label
 */
export function labelGuard(name: string, label: string, managers: readonly string[]): GuardObject[] {
  if (!LABEL.test(label)) {
    throw new Error(`label ${JSON.stringify(label)} is none of Kubernetes': it is a name of letters, digits, dashes, underscores and dots, after a domain and a slash if any`);
  }
  const valueOf = (object: string): string =>
    `${object} != null && has(${object}.metadata.labels) && '${label}' in ${object}.metadata.labels ? [${object}.metadata.labels['${label}']] : []`;
  const isPermitted = `authorizer.group('${GUARD_GROUP}').resource('${RESOURCE}').name('${label}').check('${VERB}').allowed()`;
  const metadata = { name };
  return [
    {
      id: 'guard',
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          // Labels can be written through every subresource.
          resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['namespaces', 'namespaces/*'] }],
        },
        variables: [{ name: 'before', expression: valueOf('oldObject') }, { name: 'after', expression: valueOf('object') }],
        validations: [{
          expression: `variables.before == variables.after || ${isPermitted}`,
          message: `the label ${label} of a namespace lets its pods in where policies ask for it: only who may ${VERB} ${RESOURCE}.${GUARD_GROUP} changes it`,
          reason: 'Forbidden',
        }],
      },
    },
    {
      id: 'guard-binding',
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: { policyName: name, validationActions: ['Deny'] },
    },
    {
      id: 'managers',
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: [{ apiGroups: [GUARD_GROUP], resources: [RESOURCE], resourceNames: [label], verbs: [VERB] }],
    },
    {
      id: 'managers-binding',
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: managers.map((manager) => ({ apiGroup: RBAC, kind: 'Group', name: manager })),
    },
  ];
}
