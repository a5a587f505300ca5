import { FieldPath } from '../findings';
import { isObject, JsonObject, Manifest } from '../manifests';
import { numberAt, textAt, textsAt } from './json-fields';
import { globalSubject, namespacedSubject } from './peer-selector';
import { Policy } from './policy';
import { readRule } from './read-rule';
import { Rule } from './rule';
import { SelectorPool, Unreadable } from './selector-pool';
import { DEFAULT_TIER } from './tier';

/** A rule in Calico's form, and the field that it comes from. */
export interface RuleSource {
  readonly rule: JsonObject;
  readonly field: FieldPath;
}

/** A policy in Calico's form, whatever kind it comes from. */
export interface PolicySource {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly namespace: string | undefined;
  /** In Calico's form. */
  readonly spec: JsonObject;
  readonly ingress: readonly RuleSource[];
  readonly egress: readonly RuleSource[];
  readonly types: readonly string[];
}

/** Reads a NetworkPolicy, a GlobalNetworkPolicy, or one of their staged kinds. */
export function readCalicoPolicy(manifest: Manifest, selectors: SelectorPool): Policy {
  const { spec, kind } = manifest;
  const isGlobal = kind.endsWith('GlobalNetworkPolicy');
  const namespace = isGlobal ? undefined : manifest.namespace ?? 'default';
  const ingress = rulesAt(spec, 'ingress');
  const egress = rulesAt(spec, 'egress');
  const given = textsAt(spec, 'types');
  const types = given.length > 0 ? given : defaultTypes(ingress, egress);
  return buildPolicy({ manifest, kind, namespace, spec, ingress, egress, types }, selectors);
}

/** `defaultPolicyTypesField` in api/pkg/defaults/networkpolicy.go: Egress only if there are egress rules, Ingress unless there are only those. */
function defaultTypes(ingress: readonly unknown[], egress: readonly unknown[]): string[] {
  if (egress.length === 0) {
    return ['Ingress'];
  }
  return ingress.length === 0 ? ['Egress'] : ['Ingress', 'Egress'];
}

function rulesAt(spec: JsonObject, key: string): RuleSource[] {
  const rules: unknown = spec[key];
  if (!Array.isArray(rules)) {
    return [];
  }
  return rules.map((rule: unknown, index) => {
    if (!isObject(rule)) {
      throw new Unreadable(`spec.${key}[${index}] is no object`);
    }
    return { rule, field: ['spec', key, index] };
  });
}

/** @throws Unreadable where Calico would drop the policy */
export function buildPolicy(source: PolicySource, selectors: SelectorPool): Policy {
  const { manifest, kind, namespace, spec, types } = source;
  const isGlobal = namespace === undefined;
  const read = (rules: readonly RuleSource[]): Rule[] => rules.map(({ rule, field }) => readRule(rule, field, namespace, selectors));
  const governs = (type: string): boolean => types.some((given) => given.toLowerCase() === type);
  return {
    kind,
    namespace,
    name: manifest.name,
    tier: textAt(spec, 'tier') ?? DEFAULT_TIER,
    order: numberAt(spec, 'order') ?? Infinity,
    selector: selectors.compile(isGlobal ? globalSubject(spec) : namespacedSubject(spec, namespace)),
    ingress: governs('ingress') ? read(source.ingress) : undefined,
    egress: governs('egress') ? read(source.egress) : undefined,
    stage: isGlobal && spec.doNotTrack === true ? 'untracked' : isGlobal && spec.preDNAT === true ? 'preDnat' : 'normal',
    appliesOnForward: isGlobal && spec.applyOnForward === true,
    isStaged: kind.startsWith('Staged'),
    stagedAction: kind.startsWith('Staged') ? textAt(spec, 'stagedAction') ?? 'Set' : undefined,
    manifest,
  };
}
