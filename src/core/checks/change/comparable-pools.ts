import { Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, JsonObject, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { installObjects } from '../install/install-objects';
import { isIpip, isVxlan, readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/** A pool as an earlier or later state of a cluster declares it. */
export interface ComparablePool {
  readonly manifest: Manifest;
  /** The name of its IPPool; the addresses, where the operator chooses the name. */
  readonly key: string;
  readonly block: Prefix;
  readonly blockSize: number;
  /** What packets between its pods are put into, in words. */
  readonly encapsulation: string;
  readonly fields: { readonly cidr: FieldPath; readonly blockSize: FieldPath; readonly encapsulation: FieldPath };
  /** True where it is only a wish for the first start of the cluster: variables of calico-node. */
  readonly firstStart: boolean;
}

/** A pool before and after a change. */
export interface PoolChange {
  readonly before: ComparablePool;
  readonly after: ComparablePool;
}

interface Change {
  readonly changed: readonly PoolChange[];
  readonly removed: readonly ComparablePool[];
  readonly after: readonly ComparablePool[];
}

const changes = new WeakMap<Cluster, Change>();

/** How the pools of a cluster change, found once for all checks; undefined where nothing is known of an earlier state. Grows with the pools. */
export function poolChanges(cluster: Cluster): Change | undefined {
  if (cluster.before === undefined) {
    return undefined;
  }
  let change = changes.get(cluster);
  if (change === undefined) {
    const before = poolsOf({ name: '', manifests: cluster.before });
    const after = poolsOf(cluster);
    change = {
      changed: [...after.values()].flatMap((pool) => before.has(pool.key) ? [{ before: before.get(pool.key)!, after: pool }] : []),
      removed: [...before.values()].filter(({ key }) => !after.has(key)),
      after: [...after.values()],
    };
    changes.set(cluster, change);
  }
  return change;
}

/** Pools by their keys; an IPPool comes before what an install says of the pool of that name. */
function poolsOf(cluster: Cluster): ReadonlyMap<string, ComparablePool> {
  const pools = new Map<string, ComparablePool>();
  for (const pool of [...firstPools(cluster), ...installationPools(cluster), ...declaredPools(cluster)]) {
    pools.set(pool.key, pool);
  }
  return pools;
}

function declaredPools(cluster: Cluster): ComparablePool[] {
  return calicoObjects(cluster, 'IPPool').flatMap((manifest) => {
    const { cidr, blockSize, ipipMode, vxlanMode } = manifest.spec;
    const fields = { cidr: ['spec', 'cidr'], blockSize: ['spec', 'blockSize'], encapsulation: ['spec', textOf(vxlanMode) ? 'vxlanMode' : 'ipipMode'] };
    return poolOf({ manifest, fields, firstStart: false }, manifest.name, cidr, blockSize, modesInWords(ipipMode, vxlanMode));
  });
}

function installationPools(cluster: Cluster): ComparablePool[] {
  return installObjects(cluster).installations.map(readInstallation).flatMap(({ manifest, pools }) => pools.flatMap((pool) => {
    const at = (field: string) => ['spec', 'calicoNetwork', 'ipPools', pool.index, field];
    const fields = { cidr: at('cidr'), blockSize: at('blockSize'), encapsulation: at('encapsulation') };
    const mode = pool.encapsulation.endsWith('CrossSubnet') ? 'CrossSubnet' : 'Always';
    const words = modesInWords(isIpip(pool.encapsulation) ? mode : '', isVxlan(pool.encapsulation) ? mode : '');
    return poolOf({ manifest, fields, firstStart: false }, textOf(pool.fields.name), pool.cidr, pool.fields.blockSize, words);
  }));
}

function firstPools(cluster: Cluster): ComparablePool[] {
  const objects = installObjects(cluster);
  return objects.nodes.map((node) => readNode(node, objects)).flatMap(({ manifest, value, field }) => ([4, 6] as const).flatMap((version) => {
    const variable = (name: string) => `CALICO_IPV${version}POOL_${name}`;
    const fields = { cidr: field(variable('CIDR')), blockSize: field(variable('BLOCK_SIZE')), encapsulation: field(variable('VXLAN')) };
    const words = modesInWords(value(variable('IPIP')), value(variable('VXLAN')));
    const size = Number(value(variable('BLOCK_SIZE')) ?? Number.NaN);
    return poolOf({ manifest, fields, firstStart: true }, `default-ipv${version}-ippool`, value(variable('CIDR')), size, words);
  }));
}

function poolOf(
  known: Pick<ComparablePool, 'manifest' | 'fields' | 'firstStart'>, name: string, cidr: unknown, blockSize: unknown, encapsulation: string,
): ComparablePool[] {
  const block = readCidr(textOf(cidr))?.network;
  if (block === undefined) {
    return [];
  }
  const size = typeof blockSize === 'number' && blockSize > 0 ? blockSize : block.family === 4 ? 26 : 122;
  return [{ ...known, key: name === '' ? block.toString() : name, block, blockSize: size, encapsulation }];
}

function modesInWords(ipip: unknown, vxlan: unknown): string {
  const words = ([['IP in IP', ipip], ['VXLAN', vxlan]] as const).flatMap(([name, mode]) => {
    const text = textOf(mode);
    return text === '' || text === 'Never' ? [] : [text === 'CrossSubnet' ? `${name} between subnets` : name];
  });
  return words.join(' and ') || 'no encapsulation';
}

function textOf(value: JsonObject[string]): string {
  return typeof value === 'string' ? value : '';
}
