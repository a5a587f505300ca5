import { ResourceCheck } from '../check';
import { calicoPolicyOf, governedRules } from './rules/calico-policy';
import { ruleNames, shadowedRules, verbOf } from './rules/shadowing';
import { writtenTraits } from './rules/written-traits';
import { samplePacket } from '../../policy/sample-packet';

/** The first rule that matches decides: one that stands behind others of another action, which match all that it matches, is never asked. */
export const SHADOWED_RULE: ResourceCheck = {
  id: 'policy/shadowed-rule',
  severity: 'warning',
  summary: 'A rule never decides: earlier rules of another action match everything that it matches.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    const policy = writtenTraits(manifest).mayCover ? calicoPolicyOf(manifest) : undefined;
    for (const { direction, rules } of policy ? governedRules(policy) : []) {
      for (const { rule, by } of shadowedRules(rules)) {
        if (rule.action === 'log' || by.every(({ action }) => action === rule.action)) {
          continue;
        }
        const sample = samplePacket({ direction, selectors: [policy!.selector] }, [rule]);
        const names = ruleNames(by);
        report({
          manifest,
          field: rule.field,
          what: `this ${TITLES[rule.action]} rule never decides: ${names} ${verbOf(by)} all that it matches`,
          why: `rules are asked in order, and the first that matches decides${sample ? `; for example, ${sample.words} never gets here` : ''}`,
          fix: `move this rule before ${ruleNames(by.slice(0, 1))} if it is the exception, or remove it`,
        });
      }
    }
  },
};

const TITLES = { allow: 'Allow', deny: 'Deny', pass: 'Pass' } as const;
