import { addressesOf, BlockPool, blockPools, ofFamily } from './block-count';
import { Cluster } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { nodeCount } from '../install/node-count';

/**
 * Each node claims blocks of addresses for its pods (libcalico-go/lib/ipam `ipam.go`, autoAssign). Where none is left it borrows single addresses of
 * other nodes' blocks, unless affinity is strict. Silent where not all pools are known, or not how many nodes there are. One look at each pool.
 */
export const TOO_FEW_BLOCKS: ClusterCheck = {
  id: 'pool/too-few-blocks',
  severity: 'warning',
  summary: 'All pools together have fewer blocks than there are nodes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const nodes = nodeCount(cluster);
    const pools = nodes && blockPools(cluster);
    if (nodes === undefined || pools === undefined) {
      return;
    }
    for (const family of [4, 6] as const) {
      const ofThis = ofFamily(pools, family);
      const blocks = ofThis.reduce((sum, pool) => sum + pool.blocks, 0);
      if (ofThis.length === 0 || blocks >= nodes.atLeast) {
        continue;
      }
      const [greatest] = [...ofThis].sort((a, b) => b.blocks * addressesOf(b) - a.blocks * addressesOf(a));
      const strict = isStrict(cluster);
      const left = nodes.atLeast - blocks;
      report({
        manifest: greatest.manifest,
        field: greatest.field,
        what: `the IPv${family} pools have ${blocks} block${blocks === 1 ? '' : 's'} of ${addressesOf(greatest)} addresses, and ${nodes.saidBy} ${nodes.atLeast} nodes`,
        why: `${left} node${left === 1 ? ' gets' : 's get'} no block: ${strict
          ? 'strictAffinity is on, so pods there get no address'
          : 'pods there borrow single addresses of other nodes\' blocks, each with a route of its own, and Windows nodes can\'t'}`,
        fix: fixOf(greatest, ofThis, nodes.atLeast),
        ...(strict && { severity: 'error' as const }),
      });
    }
  },
};

function isStrict(cluster: Cluster): boolean {
  return calicoObjects(cluster, 'IPAMConfiguration').some(({ spec }) => spec.strictAffinity === true);
}

/** The greatest blocks of the greatest pool that are enough for all nodes. */
function fixOf(greatest: BlockPool, pools: readonly BlockPool[], nodes: number): string {
  const { block, blocks } = greatest;
  const others = pools.reduce((sum, pool) => sum + pool.blocks, -blocks);
  const size = block.length + Math.ceil(Math.log2(Math.max(1, nodes - others)));
  const most = block.family === 4 ? 32 : 128;
  return `${size <= most ? `give pool ${block} blockSize ${size} before the cluster starts, as it can't be changed later; or ` : ''}add a pool`;
}
