import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { installObjects } from '../install/install-objects';
import { nodeCount } from '../install/node-count';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

/** From so many nodes on Calico advises route reflectors (docs networking/configuring/bgp). */
const MOST_NODES = 100;

/** In the mesh every node peers with every other: n × (n - 1) / 2 sessions. Silent where nobody says that BGP is on, or how many nodes there are. */
export const MESH_TOO_LARGE: ClusterCheck = {
  id: 'bgp/mesh-too-large',
  severity: 'advice',
  summary: 'Every node peers with every other, and there are more than 100.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const nodes = nodeCount(cluster);
    const configuration = calicoObjects(cluster, 'BGPConfiguration').find(({ name }) => name === 'default');
    if (nodes === undefined || nodes.atLeast <= MOST_NODES || configuration?.spec.nodeToNodeMeshEnabled === false) {
      return;
    }
    const objects = installObjects(cluster);
    const speakers = [
      ...objects.installations.map(readInstallation).filter(({ cni, bgp }) => cni === 'Calico' && bgp)
        .map(({ manifest, network }) => ({ manifest, field: ['spec', 'calicoNetwork', ...(network.bgp !== undefined ? ['bgp'] : [])] })),
      ...objects.nodes.map((node) => readNode(node, objects)).filter(({ value }) => value('CALICO_NETWORKING_BACKEND') === 'bird')
        .map(({ manifest, field }) => ({ manifest, field: field('CALICO_NETWORKING_BACKEND') })),
    ];
    const [speaker] = configuration === undefined || speakers.length === 0 ? speakers : [{ manifest: configuration, field: ['spec', 'nodeToNodeMeshEnabled'] }];
    if (speaker !== undefined) {
      const count = nodes.atLeast;
      report({
        ...speaker,
        what: `the mesh between nodes is on, and ${nodes.saidBy} ${count} nodes`,
        why: `each node keeps ${count - 1} BGP sessions, ${count * (count - 1) / 2} in all, and each new route goes over all of them: calico-node takes much CPU time, and new nodes and pods are reached late`,
        fix: 'add BGPPeers to a few nodes that reflect routes, or to the switches of the racks, then set nodeToNodeMeshEnabled to false; or take VXLAN without BGP',
      });
    }
  },
};
