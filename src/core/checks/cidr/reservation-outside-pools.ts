import { Family, PrefixIndex, readCidrOrAddress } from '../../cidr';
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
    const index = PrefixIndex.of(pools, ({ block }) => block);
    const families = new Set<Family>(pools.map(({ block }) => block.family));
    for (const manifest of reservations) {
      const { reservedCIDRs } = manifest.spec;
      for (const [position, text] of (Array.isArray(reservedCIDRs) ? reservedCIDRs : []).entries()) {
        const block = typeof text === 'string' ? readCidrOrAddress(text)?.network : undefined;
        if (block === undefined || !families.has(block.family) || index.overlapping(block).length > 0) {
          continue;
        }
        report({
          manifest,
          field: ['spec', 'reservedCIDRs', position],
          what: `${block.isHost ? block.toAddress() : block} lies in no pool: ${poolsText(pools.filter((pool) => pool.block.family === block.family))}`,
          why: 'Calico gives out addresses of pools only, so there is nothing to reserve here; the addresses that were meant can still be given to pods',
          fix: 'correct the addresses; acknowledge this where the pool is declared elsewhere',
        });
      }
    }
  },
};

/** A few pools by name, so that one sees at once which of them was meant. */
function poolsText(pools: readonly KnownPool[]): string {
  const shown = pools.map(({ name, block }) => name === '' ? `${block}` : `${name} has ${block}`).sort().slice(0, 3);
  return pools.length > shown.length ? `${shown.join(', ')} and ${pools.length - shown.length} more` : shown.join(', ');
}
