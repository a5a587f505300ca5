import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';
import { calicoPolicyOf, governedRules } from './rules/calico-policy';
import { PoliciesBeside } from './rules/policies-beside';
import { ruleNames, shadowedRules, verbOf } from './rules/shadowing';
import { DIRECTIONS, isLogRule, writtenTraits } from './rules/written-traits';
import { Cluster, isObject, Manifest } from '../../manifests';
import { Direction, Policy, policyTitle } from '../../policy';
import { areDisjoint } from '../../policy/implied-selector';

/** Pairs of policies that a cluster may cost; beyond it nothing is proved. */
const PAIRS = 5_000;

/**
 * Log writes a line and goes on to the next rule. Where no rule follows, the end of the tier decides, and that of `default` is Deny; behind a rule
 * that decides all, nothing is written. One look at each policy; those that only log are held against the others of their tier that decide something,
 * are global or in their namespace, up to 5,000 pairs.
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
  const tiers = new Map(model.tiers.map((tier) => [tier.name, tier]));
  const pairs = { left: PAIRS };
  for (const direction of DIRECTIONS) {
    const deciding = new Map(model.tiers.map(({ name }) => [name, new PoliciesBeside()]));
    model.policies.filter((policy) => policy.stage === 'normal' && decides(policy, direction)).forEach((policy) => deciding.get(policy.tier)!.add(policy));
    for (const policy of model.policies) {
      const { exists, end } = tiers.get(policy.tier)!;
      const isLast = exists && end === 'deny' && policy.stage === 'normal' && (policy[direction]?.length ?? 0) > 0 && !decides(policy, direction);
      if (isLast && areApart(policy, deciding.get(policy.tier)!.of(policy), pairs)) {
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
}

function decides(policy: Policy, direction: Direction): boolean {
  return policy[direction]?.some(({ action }) => action !== 'log') ?? false;
}

/** Whether it is proved that a policy and others select nothing in common. */
function areApart(policy: Policy, others: Iterable<Policy>, pairs: { left: number }): boolean {
  for (const other of others) {
    if (pairs.left-- <= 0 || !areDisjoint(policy.selector, other.selector)) {
      return false;
    }
  }
  return true;
}
