import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { flowsBetween, OUTSIDE } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../../protocols/icmp-flows';
import { ECHO_REQUESTS, ERRORS, NEIGHBOUR_DISCOVERY } from '../../protocols/icmp-types';
import { KUBELET_PORT } from '../node-ingress';
import { nodeScene } from '../node-scene';

interface Options {
  readonly controlPlane: Selector;
  readonly kubeletClients?: Selector;
  readonly apiServerClients?: readonly Cidr[];
  readonly apiServerPort: number;
}

/** The control plane's ports from its nodes, from workers, from pods that pose as nodes, and from outside; without failsafe ports. */
export function controlPlaneNodesProbes({ controlPlane, kubeletClients: clients, apiServerClients, apiServerPort }: Options): ProbeSet[] {
  const { scene, controlPlane: [first, second], workers, kubeletClients, strangers } = nodeScene(controlPlane, Selector.label('probe').equals('worker'), clients);
  const tcp = (destinationPort: number): { destinationPort: number } => ({ destinationPort });
  const meant = apiServerClients ? apiServerClients.map(({ lastAddress }) => FlowEnd.address(lastAddress)) : [...strangers, ...workers];
  const barred = OUTSIDE.filter((end) => apiServerClients && !apiServerClients.some((net) => net.containsAddress(end.toString())));
  return [{
    name: 'nodes with open host endpoints, and no failsafe ports',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(meant, [first], tcp(apiServerPort)),
      ...[2379, 2380, KUBELET_PORT].flatMap((port) => flowsBetween([second], [first], tcp(port))),
      ...flowsBetween(kubeletClients, [first], tcp(KUBELET_PORT)),
      ...['127.0.0.1', '::1'].flatMap((address) => flowsBetween([FlowEnd.address(address)], [FlowEnd.address(address)], tcp(10259))),
      ...icmpFlows([FlowEnd.address('fe80::1')], [first], NEIGHBOUR_DISCOVERY),
      ...icmpFlows(OUTSIDE, [first], ERRORS),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'UDP', destinationPort: 546 }),
      ...flowsBetween(OUTSIDE, workers.slice(0, 1), tcp(8080)),
      ...flowsBetween([first], OUTSIDE, tcp(443)),
    ],
    mustDeny: [
      ...flowsBetween(barred, [first], tcp(apiServerPort)),
      ...[2379, 2380, KUBELET_PORT, 10259, 22].flatMap((port) => flowsBetween([...strangers, ...workers.slice(0, 1)], [first], tcp(port))),
      ...flowsBetween([second, ...kubeletClients], [first], tcp(8080)),
      ...flowsBetween(OUTSIDE, [first], { protocol: 'SCTP', destinationPort: apiServerPort }),
      ...[2379, KUBELET_PORT].flatMap((destinationPort) => flowsBetween([second], [first], { protocol: 'SCTP', destinationPort })),
      ...flowsBetween(kubeletClients, [first], { protocol: 'SCTP', destinationPort: KUBELET_PORT }),
      ...icmpFlows(OUTSIDE, [first], ECHO_REQUESTS),
      ...flowsBetween(OUTSIDE, [first], { protocol: 'UDP', destinationPort: 546 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'SCTP', destinationPort: 546 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [first], { protocol: 'UDP', destinationPort: 547 }),
    ],
  }];
}
