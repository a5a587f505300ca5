import { ClusterCheck } from '../check';
import { poolChanges } from './comparable-pools';

/**
 * Blocks are cut when nodes claim them (libcalico-go clientv3 `ippool.go`, `validateAndSetDefaults`; api/pkg/apis/projectcalico/v3 `ippool.go`, the
 * rule on `blockSize`). One look at each pool.
 */
export const POOL_BLOCK_SIZE: ClusterCheck = {
  id: 'change/pool-block-size',
  severity: 'error',
  summary: 'The size of the blocks of a pool that exists is changed.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    for (const { before, after } of poolChanges(cluster)?.changed ?? []) {
      if (before.blockSize === after.blockSize || !before.block.equals(after.block)) {
        continue;
      }
      const what = `blocks of pool ${after.key} are /${before.blockSize}, and are to become /${after.blockSize}`;
      report(after.firstStart ? {
        manifest: after.manifest,
        field: after.fields.blockSize,
        severity: 'warning',
        what,
        why: 'calico-node reads this variable only where there is no pool yet: the pool that exists keeps its block size',
        fix: `leave ${before.blockSize} here, and add an IPPool with the new block size`,
      } : {
        manifest: after.manifest,
        field: after.fields.blockSize,
        what,
        why: 'nodes have claimed blocks of the old size: Calico refuses another `blockSize` for a pool that exists',
        fix: `leave \`blockSize\` at ${before.blockSize}; for other blocks add a pool of another name and other addresses, and move the pods there`,
        layer: 'datastore',
        outcome: 'refused',
      });
    }
  },
};
