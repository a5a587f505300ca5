import { Family, minimalBlocks, Prefix, readCidrOrAddress } from '../../cidr';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { KnownPool, knownPools } from '../known-pools';

/**
 * Reservations only take addresses out of pools (libcalico-go/lib/ipam `ipam.go`, `getReservedIPs`). Says nothing of a family without
 * a pool among the objects: its pools are elsewhere. n log n in pools and reservations.
 */
export const RESERVATION_OUTSIDE_POOLS: ClusterCheck = {
  id: 'cidr/reservation-outside-pools',
  severity: 'warning',
  summary: 'An IPReservation reserves addresses that no pool has.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const reservations = calicoObjects(cluster, 'IPReservation');
    if (reservations.length === 0) {
      return;
    }
    const { pools, complete } = knownPools(cluster);
    if (!complete) {
      return;
    }
    const addresses = minimalBlocks(pools.map(({ block }) => block));
    const texts: Record<Family, string> = { 4: poolsText(pools, 4), 6: poolsText(pools, 6) };
    for (const manifest of reservations) {
      const { reservedCIDRs } = manifest.spec;
      for (const [position, text] of (Array.isArray(reservedCIDRs) ? reservedCIDRs : []).entries()) {
        const block = typeof text === 'string' ? readCidrOrAddress(text)?.network : undefined;
        if (block === undefined || texts[block.family] === '' || shareAddress(addresses, block)) {
          continue;
        }
        report({
          manifest,
          field: ['spec', 'reservedCIDRs', position],
          what: `${block.isHost ? block.toAddress() : block} lies in no pool: ${texts[block.family]}`,
          why: 'Calico gives out addresses of pools only, so there is nothing to reserve here; the addresses that were meant can still be given to pods',
          fix: 'correct the addresses; acknowledge this where the pool is declared elsewhere',
        });
      }
    }
  },
};

/** Whether one of the disjoint blocks, in their order, shares an address with a block. */
function shareAddress(blocks: readonly Prefix[], block: Prefix): boolean {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (blocks[middle].compare(block) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return (low < blocks.length && block.contains(blocks[low])) || (low > 0 && blocks[low - 1].contains(block));
}

/** A few pools of a family by name, so that one sees at once which of them was meant. Empty where there are none. */
function poolsText(pools: readonly KnownPool[], family: Family): string {
  const texts = pools.filter(({ block }) => block.family === family).map(({ name, block }) => name === '' ? `${block}` : `${name} has ${block}`).sort();
  const shown = texts.slice(0, 3).join(', ');
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown;
}
