import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../icmp-flows';
import { ECHO_REQUESTS, ERRORS, IcmpType } from '../icmp-types';

const CLOSED = { types: ['Ingress', 'Egress'] };
const REDIRECTS: readonly IcmpType[] = [{ protocol: 'ICMP', type: 5 }, { protocol: 'ICMPv6', type: 137 }];

/** Pings between pods of both namespaces, from nodes and the outside; other messages; other traffic: beside a default deny, and alone. */
export function allowPingProbes(namespaces: Selector | undefined, from: readonly Cidr[]): ProbeSet[] {
  const labels = namespaces && matchingLabels(namespaces);
  const closed = new ProbeScene().namespace('meant', labels).namespace('meant-too', labels);
  const pods = [closed.pod('meant', 'web', { labels: { app: 'web' } }), closed.pod('meant-too', 'bare')];
  const strangers = [
    ...namespaces ? lookAlikes(namespaces).map((alike, index) => closed.namespace(`other-${index}`, alike).pod(`other-${index}`, 'web')) : [],
    ...closed.hostPod('meant', 'host-networked'),
    ...OUTSIDE,
  ].filter((end) => end.toString().includes('/') || !from.some((net) => net.containsAddress(end.toString())));
  closed.networkSet('meant', 'partners', {}, ['203.0.113.0/24', '2001:db8:ffff::/64']).globalPolicy('default-deny', CLOSED);
  const allowed = from.flatMap(({ firstAddress, lastAddress }) => [FlowEnd.address(firstAddress), FlowEnd.address(lastAddress)]);
  const hosts = new ProbeScene();
  const node = hosts.hostEndpoint('node-a');
  const open = new ProbeScene().namespace('meant', labels);
  const openPods = [open.pod('meant', 'web'), open.pod('meant', 'bare')];
  return [{
    name: 'beside a default deny',
    cluster: closed.cluster,
    mustAllow: [
      ...icmpFlows(pods.slice(0, 1), pods.slice(1), ECHO_REQUESTS),
      ...icmpFlows(pods.slice(1), pods.slice(0, 1), ECHO_REQUESTS),
      ...icmpFlows(allowed, pods, ECHO_REQUESTS),
    ],
    mustDeny: [
      ...icmpFlows(strangers, pods.slice(0, 1), ECHO_REQUESTS),
      ...icmpFlows(pods.slice(0, 1), [...strangers, ...allowed], ECHO_REQUESTS),
      ...icmpFlows(pods.slice(0, 1), pods.slice(1), REDIRECTS),
      ...flowsBetween(pods.slice(0, 1), pods.slice(1), { destinationPort: 443 }),
    ],
  }, {
    name: 'nodes with host endpoints, which stay open',
    cluster: hosts.cluster,
    mustAllow: [
      ...icmpFlows(OUTSIDE, [node], ECHO_REQUESTS),
      ...flowsBetween(OUTSIDE, [node], { destinationPort: 443 }),
    ],
  }, {
    name: 'alone: all other traffic stays as it is',
    cluster: open.cluster,
    mustAllow: [
      ...flowsBetween(openPods, OUTSIDE, { destinationPort: 443 }),
      ...flowsBetween(OUTSIDE, openPods, { destinationPort: 443 }),
      ...icmpFlows(openPods, OUTSIDE, [...ECHO_REQUESTS, ...ERRORS]),
    ],
  }];
}
