import { addressesOf, BlockPool, blockPools, ofFamily } from './block-count';
import { Cluster } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';

/** A kubelet takes so many pods where its configuration doesn't say otherwise (kubelet `maxPods`). */
const PODS_OF_A_NODE = 110;

/**
 * With `maxBlocksPerHost`, a node's pods get no more addresses than its blocks have (libcalico-go/lib/ipam `ipam.go`, ErrBlockLimit). Silent where
 * not all pools are known. One look at each object.
 */
export const TOO_SMALL_FOR_NODE: ClusterCheck = {
  id: 'pool/too-small-for-node',
  severity: 'advice',
  summary: 'With maxBlocksPerHost, the blocks of a node have fewer addresses than it can run pods.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const limited = calicoObjects(cluster, 'IPAMConfiguration').filter(({ spec }) => typeof spec.maxBlocksPerHost === 'number' && spec.maxBlocksPerHost > 0);
    const pools = limited.length === 0 ? undefined : blockPools(cluster);
    for (const manifest of pools === undefined ? [] : limited) {
      const limit = manifest.spec.maxBlocksPerHost as number;
      const { pods, said } = podsOfANode(cluster);
      for (const family of [4, 6] as const) {
        const [greatest] = ofFamily(pools!, family).sort((a, b) => a.blockSize - b.blockSize);
        if (greatest === undefined || limit * addressesOf(greatest) >= pods) {
          continue;
        }
        report({
          manifest,
          field: ['spec', 'maxBlocksPerHost'],
          what: `a node gets ${limit} block${limit === 1 ? '' : 's'} of ${addressesOf(greatest)} IPv${family} addresses at most, ${limit * addressesOf(greatest)} in all, and `
            + `${said ? 'its kubelet is configured for' : 'a kubelet takes'} ${pods} pods`,
          why: `pod ${limit * addressesOf(greatest) + 1} of a node gets no address and doesn't start, though the pool has some left`,
          fix: fixOf(greatest, limit, pods),
          ...(said && { severity: 'warning' as const }),
        });
      }
    }
  },
};

function podsOfANode({ manifests }: Cluster): { readonly pods: number; readonly said: boolean } {
  const said = manifests.filter(({ kind, group }) => kind === 'KubeletConfiguration' && group === 'kubelet.config.k8s.io')
    .flatMap(({ object: { maxPods } }) => typeof maxPods === 'number' ? [maxPods] : []);
  return said.length === 0 ? { pods: PODS_OF_A_NODE, said: false } : { pods: Math.max(...said), said: true };
}

function fixOf(greatest: BlockPool, limit: number, pods: number): string {
  const most = greatest.block.family === 4 ? 32 : 128;
  const size = most - Math.ceil(Math.log2(pods / limit));
  return `write ${Math.ceil(pods / addressesOf(greatest))} or more`
    + `${size >= greatest.block.length ? `, or give the pool blockSize ${size} before the cluster starts` : ''}; or leave maxBlocksPerHost out, or lower the kubelet's maxPods`;
}
