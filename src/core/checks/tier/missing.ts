import { calicoObjects, namesOf } from '../calico-objects';
import { ClusterCheck } from '../check';
import { likelyNames } from '../likely-name';

/** Kinds that stand in a tier of their choice. */
export const TIERED_KINDS = ['NetworkPolicy', 'GlobalNetworkPolicy', 'StagedNetworkPolicy', 'StagedGlobalNetworkPolicy'];

/** Tiers that Calico creates by itself (libcalico-go clientv3 `client.go`, `EnsureInitialized`), and the operator's own. */
const BUILT_IN = new Set(['default', 'kube-admin', 'kube-baseline', 'calico-system']);

/** Calico 3.32 gave the operator's tier another name (release notes of v3.32.0). */
const RENAMED = new Map([['allow-tigera', 'calico-system']]);

/**
 * Calico asks for the tier before it creates a policy (libcalico-go clientv3 `networkpolicy.go` and its three siblings, `Create`). Felix
 * keeps policies of an unknown tier behind all known ones, and denies what they don't decide (felix/calc `policy_sorter.go`, `TierLess`).
 * One look at each policy.
 */
export const TIER_MISSING: ClusterCheck = {
  id: 'tier/missing',
  severity: 'warning',
  summary: 'A policy names a tier that no object declares and that isn\'t built in.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const declared = namesOf(cluster, 'Tier');
    const likely = likelyNames(() => [...declared, ...BUILT_IN]);
    for (const kind of TIERED_KINDS) {
      for (const manifest of calicoObjects(cluster, kind)) {
        const { tier } = manifest.spec;
        if (typeof tier !== 'string' || tier === '' || declared.has(tier) || BUILT_IN.has(tier)) {
          continue;
        }
        const meant = RENAMED.get(tier) ?? likely(tier);
        report({
          manifest,
          field: ['spec', 'tier'],
          what: `there is no tier ${JSON.stringify(tier)} among the objects given${RENAMED.has(tier) ? `; Calico 3.32 calls it ${meant}` : ''}`,
          why: 'Calico\'s API refuses a policy whose tier doesn\'t exist; with native CRDs it is taken, comes after all other tiers, '
            + 'and what it selects and doesn\'t decide is denied',
          fix: meant === undefined
            ? `add a Tier named ${tier}; acknowledge this where the tier is created elsewhere`
            : `write tier: ${meant}, or add a Tier named ${tier}; acknowledge this where the tier is created elsewhere`,
          ...(meant !== undefined && { corrected: meant }),
        });
      }
    }
  },
};
