import { isForPods } from './is-for-pods';
import { Prefix, readCidr, specialRangesOf } from '../../cidr';
import { FieldPath } from '../../findings';
import { Cluster, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { installObjects } from '../install/install-objects';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

interface Unnatted {
  readonly manifest: Manifest;
  readonly field: FieldPath;
  readonly cidr: unknown;
}

/**
 * Without translation a packet leaves the cluster with the pod's private address, and only who has a route to the pod can answer. Silent where no
 * install is among the objects, as then peers may be elsewhere; where a BGPPeer may tell routers, the plan's underlay routes pods, or other
 * clusters are routed to. One look at each pool.
 */
export const NAT_OUTGOING_OFF: ClusterCheck = {
  id: 'pool/nat-outgoing-off',
  severity: 'advice',
  summary: 'Pods of a private IPv4 pool leave the cluster with addresses that nobody outside has a route to.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const { plan } = cluster;
    if (plan?.underlay?.routesPods === true || (plan?.routedTo.length ?? 0) > 0 || calicoObjects(cluster, 'BGPPeer').length > 0) {
      return;
    }
    for (const { manifest, field, cidr } of unnatted(cluster)) {
      const block = typeof cidr === 'string' ? readCidr(cidr)?.network : undefined;
      if (block !== undefined && block.family === 4 && isPrivate(block)) {
        report({
          manifest,
          field,
          what: `pool ${block} has private addresses, natOutgoing is off, and no BGPPeer tells anybody outside where they are`,
          why: `a packet from ${block.toAddress()} to a host outside, such as a DNS server or a registry, arrives with that address, and the answer finds no way back`,
          fix: 'turn natOutgoing on; or declare who routes the pool: BGPPeers, or routesPods of the plan\'s underlay',
        });
      }
    }
  },
};

function unnatted(cluster: Cluster): Unnatted[] {
  const objects = installObjects(cluster);
  if (objects.installations.length + objects.nodes.length === 0) {
    return [];
  }
  return [
    ...calicoObjects(cluster, 'IPPool').filter(({ spec }) => isForPods(spec) && spec.natOutgoing !== true)
      .map((manifest) => ({ manifest, field: ['spec', 'natOutgoing'], cidr: manifest.spec.cidr })),
    ...objects.installations.map(readInstallation).filter(({ cni }) => cni === 'Calico').flatMap(({ manifest, pools }) => pools
      .filter(({ fields }) => isForPods(fields) && fields.natOutgoing === 'Disabled')
      .map(({ index, cidr }) => ({ manifest, field: ['spec', 'calicoNetwork', 'ipPools', index, 'natOutgoing'], cidr }))),
    ...objects.nodes.map((node) => readNode(node, objects)).filter(({ value }) => value('CALICO_IPV4POOL_NAT_OUTGOING')?.toLowerCase() === 'false')
      .map(({ manifest, value, field }) => ({ manifest, field: field('CALICO_IPV4POOL_NAT_OUTGOING'), cidr: value('CALICO_IPV4POOL_CIDR') })),
  ];
}

function isPrivate(block: Prefix): boolean {
  return specialRangesOf(block).some(({ range: { use }, within }) => within && (use === 'private' || use === 'shared'));
}
