import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes } from '../../labels-for-selector';
import { flowsBetween, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { listenerProbes } from '../listener-probes';

const TYPHA = { destinationPort: 5473 };

/** Typha's port at its nodes, from nodes and others; and at nodes that it doesn't run on, where nobody reaches it. */
export function typhaPlacementProbes(nodes: readonly Cidr[], typhaNodes: Selector): ProbeSet[] {
  const scene = new ProbeScene().withoutFailsafe();
  const others = lookAlikes(typhaNodes).map((labels, index) => scene.hostEndpoint(`other-${index}`, labels));
  const clients = nodes.map(({ lastAddress }) => FlowEnd.address(lastAddress));
  return [
    ...listenerProbes(5473, nodes, typhaNodes, false),
    {
      name: 'nodes that Typha doesn\'t run on',
      cluster: scene.cluster,
      mustAllow: flowsBetween(clients, others, { destinationPort: 8080 }),
      mustDeny: flowsBetween(clients, others, TYPHA),
    },
  ];
}
