import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../../protocols/icmp-flows';
import { ECHO_REQUESTS, ERRORS, NEIGHBOUR_DISCOVERY } from '../../protocols/icmp-types';
import { KUBELET_PORT } from '../node-ingress';
import { nodeScene } from '../node-scene';

const LOOPBACK = [FlowEnd.address('127.0.1.1'), FlowEnd.address('::1')];

/** The kubelet from the control plane, from workers, from pods that pose as nodes, and from outside; without failsafe ports. */
export function workerNodesProbes(controlPlane: Selector, workers: Selector, clients: Selector | undefined): ProbeSet[] {
  const { scene, controlPlane: [control], workers: [first, second], kubeletClients, strangers } = nodeScene(controlPlane, workers, clients, 'worker-1');
  const kubelet = { destinationPort: KUBELET_PORT };
  return [{
    name: 'nodes with open host endpoints, and no failsafe ports',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween([control, ...kubeletClients], [first], kubelet),
      ...LOOPBACK.flatMap((end) => flowsBetween([end], [end], { destinationPort: 10248 })),
      ...icmpFlows([FlowEnd.address('fe80::1')], [first], NEIGHBOUR_DISCOVERY),
      ...icmpFlows(OUTSIDE, [first], ERRORS),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'UDP', destinationPort: 546 }),
      ...flowsBetween(OUTSIDE, [control], { destinationPort: 8080 }),
      ...flowsBetween([first], OUTSIDE, { destinationPort: 443 }),
    ],
    mustDeny: [
      ...[KUBELET_PORT, 22, 8080].flatMap((destinationPort) => flowsBetween([...strangers, second], [first], { destinationPort })),
      ...flowsBetween([control, ...kubeletClients], [first], { destinationPort: 8080 }),
      ...flowsBetween([control, ...kubeletClients], [first], { ...kubelet, protocol: 'SCTP' }),
      ...icmpFlows(OUTSIDE, [first], ECHO_REQUESTS),
      ...flowsBetween(OUTSIDE, [first], { protocol: 'UDP', destinationPort: 546 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'SCTP', destinationPort: 546 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'UDP', destinationPort: 547 }),
    ],
  }];
}
