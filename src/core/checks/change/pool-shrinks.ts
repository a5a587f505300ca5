import { countAddresses, subtractBlocks } from '../../cidr';
import { ClusterCheck } from '../check';
import { poolChanges } from './comparable-pools';

/**
 * Addresses that no pool holds any more are neither routed as the pool's nor translated (felix/calc `encapsulation_resolver.go`; natOutgoing goes
 * by the set of all pools). Subtraction of sorted blocks: n log n.
 */
export const POOL_SHRINKS: ClusterCheck = {
  id: 'change/pool-shrinks',
  severity: 'warning',
  summary: 'A pool goes away, and with it addresses that no other pool has.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const change = poolChanges(cluster);
    const kept = change?.after.map(({ block }) => block) ?? [];
    for (const { manifest, key, block, fields } of change?.removed ?? []) {
      const lost = subtractBlocks([block], kept);
      if (lost.length === 0) {
        continue;
      }
      const named = lost.slice(0, 3).join(', ') + (lost.length > 3 ? ` and ${lost.length - 3} more blocks` : '');
      report({
        manifest,
        field: fields.cidr,
        what: `pool ${key === block.toString() ? key : `${key} (${block})`} is not declared any more, and no other pool has ${named}`,
        why: `${countAddresses(lost)} addresses leave the pools: pods that have one lose their encapsulation and the translation of their address, `
          + 'or stay on a pool that nobody declares',
        fix: 'first keep the pool with `disabled: true`, restart the pods that have its addresses, and take it away when none is left',
      });
    }
  },
};
