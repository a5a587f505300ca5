import { calicoPolicyOf, DIRECTIONS, governedRules, isLogRule, writtenTraits } from './calico-policy';
import { ruleNames, shadowedRules, verbOf } from './shadowing';
import { Cluster, isObject, Manifest } from '../../manifests';
import { Direction, Policy, PolicyModel, policyTitle } from '../../policy';
import { areDisjoint } from '../../policy/implied-selector';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';

/** Questions about pairs of selectors that a cluster may cost; beyond it nothing is proved. */
const QUESTIONS = 5_000;

/**
 * Log writes a line and goes on to the next rule. Where no rule follows, the end of the tier decides, and that of `default` is Deny; behind a rule
 * that decides all, nothing is written. One look at each policy; those that only log are held against the others of their tier.
 */
export const LOG_DECIDES_NOTHING: ClusterCheck = {
  id: 'policy/log-decides-nothing',
  severity: 'warning',
  summary: 'A policy only logs, so the end of its tier denies what it selects; or a Log rule stands where no packet gets to.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const logging = cluster.manifests.filter((manifest) => writtenTraits(manifest).logs);
    logging.forEach((manifest) => reportUnreached(manifest, report));
    if (logging.some((manifest) => !manifest.kind.startsWith('Staged') && DIRECTIONS.some((direction) => onlyLogs(manifest, direction)))) {
      reportLogOnly(cluster, report);
    }
  },
};

function onlyLogs({ spec }: Manifest, direction: Direction): boolean {
  const rules: unknown = spec[direction];
  return Array.isArray(rules) && rules.length > 0 && rules.every((rule) => isObject(rule) && isLogRule(rule));
}

function reportUnreached(manifest: Manifest, report: Report): void {
  const policy = calicoPolicyOf(manifest);
  for (const { rules } of policy ? governedRules(policy) : []) {
    for (const { rule, by } of shadowedRules(rules)) {
      if (rule.action === 'log') {
        report({
          manifest,
          field: rule.field,
          what: `this Log rule never logs: ${ruleNames(by)} ${verbOf(by)} all that it matches`,
          why: 'rules are asked in order, and none is asked after one that decides',
          fix: `move it before ${ruleNames(by.slice(0, 1))}`,
        });
      }
    }
  }
}

function reportLogOnly(cluster: Cluster, report: Report): void {
  const model = policyModelOf(cluster);
  const questions = { left: QUESTIONS };
  for (const policy of model.policies) {
    for (const direction of DIRECTIONS) {
      const rules = policy[direction];
      if (!rules?.length || policy.stage !== 'normal' || !rules.every(({ action }) => action === 'log') || !isAlone(policy, direction, model, questions)) {
        continue;
      }
      report({
        manifest: policy.manifest,
        field: ['spec', direction],
        what: `${direction} only logs, and so everything is denied: ${policyTitle(policy)} decides nothing`,
        why: `Log goes on to the next rule, there is none, and no other policy of tier ${policy.tier} decides for what this one selects: the tier ends with Deny`,
        fix: 'add a rule that decides after Log: Allow or Deny, or Pass for the tiers that follow; where a denial is meant, write it as a Deny rule',
      });
    }
  }
}

/** Whether the tier ends with Deny, and no other of its policies may decide for something that this one selects. */
function isAlone(policy: Policy, direction: Direction, { tiers, policies }: PolicyModel, questions: { left: number }): boolean {
  const tier = tiers.find(({ name }) => name === policy.tier)!;
  return tier.exists && tier.end === 'deny' && policies.every((other) => other === policy || other.tier !== policy.tier || other.stage !== policy.stage
    || !other[direction]?.some(({ action }) => action !== 'log') || areApart(policy, other, questions));
}

function areApart(a: Policy, b: Policy, questions: { left: number }): boolean {
  return (a.namespace !== undefined && b.namespace !== undefined && a.namespace !== b.namespace)
    || (questions.left-- > 0 && areDisjoint(a.selector, b.selector));
}
