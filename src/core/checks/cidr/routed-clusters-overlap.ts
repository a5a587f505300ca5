import { describePool, Pool, poolsOf } from './pools-of';
import { PrefixIndex, readCidr, routedPlanFaults } from '../../cidr';
import { AddressPlan, Cluster } from '../../manifests';
import { AppCheck, Report } from '../check';

/**
 * Clusters that reach each other without translation share one address space. Each pair of routed clusters is looked at once:
 * n log n in its pools and ranges.
 */
export const ROUTED_CLUSTERS_OVERLAP: AppCheck = {
  id: 'cidr/routed-clusters-overlap',
  severity: 'error',
  summary: 'Clusters that are routed to each other have pools or ranges with the same addresses.',
  refusedByCluster: false,
  sees: 'app',
  run: (clusters, report) => {
    const byName = new Map(clusters.flatMap((cluster) => cluster.plan ? [[cluster.plan.name, cluster] as const] : []));
    for (const cluster of [...byName.values()].sort((a, b) => a.name < b.name ? -1 : 1)) {
      for (const otherName of cluster.plan!.routedTo) {
        const other = byName.get(otherName);
        if (other && cluster.name < other.name) {
          comparePools(cluster, other, report);
          comparePoolsWithRanges(cluster, other, report);
          comparePoolsWithRanges(other, cluster, report);
          compareRanges(cluster.plan!, other.plan!, report);
        }
      }
    }
  },
};

const FIX = 'give one of the two clusters other addresses, or take the route between them out if packets are translated on the way';

function comparePools(first: Cluster, second: Cluster, report: Report): void {
  const pools = PrefixIndex.of(poolsOf(first), (pool) => pool.block);
  for (const pool of poolsOf(second)) {
    for (const other of pools.overlapping(pool.block)) {
      reportPool(pool, describePool(other), other.block.length > pool.block.length ? other : pool, first.plan!.name, report);
    }
  }
}

function reportPool(pool: Pool, otherText: string, smaller: { block: Pool['block'] }, planName: string, report: Report): void {
  report({
    manifest: pool.manifest,
    field: pool.field,
    what: `pool ${pool.block} overlaps ${otherText}, of a cluster that is routed to this one (${planName})`,
    why: `both hold ${smaller.block.toRange()}: packets to such an address stay in the cluster that they come from`,
    fix: FIX,
  });
}

/** A plan names the other cluster's pools itself, as a range of another cluster: that is no overlap of two networks. */
function comparePoolsWithRanges(first: Cluster, second: Cluster, report: Report): void {
  const ranges = second.plan!.ranges.filter(({ role }) => role !== 'otherCluster').flatMap((range) => {
    const block = readCidr(range.cidr)?.network;
    return block ? [{ range, block }] : [];
  });
  const index = PrefixIndex.of(ranges, ({ block }) => block);
  for (const pool of poolsOf(first)) {
    for (const other of index.overlapping(pool.block)) {
      const smaller = other.block.length > pool.block.length ? other : pool;
      reportPool(pool, `${other.range.name} ${other.range.cidr}`, smaller, second.plan!.name, report);
    }
  }
}

function compareRanges(first: AddressPlan, second: AddressPlan, report: Report): void {
  for (const { a, b, shared, reason, severity } of routedPlanFaults(first.ranges, second.ranges)) {
    report({
      path: first.name,
      severity,
      what: `${a.name} ${a.cidr} overlaps ${b.name} ${b.cidr} of ${second.name}, which it is routed to`,
      why: `both hold ${shared}: ${reason}`,
      fix: FIX,
    });
  }
}
