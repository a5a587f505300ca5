import { calicoObjects, namesOf } from '../calico-objects';
import { ClusterCheck } from '../check';
import { TIERED_KINDS } from './missing';

/**
 * By convention the name of a policy starts with its tier and a dot, and Calico before 3.32 took the tier from there. Now `spec.tier` alone
 * counts, and without it the policy is in `default` (libcalico-go/lib/names `policy.go`, `TierOrDefault`). One look at each policy.
 */
export const TIER_LEFT_OUT: ClusterCheck = {
  id: 'tier/left-out',
  severity: 'warning',
  summary: 'A policy is named after a tier, and names no tier, so it is in the tier default.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const declared = namesOf(cluster, 'Tier');
    if (declared.size === 0) {
      return;
    }
    for (const kind of TIERED_KINDS) {
      for (const manifest of calicoObjects(cluster, kind)) {
        const tier = manifest.name.slice(0, Math.max(0, manifest.name.indexOf('.')));
        if ((manifest.spec.tier ?? '') !== '' || tier === 'default' || !declared.has(tier)) {
          continue;
        }
        report({
          manifest,
          field: ['spec', 'tier'],
          what: `${manifest.name} has the name of a policy of tier ${tier}, and no \`tier\``,
          why: 'Calico goes by `tier` alone: this policy is in the tier default, and acts in another place than its name says',
          fix: `add tier: ${tier}, or choose a name without "${tier}."`,
        });
      }
    }
  },
};
