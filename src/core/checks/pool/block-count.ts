import { isForPods } from './is-for-pods';
import { Family, Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, JsonObject, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { installObjects } from '../install/install-objects';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/** A pool that pods get addresses of, in blocks that nodes claim. */
export interface BlockPool {
  readonly manifest: Manifest;
  /** Where the size of its blocks is, or would be. */
  readonly field: FieldPath;
  readonly block: Prefix;
  /** Prefix length of its blocks. */
  readonly blockSize: number;
  /** How many there are. */
  readonly blocks: number;
}

/** Prefix length of blocks where none is said (libcalico-go clientv3 ippool.go). */
const DEFAULT_SIZE = { 4: 26, 6: 122 } as const;

/**
 * The pools of a cluster that pods get addresses of; undefined where there may be others, or nothing can be read of one. A pool that is there twice,
 * by an Installation and as an IPPool, counts once. One look at each object.
 */
export function blockPools(cluster: Cluster): BlockPool[] | undefined {
  const objects = installObjects(cluster);
  const found: (BlockPool | undefined)[] = calicoObjects(cluster, 'IPPool').filter(({ spec }) => isForPods(spec))
    .map((manifest) => poolOf(manifest, ['spec', 'blockSize'], manifest.spec.cidr, manifest.spec.blockSize));
  for (const { manifest, network, pools, cni, ipam } of objects.installations.map(readInstallation)) {
    if (cni !== 'Calico' || ipam !== 'Calico' || network.ipPools === undefined) {
      return undefined;
    }
    found.push(...pools.filter(({ fields }) => isForPods(fields as JsonObject)).map(({ index, cidr, fields }) =>
      poolOf(manifest, ['spec', 'calicoNetwork', 'ipPools', index, 'blockSize'], cidr, fields.blockSize)));
  }
  for (const { manifest, value, field } of objects.nodes.map((node) => readNode(node, objects))) {
    const cidrs = ([4, 6] as const).map((version) => value(`CALICO_IPV${version}POOL_CIDR`));
    if (value('USE_POD_CIDR') === 'true' || (cidrs.every((cidr) => cidr === undefined) && value('NO_DEFAULT_POOLS') !== 'true')) {
      return undefined;
    }
    for (const [index, cidr] of cidrs.entries()) {
      const variable = `CALICO_IPV${[4, 6][index]}POOL_BLOCK_SIZE`;
      if (cidr !== undefined && cidr !== 'none') {
        found.push(poolOf(manifest, field(variable), cidr, value(variable) === undefined ? undefined : Number(value(variable))));
      }
    }
  }
  const byBlock = new Map<string, BlockPool>();
  for (const pool of found) {
    if (pool === undefined) {
      return undefined;
    }
    const key = pool.block.toString();
    byBlock.set(key, byBlock.get(key) ?? pool);
  }
  return [...byBlock.values()];
}

function poolOf(manifest: Manifest, field: FieldPath, cidr: unknown, given: unknown): BlockPool | undefined {
  const block = typeof cidr === 'string' ? readCidr(cidr)?.network : undefined;
  if (block === undefined) {
    return undefined;
  }
  const blockSize = given === undefined ? DEFAULT_SIZE[block.family] : given;
  const fits = typeof blockSize === 'number' && Number.isInteger(blockSize) && blockSize >= block.length && blockSize <= (block.family === 4 ? 32 : 128);
  return fits ? { manifest, field, block, blockSize, blocks: 2 ** (blockSize - block.length) } : undefined;
}

/** How many addresses a block has. */
export function addressesOf({ blockSize, block: { family } }: Pick<BlockPool, 'blockSize' | 'block'>): number {
  return 2 ** ((family === 4 ? 32 : 128) - blockSize);
}

/** The pools of a family. */
export function ofFamily(pools: readonly BlockPool[], family: Family): BlockPool[] {
  return pools.filter(({ block }) => block.family === family);
}
