import { ClusterCheck } from '../check';
import { poolChanges } from './comparable-pools';

/**
 * A pool keeps its addresses (libcalico-go clientv3 `ippool.go`, `validateAndSetDefaults`; api/pkg/apis/projectcalico/v3 `ippool.go`, the rule on
 * `cidr`). One look at each pool.
 */
export const POOL_CIDR: ClusterCheck = {
  id: 'change/pool-cidr',
  severity: 'error',
  summary: 'The addresses of a pool that exists are changed.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { before, after } of poolChanges(cluster)?.changed ?? []) {
      if (before.block.equals(after.block)) {
        continue;
      }
      const what = `pool ${after.key} is ${before.block}, and is to become ${after.block}`;
      if (after.firstStart) {
        report({
          manifest: after.manifest,
          field: after.fields.cidr,
          severity: 'warning',
          what,
          why: 'calico-node reads this variable only where there is no pool yet: the pool that exists stays as it is',
          fix: `leave ${before.block} here, and add an IPPool for the new addresses`,
        });
      } else {
        report({
          manifest: after.manifest,
          field: after.fields.cidr,
          what,
          why: 'pods have addresses of the pool, and nodes have blocks of it: Calico refuses another `cidr` for a pool that exists',
          fix: `leave this pool, add one of another name with ${after.block}, set \`disabled\` on this one, restart its pods, then delete it`,
          layer: 'datastore',
          outcome: 'refused',
        });
      }
    }
  },
};
