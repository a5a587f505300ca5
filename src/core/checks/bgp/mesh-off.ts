import { isObject, Cluster, Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { knownPools } from '../known-pools';

/**
 * Without the mesh and without peers no node tells another where its pods are (confd/pkg/backends/calico `bgp_processor.go`, `processMeshPeers`).
 * Silent where routes don't need BGP: Felix programs them for VXLAN, and for all pools where it is told so.
 */
export const MESH_OFF: ClusterCheck = {
  id: 'bgp/mesh-off',
  severity: 'warning',
  summary: 'The mesh between nodes is off, and no BGPPeer is declared, or none for some nodes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const configuration = calicoObjects(cluster, 'BGPConfiguration').find(({ name, spec }) => name === 'default' && spec.nodeToNodeMeshEnabled === false);
    if (configuration === undefined || needsNoBgp(cluster)) {
      return;
    }
    const peers = calicoObjects(cluster, 'BGPPeer');
    const [alone, ...others] = peers.length === 0 ? [] : nodesWithoutPeer(cluster, peers);
    if (alone !== undefined) {
      report({
        manifest: configuration,
        field: ['spec', 'nodeToNodeMeshEnabled'],
        what: `nodeToNodeMeshEnabled is false, and no BGPPeer is for node ${alone}${others.length === 0 ? '' : ` and ${others.length} more`} of the plan`,
        why: `each BGPPeer is for one node by name: ${alone} learns nothing of other nodes' pods, and nobody learns where its pods are`,
        fix: `add a BGPPeer for ${alone}, or one with nodeSelector all()`,
      });
    }
    if (peers.length > 0) {
      return;
    }
    report({
      manifest: configuration,
      field: ['spec', 'nodeToNodeMeshEnabled'],
      what: 'nodeToNodeMeshEnabled is false, and there is no BGPPeer among the objects given',
      why: 'nodes learn from peers where the pods of other nodes are: without mesh and peers, pods reach only those of their own node',
      fix: 'add BGPPeers that reach every node before the mesh goes, or leave it on; acknowledge this where the peers are created elsewhere',
    });
  },
};

/** The nodes of the plan that no peer is for, where every peer is for one node by name, and none asks other nodes to peer with it. */
function nodesWithoutPeer({ plan }: Cluster, peers: readonly Manifest[]): string[] {
  const text = (value: unknown) => typeof value === 'string' ? value : '';
  if (!peers.every(({ spec }) => text(spec.node) !== '' && text(spec.peerSelector) === '')) {
    return [];
  }
  const named = new Set(peers.map(({ spec }) => text(spec.node)));
  return (plan?.nodeNames ?? []).filter((node) => !named.has(node));
}

function needsNoBgp(cluster: Cluster): boolean {
  const { pools, complete } = knownPools(cluster);
  return (complete && pools.length > 0 && pools.every(({ usesVxlan }) => usesVxlan))
    || calicoObjects(cluster, 'BGPConfiguration').some(({ spec }) => spec.programClusterRoutes === 'Disabled')
    || calicoObjects(cluster, 'FelixConfiguration').some(({ spec }) => spec.programClusterRoutes === 'Enabled')
    || cluster.manifests.some(({ kind, group, spec }) => kind === 'Installation' && group === 'operator.tigera.io'
      && isObject(spec.calicoNetwork) && spec.calicoNetwork.bgp === 'Disabled');
}
