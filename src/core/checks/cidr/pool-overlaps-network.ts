import { poolsOf } from './pools-of';
import { addToList } from '../../add-to-list';
import { findFreeRoom, Prefix, PrefixIndex, readCidr } from '../../cidr';
import { AddressPlan, PlannedRange } from '../../manifests';
import { ClusterCheck } from '../check';

/** What goes wrong when pods have addresses of such a network. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  nodes: 'traffic to nodes with these addresses goes to pods or nowhere, and those nodes can drop out of the cluster',
  services: 'kube-proxy takes packets to pods with these addresses for packets to Services',
  vpc: 'pods there can\'t reach hosts of the VPC with the same addresses, and the VPC\'s routes win over the pods\'',
  vpn: 'pods there can\'t reach hosts behind the VPN with the same addresses, and replies from those hosts go to pods',
  onPremises: 'pods there can\'t reach on-premises hosts with the same addresses, and replies from those hosts go to pods',
  otherCluster: 'pods of the two clusters can have the same address, so neither reaches the other\'s',
};

/** A plan says where no pod may be. One index of the plan's ranges, one look-up for each pool: n log n, and a finding for each range by name. */
export const POOL_OVERLAPS_NETWORK: ClusterCheck = {
  id: 'cidr/pool-overlaps-network',
  severity: 'error',
  summary: 'A pool shares addresses with a range of the NetworkPlan.',
  refusedByCluster: false,
  sees: 'cluster',
  run: ({ plan, ...cluster }, report) => {
    if (plan === undefined) {
      return;
    }
    const pools = poolsOf(cluster);
    const planned = readRanges(plan);
    const ranges = PrefixIndex.of(planned, (range) => range.block);
    const freeRoom = freeRoomTexts([...pools, ...planned].map(({ block }) => block));
    for (const pool of pools) {
      for (const [name, overlapping] of byName(ranges.overlapping(pool.block))) {
        const [{ range, block }] = overlapping;
        const shared = block.length > pool.block.length ? block : pool.block;
        report({
          manifest: pool.manifest,
          field: pool.field,
          what: `pool ${pool.block} overlaps ${name} ${range.cidr}${more(overlapping.length - 1)} of the plan`,
          why: `both hold ${shared.toRange()}: ${CONSEQUENCES[range.role] ?? 'pods there can\'t reach hosts with the same addresses'}`,
          fix: `give \`cidr\` a range outside the plan${freeRoom(pool.block)}`,
        });
      }
    }
  },
};

interface ReadRange {
  readonly range: PlannedRange;
  readonly block: Prefix;
}

function readRanges(plan: AddressPlan): ReadRange[] {
  return plan.ranges.flatMap((range) => {
    const block = readCidr(range.cidr)?.network;
    return block ? [{ range, block }] : [];
  });
}

/** Ranges of one name are one network: its first range stands for all, in the order of addresses. */
function byName(ranges: readonly ReadRange[]): Map<string, ReadRange[]> {
  const groups = new Map<string, ReadRange[]>();
  for (const range of [...ranges].sort((a, b) => a.block.compare(b.block))) {
    addToList(groups, range.range.name, range);
  }
  return groups;
}

function more(count: number): string {
  return count === 0 ? '' : ` and ${count} more of its ranges`;
}

/**
 * What is really free, as far as plan and pools tell; ranges that machines often use by themselves are passed over, and named. Pools of one
 * size get one answer, so many overlapping pools cost no more than one.
 */
function freeRoomTexts(taken: readonly Prefix[]): (block: Prefix) => string {
  const known = new Map<string, string>();
  return ({ family, length }) => {
    const key = `${family}/${length}`;
    if (!known.has(key)) {
      known.set(key, freeRoomText(family, length, taken));
    }
    return known.get(key)!;
  };
}

function freeRoomText(family: 4 | 6, length: number, taken: readonly Prefix[]): string {
  const room = findFreeRoom(family, length, taken, 3);
  if (room === undefined) {
    return '; no private range has as much room, so make the pool smaller';
  }
  const leftOut = room.leftOut.map(({ cidr, name }) => `${cidr}, ${name}`).join('; ');
  return `; free in ${room.within}: ${room.blocks.join(', ')}${leftOut === '' ? '' : ` (not ${leftOut})`}`;
}
