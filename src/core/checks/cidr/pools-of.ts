import { installedPools } from './installed-pools';
import { Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { compareText } from '../../policy';
import { calicoObjects } from '../calico-objects';

/** A pool whose addresses can be read; `resource/*` and `install/*` report the others. */
export interface Pool {
  /** The IPPool, the Installation or the DaemonSet that declares it. */
  readonly manifest: Manifest;
  /** Where its addresses are. */
  readonly field: FieldPath;
  /** Empty where the operator chooses the name. */
  readonly name: string;
  readonly block: Prefix;
}

/**
 * The pools of a cluster by where they come from: so that findings don't change with the order of declaration. An IPPool that an install makes
 * as well is one pool.
 */
export function poolsOf(cluster: Cluster): Pool[] {
  const pools: Pool[] = [];
  const seen = new Set<string>();
  for (const manifest of calicoObjects(cluster, 'IPPool')) {
    const block = blockOf(manifest);
    if (block) {
      pools.push({ manifest, block, field: ['spec', 'cidr'], name: manifest.name });
      seen.add(`${manifest.name} ${block}`).add(` ${block}`);
    }
  }
  pools.push(...installedPools(cluster).filter(({ name, block }) => !seen.has(`${name} ${block}`)));
  return pools.map((pool) => ({ pool, key: poolKey(pool) })).sort((a, b) => compareText(a.key, b.key)).map(({ pool }) => pool);
}

/** The addresses of a pool, host bits dropped; undefined where they can't be read. */
export function blockOf(pool: Manifest): Prefix | undefined {
  const { cidr } = pool.spec;
  return typeof cidr === 'string' ? readCidr(cidr)?.network : undefined;
}

/** The pool as findings name it, with the construct where that is known. */
export function describePool({ manifest, name, block }: Pool): string {
  const by = manifest.origin.path === undefined ? '' : ` of ${manifest.origin.path}`;
  return `pool ${name === '' ? block : `${name} (${block})`}${by}`;
}

function poolKey({ manifest, name, block }: Pool): string {
  return JSON.stringify([manifest.origin.path ?? '', name, block.toString()]);
}
