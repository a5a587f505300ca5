import { NodePortAccess } from './node-port-access';
import { Flow } from '../../../model/flow';
import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Port } from '../../../values/port';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options {
  readonly cluster: readonly Cidr[];
  readonly allowed: readonly NodePortAccess[];
  readonly nodePortRange: Port;
  readonly hosts?: Selector;
}

/** Node ports from the cluster, those allowed and others; other ports of the node, and pods behind it; beside a policy that allows everything. */
export function nodePortsProbes({ cluster, allowed, nodePortRange, hosts }: Options): ProbeSet[] {
  const scene = new ProbeScene().globalPolicy('allow-all', { order: -1000, selector: 'all()', types: ['Ingress'], ingress: [{ action: 'Allow' }] });
  const node = scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {});
  const web = scene.pod('shop', 'web', { node: 'node-a' });
  const unguarded = hosts ? lookAlikes(hosts).map((labels, index) => scene.hostEndpoint(`unguarded-${index}`, labels)) : [];
  const clients = cluster.map(({ lastAddress }) => FlowEnd.address(lastAddress));
  const others = OUTSIDE.filter((end) => !cluster.some((net) => net.containsAddress(end.toString())));
  const open = allowed.flatMap(({ ports, protocol }) => samplesOf({ ports, protocol }).meant);
  const [first, last = first] = nodePortRange.toString().split(':').map(Number);
  const closed = [first, last].filter((port) => !open.some(({ destinationPort }) => destinationPort === port));
  return [{
    name: 'nodes beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(clients, [node], { destinationPort: first }),
      ...allowed.flatMap(({ ports, protocol, sources }) => samplesOf({ ports, protocol }).meant.flatMap((traffic) =>
        flowsBetween(sources ? sources.map(({ lastAddress }) => FlowEnd.address(lastAddress)) : others, [node], traffic))),
      ...flowsBetween(others, [node, web], { destinationPort: 443 }),
      ...flowsBetween(others, unguarded, { destinationPort: first }),
      ...flowsBetween([node], others, { destinationPort: first }),
      ...['UDP', 'SCTP'].flatMap((protocol) => flowsBetween(others, [node], { protocol, destinationPort: 53 })),
    ],
    mustDeny: [
      ...allowed.flatMap(({ ports, protocol, sources }) => samplesOf({ ports, protocol }).others
        .map((traffic) => ({ ...traffic, destinationPort: traffic.destinationPort === 9999 ? closed[0] : traffic.destinationPort }))
        .flatMap((traffic) => flowsBetween(sources ? sources.map(({ lastAddress }) => FlowEnd.address(lastAddress)) : others, [node], traffic))),
      ...closed.flatMap((destinationPort) => ['TCP', 'UDP', 'SCTP'].flatMap((protocol) => flowsBetween(others, [node], { protocol, destinationPort }))),
      ...allowed.flatMap(({ ports, protocol, sources }) => samplesOf({ ports, protocol }).meant.flatMap((traffic) =>
        flowsBetween(others.filter((end) => sources && !sources.some((net) => net.containsAddress(end.toString()))), [node], traffic))),
    ],
  }, closedNodes(cluster, first, hosts)];
}

/** What is no node port stays with the other policies of the host, from the cluster too. */
function closedNodes(cluster: readonly Cidr[], nodePort: number, hosts: Selector | undefined): ProbeSet {
  const scene = new ProbeScene().withoutFailsafe();
  const node = scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {}, false);
  const clients = cluster.map(({ lastAddress }) => FlowEnd.address(lastAddress));
  const onPort = (destinationPort: number): Flow[] => ['TCP', 'UDP', 'SCTP'].flatMap((protocol) => flowsBetween(clients, [node], { protocol, destinationPort }));
  return { name: 'nodes that are closed otherwise', cluster: scene.cluster, mustAllow: onPort(nodePort), mustDeny: [...onPort(22), ...onPort(10250)] };
}
