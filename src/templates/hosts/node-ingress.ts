import { Cidr } from '../../values/cidr';
import { Peer } from '../../values/peer';
import { Port } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { Rule } from '../../values/rule';
import { Selector } from '../../values/selector';
import { hostEndpointsWith } from '../host-selection';
import { allowIcmp } from '../protocols/icmp-rules';
import { ERRORS, NEIGHBOUR_DISCOVERY } from '../protocols/icmp-types';

/** The kubelet's API. */
export const KUBELET_PORT = 10250;

/**
 * Answers by DHCPv6, from servers of the link (RFC 8415): requests go to a group of servers, so that connection tracking doesn't know the answers,
 * and only that of IPv4 (68) is a failsafe port.
 */
export const DHCPV6_ANSWERS = Rule.allow({
  protocol: Protocol.UDP, source: Peer.nets(Cidr.parse('fe80::/10')), destination: Peer.ports(Port.of(546)),
});

/** What every node needs: its own processes reach each other, the kubelet is reached by those that may, and IP works. */
export function nodeIngress(controlPlane: Selector, kubeletClients: Selector | undefined): Rule[] {
  const kubelet = Peer.ports(Port.of(KUBELET_PORT));
  return [
    ...['127.0.0.0/8', '::1/128'].map((net) => Rule.allow({ destination: Peer.nets(Cidr.parse(net)) })),
    ...[hostEndpointsWith(controlPlane), ...kubeletClients ? [kubeletClients] : []]
      .map((clients) => Rule.allow({ protocol: Protocol.TCP, source: Peer.of(clients), destination: kubelet })),
    ...allowIcmp([...ERRORS, ...NEIGHBOUR_DISCOVERY]),
    DHCPV6_ANSWERS,
  ];
}

/** The label that kubeadm and most distributions give to nodes of the control plane. */
export const CONTROL_PLANE = Selector.label('node-role.kubernetes.io/control-plane').exists();
