import { calicoPolicyOf, governedRules } from './rules/calico-policy';
import { keyOf, ruleNames, shadowedRules, verbOf } from './rules/shadowing';
import { writtenTraits } from './rules/written-traits';
import { Family, intersectBlocks } from '../../cidr';
import { FieldPath } from '../../findings';
import { EntityMatch, Rule } from '../../policy';
import { possiblePorts, sharedPorts } from '../../policy/port-set';
import { blocksOf, covers } from '../../policy/rule-containment';
import { ResourceCheck } from '../check';

/** How many of the rules after one are looked at. */
const COMPARED = 32;

/** A rule without which every packet would be decided alike, as others of the same action match all that it matches. */
export const REDUNDANT_RULE: ResourceCheck = {
  id: 'policy/redundant-rule',
  severity: 'advice',
  summary: 'A rule changes nothing: other rules of the policy do the same with everything that it matches.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    const policy = writtenTraits(manifest).mayCover ? calicoPolicyOf(manifest) : undefined;
    for (const { rules } of policy ? governedRules(policy) : []) {
      const shadowed = shadowedRules(rules);
      const said = (field: FieldPath, by: readonly Rule[], twin: boolean, already: boolean): void => report({
        manifest,
        field,
        what: twin
          ? `this rule is written twice: ${ruleNames(by)} is the same`
          : `this rule changes nothing: ${ruleNames(by)} ${verbOf(by)} all that it matches${already ? ' already' : ' too'}`,
        why: 'without it every packet is decided alike; it reads as if it did something',
        fix: twin ? 'remove one of the two' : `remove it, or narrow ${ruleNames(by.slice(0, 1))} if that allows more than was meant`,
      });
      for (const { rule, by } of shadowed) {
        if (rule.action !== 'log' && by.every(({ action }) => action === rule.action)) {
          said(rule.field, by, by.length === 1 && keyOf(by[0]) === keyOf(rule), true);
        }
      }
      const hidden = new Set(shadowed.map(({ rule }) => rule));
      rules.forEach((rule, index) => {
        const later = hidden.has(rule) || rule.action === 'log' ? undefined : laterCover(rules, index, hidden);
        if (later) {
          said(rule.field, [later], false, false);
        }
      });
    }
  },
};

/** A later rule of the same action that covers this one, with nothing between that could decide otherwise in the meantime. */
function laterCover(rules: readonly Rule[], index: number, hidden: ReadonlySet<Rule>): Rule | undefined {
  const rule = rules[index];
  for (const later of rules.slice(index + 1, index + 1 + COMPARED)) {
    if (later.action !== rule.action) {
      if (!areApart(later, rule)) {
        return undefined;
      }
    } else if (!hidden.has(later) && covers(later, rule)) {
      return later;
    }
  }
  return undefined;
}

/** Whether it is proved that no packet matches both. An end may be a pod and within a network set, so selectors prove nothing here. */
function areApart(a: Rule, b: Rule): boolean {
  return (a.protocol !== undefined && b.protocol !== undefined && a.protocol !== b.protocol)
    || havePortsApart(a.source, b.source) || havePortsApart(a.destination, b.destination)
    || ((!a.matchesV4 || !b.matchesV4 || haveNetsApart(a, b, 4)) && (!a.matchesV6 || !b.matchesV6 || haveNetsApart(a, b, 6)));
}

function havePortsApart(a: EntityMatch, b: EntityMatch): boolean {
  return a.ports !== undefined && b.ports !== undefined
    && sharedPorts(possiblePorts(a.ports, a.notPorts), possiblePorts(b.ports, b.notPorts)).length === 0;
}

function haveNetsApart(a: Rule, b: Rule, family: Family): boolean {
  return shareNone(a.source, b.source, family) || shareNone(a.destination, b.destination, family);
}

/** Single blocks, which most rules have, are compared without making lists. */
function shareNone(a: EntityMatch, b: EntityMatch, family: Family): boolean {
  if (!(a.nets ?? a.notNets) || !(b.nets ?? b.notNets)) {
    return false;
  }
  const [one, other] = [blocksOf(a, family).blocks, blocksOf(b, family).blocks];
  return one.length === 1 && other.length === 1 ? !one[0].overlaps(other[0]) : intersectBlocks(one, other).length === 0;
}
