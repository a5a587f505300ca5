import { Prefix, readCidr } from '../../cidr';
import { Cluster, Manifest } from '../../manifests';

/** A pool whose addresses can be read; `resource/*` reports the others. */
export interface Pool {
  readonly manifest: Manifest;
  readonly block: Prefix;
}

/** The pools of a cluster by where they come from: so that findings don't change with the order of declaration. */
export function poolsOf(cluster: Cluster): Pool[] {
  const pools: Pool[] = [];
  for (const manifest of cluster.manifests) {
    if (manifest.isCalico && manifest.kind === 'IPPool') {
      const block = blockOf(manifest);
      if (block) {
        pools.push({ manifest, block });
      }
    }
  }
  return pools.sort((a, b) => compareText(poolKey(a), poolKey(b)));
}

/** The addresses of a pool, host bits dropped; undefined where they can't be read. */
export function blockOf(pool: Manifest): Prefix | undefined {
  const { cidr } = pool.spec;
  return typeof cidr === 'string' ? readCidr(cidr)?.network : undefined;
}

/** The pool as findings name it, with the construct where that is known. */
export function describePool({ manifest, block }: Pool): string {
  const by = manifest.origin.path === undefined ? '' : ` of ${manifest.origin.path}`;
  return `pool ${manifest.name} (${block})${by}`;
}

function poolKey({ manifest }: Pool): string {
  return JSON.stringify([manifest.origin.path ?? '', manifest.name]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
