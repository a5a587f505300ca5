import { planFaults } from '../../cidr';
import { ClusterCheck } from '../check';

/** Which ranges may lie in each other, and which may not: `src/core/cidr/address-plan.ts`. */
export const PLAN_RANGES_OVERLAP: ClusterCheck = {
  id: 'cidr/plan-ranges-overlap',
  severity: 'error',
  summary: 'Two ranges of a NetworkPlan share addresses and can\'t both work, such as services and nodes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: ({ plan }, report) => {
    for (const { a, b, shared, reason, severity } of planFaults(plan?.ranges ?? [])) {
      report({
        path: plan!.name,
        severity,
        what: `${a.name} ${a.cidr} overlaps ${b.name} ${b.cidr} of the plan`,
        why: `both hold ${shared}: ${reason}`,
        fix: 'correct the range that the plan has wrong, or move one of the two networks',
      });
    }
  },
};
