import { addressKey } from './address-key';
import { End } from './end';
import { ASSUMED_NO, ASSUMED_YES, both, either, isAssumed, Match, negate, NO, YES } from './match';
import { Packet } from './match-rule';
import { Direction } from './rule';
import { NodeTraffic, Tunnel } from './tunnel';

/*
 * What nodes send each other to carry the packets of pods. Felix takes care of it in the filter table, after untracked and pre-DNAT policies and
 * before normal ones (`filterInputChain`, `FilterInputChainAllowWG` and `filterOutputChain` in felix/rules/static.go):
 *
 *   IP in IP, VXLAN   pass to and from nodes of the cluster; what comes from elsewhere is dropped, whatever any policy says
 *   WireGuard         passes to and from anywhere, as its keys tell nodes apart
 */

/** Whether Felix lets a packet pass at a host, on its way in or out, before it asks normal policies. */
export function passesFirst(traffic: NodeTraffic, packet: Packet, direction: Direction): Match {
  const ofNode = isNode(traffic, peerOf(packet, direction));
  return tunnelsOf(traffic, packet)
    .reduce<Match>((match, tunnel) => either(match, both(belongs(tunnel, packet), tunnel.isForNodes ? ofNode : YES)), NO);
}

/** Whether Felix drops a packet at the host that it goes to, as it isn't from a node of the cluster. */
export function dropsFirst(traffic: NodeTraffic, packet: Packet): Match {
  return tunnelsOf(traffic, packet).filter(({ isForNodes }) => isForNodes)
    .reduce<Match>((match, tunnel) => either(match, both(belongs(tunnel, packet), negate(isNode(traffic, packet.source)))), NO);
}

/** What both hang on, as phrases to follow with "isn't known". */
export function unknownsOf(traffic: NodeTraffic, packet: Packet, direction: Direction): string[] {
  const peer = peerOf(packet, direction);
  const tunnels = tunnelsOf(traffic, packet);
  const isPlace = packet.destinationPort !== undefined || tunnels.every(({ port }) => port === undefined);
  return [
    ...tunnels.filter(({ isOn }) => isAssumed(isOn)).map(({ title }) => `whether the cluster uses ${title}, which Felix lets pass between nodes before normal policies,`),
    ...(isPlace ? [] : ['whether the port is one of those that nodes use among themselves']),
    ...(tunnels.some(({ isForNodes }) => isForNodes) && isAssumed(isNode(traffic, peer))
      ? [`whether ${peer.block.isHost ? peer.block.toAddress() : 'the other end'} is an address that Calico knows a node by`] : []),
  ];
}

/** The tunnel that a packet belongs to, as words; the first where there are several. */
export function tunnelTitle(traffic: NodeTraffic, packet: Packet): string {
  return tunnelsOf(traffic, packet)[0].title;
}

/** Whether an end is in Felix's set of the addresses of all nodes. */
export function isNode({ external, addresses }: NodeTraffic, { endpoint, block }: Pick<End, 'endpoint' | 'block'>): Match {
  if (external.some((net) => net.contains(block))) {
    return YES;
  }
  const known = block.isHost ? addresses.get(addressKey(block)) : undefined;
  if (known !== undefined) {
    return known;
  }
  if (endpoint?.class.kind === 'host') {
    return ASSUMED_YES;
  }
  return block.isHost && addresses.size > 0 ? NO : ASSUMED_NO;
}

function tunnelsOf({ tunnels }: NodeTraffic, { isV6, protocol, destinationPort }: Packet): Tunnel[] {
  return tunnels.filter((tunnel) => tunnel.isV6 === isV6 && tunnel.protocol === protocol
    && (tunnel.port === undefined || destinationPort === undefined || tunnel.port === destinationPort));
}

function belongs({ isOn, port }: Tunnel, { destinationPort }: Packet): Match {
  return both(isOn, port === undefined || destinationPort !== undefined ? YES : ASSUMED_NO);
}

function peerOf({ source, destination }: Packet, direction: Direction): End {
  return direction === 'ingress' ? source : destination;
}
