import { Cidr } from '../../values/cidr';
import { FlowEnd } from '../../values/flow-end';
import { Selector } from '../../values/selector';
import { lookAlikes, matchingLabels } from '../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../probe-scene';
import { ProbeSet } from '../probe-set';

/** A port of nodes from those that may reach it and from others; other traffic, and other hosts, which stay open. Failsafe ports are closed. */
export function listenerProbes(destinationPort: number, clients: readonly Cidr[], hosts: Selector | undefined, othersStayOpen = true): ProbeSet[] {
  const labels = hosts ? matchingLabels(hosts) : {};
  const open = new ProbeScene().withoutFailsafe();
  const node = open.hostEndpoint('node-a', labels);
  const others = hosts && othersStayOpen ? lookAlikes(hosts).map((alike, index) => open.hostEndpoint(`other-${index}`, alike)) : [];
  const closed = new ProbeScene().withoutFailsafe();
  const closedNode = closed.hostEndpoint('node-a', labels, false);
  const posing = open.pod('shop', 'posing', { labels });
  const ends = clients.flatMap(({ firstAddress, lastAddress }) => [FlowEnd.address(firstAddress), FlowEnd.address(lastAddress)]);
  const strangers = OUTSIDE.filter((end) => !clients.some((net) => net.containsAddress(end.toString())));
  const traffic = { destinationPort };
  return [{
    name: 'hosts that are open otherwise',
    cluster: open.cluster,
    mustAllow: [
      ...flowsBetween(ends, [node], traffic),
      ...flowsBetween(strangers, [node], { destinationPort: 8080 }),
      ...flowsBetween(strangers, [node], { protocol: 'UDP', destinationPort }),
      ...flowsBetween(strangers, [...others, posing], traffic),
    ],
    mustDeny: flowsBetween(strangers, [node], traffic),
  }, {
    name: 'hosts that are closed otherwise',
    cluster: closed.cluster,
    mustAllow: flowsBetween(ends, [closedNode], traffic),
    mustDeny: [
      ...flowsBetween(ends, [closedNode], { destinationPort: 8080 }),
      ...flowsBetween(ends, [closedNode], { protocol: 'UDP', destinationPort }),
    ],
  }];
}
