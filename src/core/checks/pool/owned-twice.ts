import { readCidr } from '../../cidr';
import { Cluster, JsonObject, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { installObjects } from '../install/install-objects';
import { isIpip, isVxlan, InstalledPool, readInstallation } from '../install/read-installation';

/**
 * The operator makes the pools of an Installation its own, and refuses to touch one that differs and isn't (tigera operator
 * pkg/controller/ippool/pool_controller.go, Reconcile). Pools with the same addresses and two names are `cidr/pools-overlap`. One look at each pool.
 */
export const OWNED_TWICE: ClusterCheck = {
  id: 'pool/owned-twice',
  severity: 'warning',
  summary: 'A pool is in an Installation, which the operator keeps as it says, and is an IPPool of its own as well.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const { byName, byBlock } = declaredPools(cluster);
    for (const { manifest, pools } of installObjects(cluster).installations.map(readInstallation)) {
      for (const pool of byName.size === 0 ? [] : pools) {
        const name = typeof pool.fields.name === 'string' ? pool.fields.name : undefined;
        const block = blockText(pool.cidr);
        const other = name === undefined ? byBlock.get(block) : byName.get(name);
        if (other === undefined) {
          continue;
        }
        const different = differences(pool, block, other.spec);
        report({
          manifest: other,
          field: ['metadata', 'name'],
          what: `IPPool ${other.name} is also pool ${pool.index + 1} of Installation ${manifest.name}${different.length === 0 ? '' : `, with another ${different.join(', ')}`}`,
          why: different.length === 0
            ? 'the operator labels the pool as its own, and from then on undoes what you change of the IPPool, or deletes it when the Installation no longer has it'
            : 'the operator either overwrites the IPPool, or leaves it and reports the Installation as degraded: which depends on who made it first',
          fix: 'leave the IPPool out and change the pool in the Installation, or take it out of ipPools there and keep the IPPool',
          ...(different.length > 0 && { severity: 'error' as const }),
        });
      }
    }
  },
};

function declaredPools(cluster: Cluster): { readonly byName: ReadonlyMap<string, Manifest>; readonly byBlock: ReadonlyMap<string, Manifest> } {
  const declared = calicoObjects(cluster, 'IPPool');
  return {
    byName: new Map(declared.map((pool) => [pool.name, pool])),
    byBlock: new Map(declared.map((pool) => [blockText(String(pool.spec.cidr)), pool])),
  };
}

function blockText(cidr: string): string {
  return readCidr(cidr)?.network.toString() ?? cidr;
}

/** Fields of the IPPool that aren't what the Installation's pool makes of them; what the Installation leaves to the operator isn't compared. */
function differences({ encapsulation, isIpv6, fields }: InstalledPool, block: string, spec: JsonObject): string[] {
  const mode = (always: string, is: boolean) => is ? (encapsulation === always ? 'Always' : 'CrossSubnet') : 'Never';
  const pairs: [string, unknown, unknown][] = [
    ['cidr', block, blockText(String(spec.cidr))],
    ['ipipMode', mode('IPIP', isIpip(encapsulation)), spec.ipipMode ?? 'Never'],
    ['vxlanMode', mode('VXLAN', isVxlan(encapsulation)), spec.vxlanMode ?? 'Never'],
    ['blockSize', fields.blockSize ?? (isIpv6 ? 122 : 26), spec.blockSize ?? (isIpv6 ? 122 : 26)],
    ...(fields.natOutgoing === undefined ? [] : [['natOutgoing', fields.natOutgoing === 'Enabled', spec.natOutgoing ?? false] as [string, unknown, unknown]]),
    ['nodeSelector', fields.nodeSelector ?? 'all()', spec.nodeSelector ?? 'all()'],
  ];
  return pairs.filter(([, installed, declared]) => installed !== declared).map(([name]) => name);
}
