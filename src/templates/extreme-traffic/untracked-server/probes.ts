import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options {
  readonly hosts: Selector;
  readonly ports: readonly Port[];
  readonly protocol?: Protocol;
  readonly clients?: Selector;
  readonly clientNets?: readonly Cidr[];
}

const DENY_ALL = { types: ['Ingress', 'Egress'], ingress: [{ action: 'Deny' }], egress: [{ action: 'Deny' }] };
/** A port that a client chooses for itself. */
const EPHEMERAL = 40_000;

/** Requests and replies of clients, of others, at other ports, and at hosts that look like the server's; all hosts are closed otherwise. */
export function untrackedServerProbes(props: Options): ProbeSet[] {
  const { hosts, clients, clientNets = [] } = props;
  const { meant, others } = samplesOf(props);
  const scene = new ProbeScene();
  const server = scene.hostEndpoint('server', matchingLabels(hosts), false);
  const alikes = lookAlikes(hosts).map((alike, index) => scene.hostEndpoint(`server-alike-${index}`, alike, false));
  const callers = [
    ...clients ? [scene.hostEndpoint('client', matchingLabels(clients), true)] : [],
    ...clientNets.flatMap(({ firstAddress, lastAddress }) => [firstAddress, lastAddress]).map((address) => FlowEnd.address(address)),
  ];
  const strangers = [
    ...OUTSIDE.filter((end) => !clientNets.some((net) => net.containsAddress(end.toString()))),
    ...clients ? lookAlikes(clients).map((alike, index) => scene.hostEndpoint(`client-alike-${index}`, alike, true)) : [],
    ...clients ? [scene.pod('shop', 'posing', { labels: matchingLabels(clients), node: 'elsewhere' })] : [],
  ];
  scene.globalPolicy('deny-all', { order: -1000, selector: hosts.toString(), ...DENY_ALL });
  const replies = (destinations: readonly FlowEnd[], ports: typeof meant) => ports.flatMap(({ protocol, destinationPort }) =>
    flowsBetween([server], destinations, { protocol, sourcePort: destinationPort, destinationPort: EPHEMERAL }));
  return [{
    name: 'hosts that are closed otherwise',
    cluster: scene.cluster,
    mustAllow: [
      ...meant.flatMap((traffic) => flowsBetween(callers, [server], { ...traffic, sourcePort: EPHEMERAL })),
      ...replies(callers, meant),
    ],
    mustDeny: [
      ...flowsBetween(strangers, [server], { ...meant[0], sourcePort: EPHEMERAL }),
      ...replies(strangers, meant.slice(0, 1)),
      ...others.flatMap((traffic) => flowsBetween(callers, [server], { ...traffic, sourcePort: EPHEMERAL })),
      ...replies(callers, others),
      ...flowsBetween(callers, alikes, { ...meant[0], sourcePort: EPHEMERAL }),
    ],
  }];
}
