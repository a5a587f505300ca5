import { DecodedPolicySpec, DecodedRule } from './decoded-policy';
import { serviceWords } from './entity';
import { name, oneOf, unique } from './field-rules';
import { judgeHostPolicy } from './host-policy';
import { judgePolicyName, judgeReservedPolicyName } from './policy-name';
import { judgeRule, RULE_TABLE } from './policy-rule';
import { judgeSelectorScope } from './selector-scope';
import { isDeletion, judgeDeletion } from './staged-policy';
import { isObject, JsonObject } from '../../manifests';
import { FieldTable } from '../structural/field-table';
import { Walk } from '../structural/walk';

/** What Calico adds to the fields of its policies. */
export const POLICY_TABLE: FieldTable = {
  'spec.tier': { rules: [name('resource/tier', 'a tier')] },
  'spec.types[]': { rules: [oneOf('resource/enum', 'Ingress', 'Egress')] },
  'spec.performanceHints': { rules: [unique('resource/duplicate')] },
  'spec.performanceHints[]': { rules: [oneOf('resource/enum', 'AssumeNeededOnEveryNode')] },
  ...RULE_TABLE,
};

/** The fields of staged policies besides. */
export const STAGED_TABLE: FieldTable = {
  'spec.stagedAction': { rules: [oneOf('resource/enum', 'Set', 'Delete', 'Learn', 'Ignore')] },
};

/** A policy of Calico's, as decoded: `validateNetworkPolicy`, `validateGlobalNetworkPolicy` and their staged twins. */
export function judgePolicy(object: JsonObject, walk: Walk, scope: 'namespaced' | 'global', staged: boolean): void {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  judgePolicyName(metadata.name, scope === 'namespaced', walk);
  if (scope === 'namespaced' && !staged) {
    judgeReservedPolicyName(metadata.name, walk);
  }
  const spec = object.spec as DecodedPolicySpec | undefined;
  if (spec === undefined || spec === null) {
    return;
  }
  walk.enter('spec');
  judgeRules(spec, walk);
  if (staged && isDeletion(spec)) {
    judgeDeletion(spec, walk);
  } else {
    judgeSpec(spec, walk, scope);
  }
  walk.leave();
}

function judgeSpec(spec: DecodedPolicySpec, walk: Walk, scope: 'namespaced' | 'global'): void {
  judgeTypes(spec.types ?? [], walk);
  judgeDirections(spec, walk, scope === 'global');
  judgeSelectorScope(spec.selector, walk, ['selector']);
  judgeSelectorScope(spec.serviceAccountSelector, walk, ['serviceAccountSelector']);
  if (scope === 'global') {
    judgeSelectorScope(spec.namespaceSelector, walk, ['namespaceSelector']);
    judgeHostPolicy(spec, walk);
  }
}

/** Each rule by itself. */
export function judgeRules(spec: DecodedPolicySpec, walk: Walk): void {
  for (const direction of ['ingress', 'egress'] as const) {
    const rules = spec[direction] ?? [];
    for (let index = 0; index < rules.length; index++) {
      walk.enter(direction);
      walk.enter(index);
      judgeRule(rules[index], walk);
      walk.leave();
      walk.leave();
    }
  }
}

function judgeTypes(types: readonly string[], walk: Walk): void {
  for (let index = 1; index < types.length; index++) {
    if (types.indexOf(types[index]) < index) {
      walk.refuse(undefined, {
        rule: 'resource/duplicate',
        what: `${types[index]} is in types twice`,
        why: 'a policy applies to a direction or not; Calico refuses repeats',
        fix: 'remove the repeat',
      }, ['types', index]);
      return;
    }
  }
}

function judgeDirections(spec: DecodedPolicySpec, walk: Walk, global: boolean): void {
  for (const [index, rule] of (spec.egress ?? []).entries()) {
    judgeServicePlace(rule, 'egress', index, walk, global);
    if (rule.http !== undefined && rule.http !== null) {
      walk.refuse(undefined, {
        rule: 'resource/http-match',
        what: 'an egress rule matches HTTP',
        why: 'HTTP is matched where requests arrive, so in ingress rules only',
        fix: 'remove http here, and match it in an ingress rule of the policy for the server',
      }, ['egress', index, 'http']);
    }
  }
  for (const [index, rule] of (spec.ingress ?? []).entries()) {
    judgeServicePlace(rule, 'ingress', index, walk, global);
  }
}

/** A service is matched on the far side: the source of ingress, the destination of egress. A global policy has to give its namespace. */
function judgeServicePlace(rule: DecodedRule, direction: 'ingress' | 'egress', index: number, walk: Walk, global: boolean): void {
  const [near, far] = direction === 'ingress' ? ['destination', 'source'] as const : ['source', 'destination'] as const;
  if (rule[near]?.services) {
    walk.refuse(undefined, serviceWords(
      `an ${direction} rule matches a service in its ${near}`, `the ${near} of an ${direction} rule is the selected pods themselves, and a service is matched on the other side only`,
      `move services to ${far}, or match pods by selector`), [direction, index, near, 'services']);
  }
  const services = rule[far]?.services;
  if (global && services && !services.namespace) {
    walk.refuse(undefined, serviceWords(
      'the service match has no namespace', 'a global policy has no namespace of its own that the service could be in', 'give services.namespace'),
    [direction, index, far, 'services', 'namespace']);
  }
}
