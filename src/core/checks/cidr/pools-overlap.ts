import { describePool, poolsOf } from './pools-of';
import { PrefixIndex } from '../../cidr';
import { ClusterCheck } from '../check';

/** Calico compares a new pool with all others (libcalico-go clientv3 `ippool.go`, `validateAndSetDefaults`); here n log n. */
export const POOLS_OVERLAP: ClusterCheck = {
  id: 'cidr/pools-overlap',
  severity: 'error',
  summary: 'Two pools of one cluster share addresses.',
  refusedByCluster: true,
  sees: 'cluster',
  run: (cluster, report) => {
    const index = PrefixIndex.of(poolsOf(cluster), (pool) => pool.block);
    for (const { inner, outer, shared, equal } of index.nestings()) {
      report({
        manifest: inner.manifest,
        field: inner.field,
        what: `pool ${inner.block} ${equal ? 'has the same addresses as' : 'lies in'} ${describePool(outer)}`,
        why: `both hold ${shared.toRange()}: Calico's API refuses the second pool; with native CRDs it is taken, `
          + 'and never gives out an address',
        fix: 'give `cidr` of one of them a range that no other pool has',
        layer: 'datastore',
        outcome: 'refused',
      });
    }
  },
};
