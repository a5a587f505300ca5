import { k8s } from 'cdk8s-plus-27';

/** Kubernetes' own group, whose name is empty. */
export const CORE = '';
/** The groups of Calico's resources: as users write them, and as they are stored without native CRDs. */
export const CALICO_GROUPS = ['projectcalico.org', 'crd.projectcalico.org'];

/** Reading, also what is to come. */
export const READ = ['get', 'list', 'watch'];

/** A rule of a role; words are separated by spaces. */
export function allow(apiGroups: string | string[], resources: string, verbs: string | string[], resourceNames?: string | string[]): k8s.PolicyRule {
  return {
    apiGroups: typeof apiGroups === 'string' ? [apiGroups] : apiGroups,
    resources: words(resources),
    verbs: words(verbs),
    ...(resourceNames !== undefined && { resourceNames: words(resourceNames) }),
  };
}

function words(text: string | string[]): string[] {
  return typeof text === 'string' ? text.split(' ') : text;
}
