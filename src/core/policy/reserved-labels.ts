/**
 * Labels that Calico gives to endpoints and network sets (api/pkg/apis/projectcalico/v3/constants.go,
 * libcalico-go/lib/backend/k8s/conversion/constants.go).
 */
export const NAMESPACE_LABEL = 'projectcalico.org/namespace';
export const SERVICE_ACCOUNT_LABEL = 'projectcalico.org/serviceaccount';
export const ORCHESTRATOR_LABEL = 'projectcalico.org/orchestrator';
/** A namespace's or service account's own name, behind the prefix. */
export const NAME_LABEL = 'projectcalico.org/name';
/** Before each label of the namespace. */
export const NAMESPACE_PREFIX = 'pcns.';
/** Before each label of the service account. */
export const SERVICE_ACCOUNT_PREFIX = 'pcsa.';
/** The label that Kubernetes gives to every namespace. */
export const METADATA_NAME_LABEL = 'kubernetes.io/metadata.name';

const OF_PODS: readonly string[] = [NAMESPACE_LABEL, SERVICE_ACCOUNT_LABEL, ORCHESTRATOR_LABEL];

/** Whether a label is one that Calico gives to pods, and that no host endpoint has without a profile of theirs. */
export function isLabelOfPods(label: string): boolean {
  return OF_PODS.includes(label) || label.startsWith(NAMESPACE_PREFIX) || label.startsWith(SERVICE_ACCOUNT_PREFIX);
}
