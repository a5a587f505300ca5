import { calicoObjects, namesOf } from '../calico-objects';
import { ClusterCheck } from '../check';
import { TIERED_KINDS } from '../tier/missing';

/** A tier goes only when no policy is in it (libcalico-go clientv3 `tier.go`, `Delete`). One look at each policy. */
export const TIER_REMOVED: ClusterCheck = {
  id: 'change/tier-removed',
  severity: 'warning',
  summary: 'A tier goes away that policies are in.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (cluster.before === undefined) {
      return;
    }
    const before = { name: '', manifests: cluster.before };
    const kept = namesOf(cluster, 'Tier');
    for (const manifest of calicoObjects(before, 'Tier')) {
      if (kept.has(manifest.name)) {
        continue;
      }
      const inIt = TIERED_KINDS.flatMap((kind) => calicoObjects(before, kind).filter(({ spec }) => spec.tier === manifest.name));
      if (inIt.length === 0) {
        continue;
      }
      const [first] = inIt;
      report({
        manifest,
        what: `tier ${manifest.name} is not declared any more, and ${inIt.length === 1 ? 'a policy is' : `${inIt.length} policies are`} in it, `
          + `such as ${first.kind}/${first.name}`,
        why: 'Calico refuses to delete a tier that policies are in; a policy that is put into another tier acts among other neighbours, and where '
          + 'it doesn\'t decide, another default does',
        fix: 'keep the tier until its policies are deleted or moved, then take it away in a change of its own',
      });
    }
  },
};
