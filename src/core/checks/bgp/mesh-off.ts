import { isObject, Cluster } from '../../manifests';
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
  summary: 'The mesh between nodes is off, and no BGPPeer is declared.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const configuration = calicoObjects(cluster, 'BGPConfiguration').find(({ name, spec }) => name === 'default' && spec.nodeToNodeMeshEnabled === false);
    if (configuration === undefined || calicoObjects(cluster, 'BGPPeer').length > 0 || needsNoBgp(cluster)) {
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

function needsNoBgp(cluster: Cluster): boolean {
  const { pools, complete } = knownPools(cluster);
  return (complete && pools.length > 0 && pools.every(({ usesVxlan }) => usesVxlan))
    || calicoObjects(cluster, 'BGPConfiguration').some(({ spec }) => spec.programClusterRoutes === 'Disabled')
    || calicoObjects(cluster, 'FelixConfiguration').some(({ spec }) => spec.programClusterRoutes === 'Enabled')
    || cluster.manifests.some(({ kind, group, spec }) => kind === 'Installation' && group === 'operator.tigera.io'
      && isObject(spec.calicoNetwork) && spec.calicoNetwork.bgp === 'Disabled');
}
