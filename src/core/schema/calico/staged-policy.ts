import { JsonObject } from '../../manifests';
import { Walk } from '../structural/walk';

/** Whether a staged policy stages a deletion. */
export function isDeletion(spec: { readonly stagedAction?: string | null }): boolean {
  return spec.stagedAction === 'Delete';
}

/**
 * A staged deletion names the policy to delete and nothing else: Calico compares the spec with an empty one, apart from the tier
 * (`validateStagedNetworkPolicy` and its twins). `calicoctl create` clears `types` first, so those alone don't keep it from creating.
 */
export function judgeDeletion(spec: object, walk: Walk, kept: readonly string[] = ['tier']): void {
  for (const [field, value] of Object.entries(spec as JsonObject)) {
    if (field === 'stagedAction' || kept.includes(field) || isZero(value, field)) {
      continue;
    }
    const words = {
      rule: 'resource/staged',
      what: `stagedAction is Delete, and ${field} is given`,
      why: 'a staged deletion names the policy that would go, and holds nothing of it; Calico refuses anything else',
      fix: `remove ${field}, or set stagedAction to Set`,
    };
    if (field === 'types') {
      walk.refuseUnlessCreated(words, [field]);
    } else {
      walk.refuse(undefined, words, [field]);
    }
  }
}

/** Whether a decoded value is the zero value of its Go type: an empty list isn't, a pointer to zero (`order: 0`) isn't either. */
function isZero(value: unknown, field: string): boolean {
  return value === undefined || value === null || value === '' || value === false
    || (field === 'podSelector' && Object.keys(value as object).length === 0);
}
