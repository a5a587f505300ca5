import { isForPods } from './is-for-pods';
import { readCidr } from '../../cidr';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { InstallObjects, installObjects, textAt } from '../install/install-objects';
import { podCidrs } from '../install/pod-cidrs';
import { readInstallation } from '../install/read-installation';
import { usesEbpf } from '../install/uses-ebpf';

/**
 * kube-proxy takes packets from addresses outside its `clusterCIDR` for ones from outside the cluster, and hides their source behind the node
 * (kubernetes pkg/proxy, DetectLocalMode ClusterCIDR). Pools of an install are `install/pool-outside-pod-cidrs`. Pools times networks, which are few.
 */
export const OUTSIDE_POD_CIDRS: ClusterCheck = {
  id: 'pool/outside-pod-cidrs',
  severity: 'warning',
  summary: 'An IPPool lies outside the networks that the cluster has for pods.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const networks = podCidrs(objects);
    if (networks.length === 0 || usesEbpf(cluster) || detectsOtherwise(objects)) {
      return;
    }
    const installed = installedBlocks(objects);
    for (const manifest of calicoObjects(cluster, 'IPPool')) {
      const block = typeof manifest.spec.cidr === 'string' ? readCidr(manifest.spec.cidr)?.network : undefined;
      const ofFamily = networks.filter((network) => network.block.family === block?.family);
      if (block === undefined || ofFamily.length === 0 || !isForPods(manifest.spec) || installed.has(block.toString())
        || ofFamily.some((network) => network.block.contains(block))) {
        continue;
      }
      const names = [...new Set(ofFamily.map((network) => network.block.toString()))].join(' or ');
      const address = block.toAddress();
      report({
        manifest,
        field: ['spec', 'cidr'],
        what: `pool ${block} doesn't lie in ${names}, which ${ofFamily[0].saidBy} says`,
        why: `kube-proxy takes packets from ${address} and all others of the pool for ones from outside the cluster: Services see the node's address in place of the pod's, and policies `
          + 'that go by the pod don\'t match',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      });
    }
  },
};

/** kube-proxy can tell pods from others in ways that no network is needed for. */
function detectsOtherwise({ others }: InstallObjects): boolean {
  return others.some(({ kind, group, object }) => kind === 'KubeProxyConfiguration' && group === 'kubeproxy.config.k8s.io'
    && (textAt(object, 'detectLocalMode') ?? 'ClusterCIDR') !== 'ClusterCIDR');
}

function installedBlocks({ installations }: InstallObjects): ReadonlySet<string> {
  return new Set(installations.map(readInstallation).flatMap(({ pools }) => pools.map(({ cidr }) => readCidr(cidr)?.network.toString() ?? '')));
}
