import { printFieldPath } from '../../../findings';
import { Action, Rule } from '../../../policy';
import { coverOf } from '../../../policy/rule-containment';

/** A rule that no packet gets to. */
export interface ShadowedRule {
  readonly rule: Rule;
  /** The earlier rules that decide all that it matches, in order. */
  readonly by: readonly Rule[];
}

/** Up to this many rules of a direction are compared with each other; of more, each with this many of those that ask for least. */
const COMPARED = 32;

/**
 * The rules of a direction that can't decide, as earlier ones do first. Log decides nothing and hides nothing.
 * Growth: each rule is compared with at most 32 others, and found in a table if it is written twice.
 */
export function shadowedRules(rules: readonly Rule[]): readonly ShadowedRule[] {
  let shadowed = KNOWN.get(rules);
  if (!shadowed) {
    shadowed = findShadowed(rules);
    KNOWN.set(rules, shadowed);
  }
  return shadowed;
}

/** Several checks ask for the same rules. */
const KNOWN = new WeakMap<readonly Rule[], readonly ShadowedRule[]>();

function findShadowed(rules: readonly Rule[]): ShadowedRule[] {
  const candidates = candidatesAmong(rules);
  const shadowed: ShadowedRule[] = [];
  for (let index = 1; index < rules.length; index++) {
    const rule = rules[index];
    const earlier = candidates(index);
    const cover = earlier.length === 0 ? undefined : coverOf(earlier, rule);
    if (cover) {
      shadowed.push({ rule, by: cover.map((one) => earlier[one]) });
    }
  }
  return shadowed;
}

/** The earlier rules that decide and are worth a look. */
function candidatesAmong(rules: readonly Rule[]): (index: number) => Rule[] {
  const deciding = rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => rule.action !== 'log');
  if (rules.length <= COMPARED) {
    return (index) => deciding.filter((one) => one.index < index).map(({ rule }) => rule);
  }
  const loosest = deciding.map((one) => ({ ...one, demands: demandsOf(one.rule) }))
    .sort((a, b) => a.demands - b.demands || a.index - b.index).slice(0, COMPARED).sort((a, b) => a.index - b.index);
  const first = new Map<string, number>();
  const keys = rules.map(keyOf);
  deciding.forEach(({ index }) => first.has(keys[index]) || first.set(keys[index], index));
  return (index) => {
    const twin = first.get(keys[index]);
    const near = loosest.filter((one) => one.index < index).map(({ rule }) => rule);
    return twin === undefined || twin >= index ? near : [rules[twin], ...near];
  };
}

function demandsOf(rule: Rule): number {
  const { source, destination, matchesV4, matchesV6, protocol, notProtocol, icmp, notIcmp, http } = rule;
  const ends = [...Object.values(source), ...Object.values(destination)] as unknown[];
  const parts = [protocol, notProtocol, icmp, notIcmp, http, matchesV4 && matchesV6 ? undefined : true, ...ends];
  return parts.filter((part) => part !== undefined).length;
}

/** What a rule matches, as text: equal where two rules are written alike. */
export function keyOf({ field: _, action: __, ...match }: Rule): string {
  return JSON.stringify(match, (name, value: unknown) => name === 'ast' || name === 'id' || name === 'matches' ? undefined : value);
}

/** Such as `spec.ingress[0]`, or `spec.ingress[0] and spec.ingress[1] together`. */
export function ruleNames(rules: readonly Rule[]): string {
  const names = rules.map(({ field }) => printFieldPath(field));
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!} together`;
}

const DOES: Readonly<Record<Action, readonly [one: string, several: string]>> = {
  allow: ['allows', 'allow'], deny: ['denies', 'deny'], pass: ['passes', 'pass'], log: ['logs', 'log'],
};

/** What rules do with what they match: `allows`, or `decide` where they don't agree. */
export function verbOf(rules: readonly Rule[]): string {
  const several = rules.length > 1;
  return rules.every(({ action }) => action === rules[0].action) ? DOES[rules[0].action][several ? 1 : 0] : several ? 'decide' : 'decides';
}
