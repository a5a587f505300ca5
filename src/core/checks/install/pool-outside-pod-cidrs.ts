import { installObjects } from './install-objects';
import { podCidrs } from './pod-cidrs';
import { readInstallation } from './read-installation';
import { readNode } from './read-node';
import { Prefix, readCidr } from '../../cidr';
import { FieldPath } from '../../findings';
import { Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

interface Candidate {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly block: Prefix;
}

/**
 * The operator refuses pools outside kubeadm's and OpenShift's networks for pods (tigera operator pkg/controller/ippool/defaults.go,
 * mergePlatformPodCIDRs); kube-proxy takes packets from addresses outside its `clusterCIDR` for ones from outside the cluster.
 */
export const POOL_OUTSIDE_POD_CIDRS: ClusterCheck = {
  id: 'install/pool-outside-pod-cidrs',
  severity: 'error',
  summary: 'A pool of the install lies outside the networks that the cluster has for pods.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const networks = podCidrs(objects);
    if (networks.length === 0) {
      return;
    }
    const candidates: Candidate[] = [
      ...objects.installations.map(readInstallation).flatMap(({ manifest, pools }) => pools.flatMap(({ index, cidr }) =>
        candidate(manifest, ['spec', 'calicoNetwork', 'ipPools', index, 'cidr'], cidr))),
      ...objects.nodes.map((manifest) => readNode(manifest, objects)).flatMap(({ manifest, value, field }) => [4, 6].flatMap((version) =>
        candidate(manifest, field(`CALICO_IPV${version}POOL_CIDR`), value(`CALICO_IPV${version}POOL_CIDR`)))),
    ];
    for (const { manifest, field, block } of candidates) {
      const ofFamily = networks.filter((network) => network.block.family === block.family);
      if (ofFamily.some((network) => network.block.contains(block))) {
        continue;
      }
      const [said] = ofFamily.length > 0 ? ofFamily : networks;
      report({
        manifest,
        field,
        what: `pool ${block} doesn't lie in ${[...new Set(ofFamily.map((network) => network.block.toString()))].join(' or ') || 'any network for its family'}, which ${said.saidBy} says`,
        why: 'the operator refuses such a pool in a new cluster, and kube-proxy takes packets of its pods for ones from outside: it hides their source addresses',
        fix: 'give the pool a `cidr` in that network, or make the network wide enough for the pool, in all places that know it',
      });
    }
  },
};

function candidate(manifest: Manifest, field: FieldPath, cidr: string | undefined): Candidate[] {
  const block = cidr === undefined ? undefined : readCidr(cidr)?.network;
  return block === undefined ? [] : [{ manifest, field, block }];
}
