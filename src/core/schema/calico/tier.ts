import { oneOfGiven } from './field-rules';
import { isObject, JsonObject } from '../../manifests';
import { isDnsLabel, isSubdomainForm } from '../metadata/kubernetes-names';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

/** What Calico adds to a tier (api/pkg/apis/projectcalico/v3/tier.go). */
export const TIER_TABLE: FieldTable = {
  'spec.defaultAction': { rules: [oneOfGiven('resource/tier', 'Deny', 'Pass')] },
};

/** The orders of the tiers that are always there. */
const BUILT_IN_ORDERS: Readonly<Record<string, number>> = { 'default': 1_000_000, 'kube-admin': 1_000, 'kube-baseline': 10_000_000 };

/** The default actions that the API server demands of them. At `spec.defaultAction`. */
export function builtInActionWords(tier: string, action: string, given: unknown): Words {
  return {
    rule: 'resource/tier',
    what: `the default action of the built-in tier ${tier} is ${action}, and ${String(given)} is given`,
    why: 'Calico and Kubernetes rely on what the built-in tiers do; the API server refuses any other action. An absent one is Deny',
    fix: `set defaultAction to ${action}`,
    corrected: action,
  };
}

/** `validateTier`. */
export function judgeTier(object: JsonObject, walk: Walk): void {
  const name = isObject(object.metadata) ? object.metadata.name : undefined;
  if (typeof name !== 'string') {
    return;
  }
  if (isSubdomainForm(name) && !isDnsLabel(name)) {
    walk.refuse(undefined, {
      rule: 'resource/name',
      what: `${printValue(name)} can't be the name of a tier: that has no dots, and at most 63 characters`,
      why: 'the name of a tier is a part of the names of its policies, and a label on them',
      fix: `name it ${name.replaceAll('.', '-').slice(0, 63)}`,
    }, ['metadata', 'name']);
  }
  const order = isObject(object.spec) ? object.spec.order ?? undefined : undefined;
  const builtIn = Object.hasOwn(BUILT_IN_ORDERS, name) ? BUILT_IN_ORDERS[name] : undefined;
  if (builtIn !== undefined && order !== builtIn) {
    const words: Words = {
      rule: 'resource/tier',
      what: `the built-in tier ${name} has order ${builtIn}, and ${order === undefined ? 'none is given' : `${printValue(order)} is given`}`,
      why: 'the built-in tiers have their fixed places among all tiers; Calico refuses any other order',
      fix: `set order to ${builtIn}`,
      corrected: String(builtIn),
    };
    // calicoctl fills in the order of the default tier before it validates (lib/resources/tier.go, DefaultTierFields).
    if (name === 'default' && order === undefined) {
      walk.refuseUnlessCreated(words, ['spec', 'order']);
    } else {
      walk.refuse(undefined, words, ['spec', 'order']);
    }
  }
}
