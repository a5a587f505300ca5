import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

interface Options {
  readonly nodes: readonly Cidr[];
  readonly management: readonly Cidr[];
  readonly apiServerClients?: readonly Cidr[];
  readonly apiServerPort: number;
  readonly hosts?: Selector;
  readonly bringsConfiguration: boolean;
}

const BETWEEN_NODES = [179, 2379, 2380, 5473];
const ADVERSE = {
  order: -1000,
  selector: '!has(projectcalico.org/namespace)',
  types: ['Ingress', 'Egress'],
  ingress: [{ action: 'Deny' }],
  egress: [{ action: 'Deny' }],
};

/** Ports of the control plane from nodes, management and elsewhere, beside a policy that denies everything; and open hosts, which stay so. */
export function failsafeReplacementProbes(options: Options): ProbeSet[] {
  const { nodes, management, apiServerClients, apiServerPort, hosts } = options;
  const ends = (nets: readonly Cidr[]): FlowEnd[] => nets.map(({ lastAddress }) => FlowEnd.address(lastAddress));
  const sceneOf = (isOpen: boolean): { scene: ProbeScene; host: FlowEnd; strangers: FlowEnd[] } => {
    const scene = options.bringsConfiguration ? new ProbeScene() : new ProbeScene().withoutFailsafe();
    const host = scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {}, isOpen);
    return { scene, host, strangers: hosts ? lookAlikes(hosts).map((labels, index) => scene.hostEndpoint(`stranger-${index}`, labels, isOpen)) : [] };
  };
  const closed = sceneOf(false);
  closed.scene.globalPolicy('deny-all', ADVERSE);
  const open = sceneOf(true);
  const others = OUTSIDE.filter((end) => ![...nodes, ...management].some((net) => net.containsAddress(end.toString())));
  const elsewhere = others.filter((end) => apiServerClients && !apiServerClients.some((net) => net.containsAddress(end.toString())));
  const tcp = (destinationPort: number): { destinationPort: number } => ({ destinationPort });
  const sctp = (destinationPort: number): { protocol: string; destinationPort: number } => ({ protocol: 'SCTP', destinationPort });
  const clients = [...ends(management), ...ends(nodes), ...apiServerClients ? ends(apiServerClients) : others];
  return [{
    name: 'closed hosts beside a policy that denies everything',
    cluster: closed.scene.cluster,
    mustAllow: [
      ...flowsBetween(ends(management), [closed.host], tcp(22)),
      ...BETWEEN_NODES.flatMap((port) => flowsBetween(ends(nodes), [closed.host], tcp(port))),
      ...BETWEEN_NODES.flatMap((port) => flowsBetween([closed.host], ends(nodes), tcp(port))),
      ...flowsBetween(apiServerClients ? ends(apiServerClients) : others, [closed.host], tcp(apiServerPort)),
      ...flowsBetween([closed.host], others, tcp(apiServerPort)),
      ...['UDP', 'TCP'].flatMap((protocol) => flowsBetween([closed.host], others, { protocol, destinationPort: 53 })),
      ...[67, 547].flatMap((destinationPort) => flowsBetween([closed.host], others, { protocol: 'UDP', destinationPort })),
      ...flowsBetween(others, [closed.host], { protocol: 'UDP', destinationPort: 68 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [closed.host], { protocol: 'UDP', destinationPort: 546 }),
    ],
    mustDeny: [
      ...[22, ...BETWEEN_NODES, 10250].flatMap((port) => flowsBetween(others, [closed.host], tcp(port))),
      ...flowsBetween(elsewhere, [closed.host], tcp(apiServerPort)),
      ...flowsBetween([closed.host], others, tcp(8443)),
      ...BETWEEN_NODES.flatMap((port) => flowsBetween([closed.host], others, tcp(port))),
      ...flowsBetween(ends(management), closed.strangers, tcp(22)),
      // Each port alone, and by the protocol that is meant alone.
      ...flowsBetween(clients, [closed.host], tcp(9999)),
      ...flowsBetween([closed.host], [...ends(nodes), ...others], tcp(9999)),
      ...[22, ...BETWEEN_NODES, apiServerPort].flatMap((port) => flowsBetween(clients, [closed.host], sctp(port))),
      ...[...BETWEEN_NODES, apiServerPort, 53].flatMap((port) => flowsBetween([closed.host], [...ends(nodes), ...others], sctp(port))),
      ...[67, 68, 547].flatMap((port) => [...flowsBetween(others, [closed.host], sctp(port)), ...flowsBetween([closed.host], others, sctp(port))]),
      ...[546, 9999].flatMap((destinationPort) => flowsBetween(others, [closed.host], { protocol: 'UDP', destinationPort })),
      ...flowsBetween([FlowEnd.address('fe80::1')], [closed.host], { protocol: 'UDP', destinationPort: 9999 }),
      ...flowsBetween([FlowEnd.address('fe80::1')], [closed.host], sctp(546)),
      ...flowsBetween([closed.host], others, { protocol: 'UDP', destinationPort: 9999 }),
    ],
  }, {
    name: 'hosts that are open, and stay so',
    cluster: open.scene.cluster,
    mustAllow: [...flowsBetween(others, [open.host], tcp(443)), ...flowsBetween([open.host], others, tcp(443))],
  }];
}
