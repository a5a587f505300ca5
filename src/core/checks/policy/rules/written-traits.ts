import { isObject, JsonObject, Manifest } from '../../../manifests';
import { Direction } from '../../../policy';

/** The kinds whose rules are written as Calico evaluates them: one rule of the manifest is one rule of Felix. */
const KINDS: ReadonlySet<string> = new Set(['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy']);

export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** True for a policy of Calico's own form, staged or not. */
export function isCalicoPolicy({ isCalico, kind }: Manifest): boolean {
  return isCalico && KINDS.has(kind);
}

/** The rules of a direction as they are written, without a look at `types`. */
export function writtenRules({ spec }: Manifest, direction: Direction): readonly unknown[] {
  const rules: unknown = spec[direction];
  return Array.isArray(rules) ? rules : [];
}

/** What the rules of a policy have, from a look at what is written: most policies need no more than this look. */
export interface WrittenTraits {
  /** Rules beside each other in a direction, of which one may cover another. */
  readonly mayCover: boolean;
  readonly logs: boolean;
  /** Rules that deny or pass. */
  readonly isAgainst: boolean;
  /** Parts that rule out what others may ask for, or that say something of the policy's own end. */
  readonly mayContradict: boolean;
  /** A rule that asks for nothing. */
  readonly mayDecideAll: boolean;
  readonly namesServices: boolean;
}

const NO_TRAITS: WrittenTraits = {
  mayCover: false, logs: false, isAgainst: false, mayContradict: false, mayDecideAll: false, namesServices: false,
};
const TRAITS = new WeakMap<Manifest, WrittenTraits>();

/** The traits of a policy of Calico's own form, looked for once for all checks; none of anything else. One walk over the rules. */
export function writtenTraits(manifest: Manifest): WrittenTraits {
  if (!isCalicoPolicy(manifest)) {
    return NO_TRAITS;
  }
  let traits = TRAITS.get(manifest);
  if (!traits) {
    traits = look(manifest);
    TRAITS.set(manifest, traits);
  }
  return traits;
}

function look({ spec }: Manifest): WrittenTraits {
  let mayCover = false;
  let logs = false;
  let isAgainst = false;
  let contradicts = false;
  let mayDecideAll = false;
  let namesServices = false;
  for (const direction of DIRECTIONS) {
    const rules: unknown = spec[direction];
    if (!Array.isArray(rules)) {
      continue;
    }
    mayCover = mayCover || (rules.length > 1 && holdsPair(rules));
    for (const rule of rules as unknown[]) {
      if (isObject(rule)) {
        const isLog = isLogRule(rule);
        logs = logs || isLog;
        isAgainst = isAgainst || (!isLog && rule.action !== 'Allow');
        contradicts = contradicts || mayContradict(rule, direction);
        mayDecideAll = mayDecideAll || (!isLog && asksForNothing(rule));
        namesServices = namesServices || hasServices(rule.source) || hasServices(rule.destination);
      }
    }
  }
  // Most policies have none, and share one answer.
  return mayCover || logs || isAgainst || contradicts || mayDecideAll || namesServices
    ? { mayCover, logs, isAgainst, mayContradict: contradicts, mayDecideAll, namesServices }
    : NO_TRAITS;
}

function hasServices(entity: unknown): boolean {
  return isObject(entity) && entity.services !== undefined;
}

/** Whether a rule only logs. */
export function isLogRule({ action }: JsonObject): boolean {
  return typeof action === 'string' && (action === 'Log' || action.toLowerCase() === 'log');
}

function mayContradict(rule: JsonObject, direction: Direction): boolean {
  return rule.notProtocol !== undefined || rule.notICMP !== undefined || rule.ipVersion !== undefined
    || rule.protocol === 'ICMP' || rule.protocol === 'ICMPv6'
    || excludes(rule.source, direction === 'egress') || excludes(rule.destination, direction === 'ingress');
}

function excludes(entity: unknown, isOwnEnd: boolean): boolean {
  return isObject(entity) && (entity.notNets !== undefined || entity.notPorts !== undefined || entity.notSelector !== undefined
    || (isOwnEnd && (entity.selector !== undefined || entity.namespaceSelector !== undefined || entity.serviceAccounts !== undefined))
    || (typeof entity.selector === 'string' && entity.selector.includes('projectcalico.org/')));
}

/** Whether a rule asks for nothing, as far as it is written. */
export function asksForNothing(rule: JsonObject): boolean {
  for (const key in rule) {
    const value = rule[key];
    const isEmpty = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
    if (key !== 'action' && key !== 'metadata' && !isEmpty) {
      return false;
    }
  }
  return true;
}

/** Above this many rules they are read without a look at pairs of them. */
const PAIRED = 16;

function holdsPair(rules: readonly unknown[]): boolean {
  return rules.length > PAIRED || rules.some((rule, index) => isObject(rule)
    && rules.some((other, at) => at !== index && isObject(other) && !isOutOfReach(rule, other)));
}

/** Whether it is plain that the first asks for something that the second has otherwise, or doesn't have. */
function isOutOfReach(rule: JsonObject, other: JsonObject): boolean {
  const { protocol } = other;
  return (typeof rule.protocol === 'string' && (protocol === undefined || (typeof protocol === 'string' && rule.protocol !== protocol)))
    || differs(rule.source, other.source) || differs(rule.destination, other.destination);
}

const EQUALITY = /^([A-Za-z0-9_./-]+) *== *(?:"[^"]*"|'[^']*')$/;

/** Two comparisons of a label with a value that aren't the same; or a selector, and none of any kind. */
function differs(one: unknown, other: unknown): boolean {
  const text = isObject(one) ? one.selector : undefined;
  if (typeof text !== 'string' || text === '') {
    return false;
  }
  if (!isObject(other) || (!other.selector && !other.namespaceSelector && !other.serviceAccounts && !other.notSelector)) {
    return true;
  }
  return typeof other.selector === 'string' && other.selector !== text && EQUALITY.test(text) && EQUALITY.test(other.selector);
}
