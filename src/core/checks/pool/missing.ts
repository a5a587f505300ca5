import { Family, Prefix, readCidr } from '../../cidr';
import { printValue } from '../../schema/printed-value';
import { ClusterCheck } from '../check';
import { KnownPool, knownPools } from '../known-pools';
import { likelyNames } from '../likely-name';
import { listedPools, poolAnnotationsOf } from '../pool-annotations';

/**
 * Calico finds the pools of an annotation by name or by exactly their block, and takes enabled ones only (cni-plugin/internal/pkg/utils
 * `ResolvePools`; libcalico-go/lib/ipam `ipam.go`, `determinePools`). Says nothing of a family without a pool among the objects: its
 * pools are elsewhere. One look at each listed pool.
 */
export const POOL_MISSING: ClusterCheck = {
  id: 'pool/missing',
  severity: 'warning',
  summary: 'An annotation picks a pool that no object declares, or one that is disabled.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const { pools, complete } = knownPools(cluster);
    if (!complete || pools.length === 0 || pools.some(({ name }) => name === '')) {
      return;
    }
    const families = { 4: indexed(pools, 4), 6: indexed(pools, 6) };
    for (const manifest of cluster.manifests) {
      for (const { field, key, family, text } of poolAnnotationsOf(manifest)) {
        const { names, blocks, likely } = families[family];
        for (const item of names.size === 0 ? [] : listedPools(text) ?? []) {
          const block: Prefix | undefined = readCidr(item)?.network;
          if (block !== undefined && block.family !== family) {
            continue;
          }
          const pool = block === undefined ? names.get(item) : blocks.get(block.toString());
          if (pool !== undefined && !pool.disabled) {
            continue;
          }
          const meant = pool === undefined && block === undefined ? likely(item) : undefined;
          report({
            manifest,
            field,
            what: pool === undefined
              ? `${key} lists ${printValue(item)}, and no IPv${family} pool has that ${block === undefined ? 'name' : 'block'}`
              : `${key} lists ${printValue(item)}, and the pool ${pool.name} is disabled`,
            why: manifest.kind === 'Service' ? 'Calico gives this Service no address' : 'no pod with this annotation starts: Calico gives it no address',
            fix: pool === undefined
              ? `${meant === undefined ? 'give the name of a pool' : `write ${meant}`}; acknowledge this where the pool is declared elsewhere`
              : 'enable the pool, or name another',
          });
        }
      }
    }
  },
};

interface PoolsOfFamily {
  readonly names: ReadonlyMap<string, KnownPool>;
  readonly blocks: ReadonlyMap<string, KnownPool>;
  readonly likely: (name: string) => string | undefined;
}

function indexed(pools: readonly KnownPool[], family: Family): PoolsOfFamily {
  const ofFamily = pools.filter(({ block }) => block.family === family);
  const names = new Map(ofFamily.map((pool) => [pool.name, pool]));
  return { names, blocks: new Map(ofFamily.map((pool) => [pool.block.toString(), pool])), likely: likelyNames(() => names.keys()) };
}
