import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../icmp-flows';
import { ECHO_REQUESTS, ERRORS, IcmpType } from '../icmp-types';

type Direction = 'Ingress' | 'Egress';

/** Redirects, and the numbers of pings in the other protocol. */
const OTHER_MESSAGES: readonly IcmpType[] = [
  { protocol: 'ICMP', type: 5 }, { protocol: 'ICMPv6', type: 137 }, { protocol: 'ICMP', type: 128 }, { protocol: 'ICMPv6', type: 8 },
];

/** Pings between pods, from nodes and the outside; other messages; other traffic: where both directions are closed, one of them, or none. */
export function allowPingProbes(namespaces: Selector | undefined, sources: readonly Cidr[]): ProbeSet[] {
  const labels = namespaces && matchingLabels(namespaces);
  const hosts = new ProbeScene();
  const node = hosts.hostEndpoint('node-a');
  const closedHosts = new ProbeScene();
  const closedNode = closedHosts.hostEndpoint('node-a', {}, false);
  const pod = closedHosts.pod('meant', 'web', { node: 'elsewhere' });
  const open = new ProbeScene().namespace('meant', labels);
  const openPods = [open.pod('meant', 'web'), open.pod('meant', 'bare')];
  return [
    closed(namespaces, sources, ['Ingress', 'Egress']),
    closed(namespaces, sources, ['Ingress']),
    closed(namespaces, sources, ['Egress']),
    {
      name: 'nodes with host endpoints that are open, and stay so',
      cluster: hosts.cluster,
      mustAllow: [...icmpFlows(OUTSIDE, [node], ECHO_REQUESTS), ...flowsBetween(OUTSIDE, [node], { destinationPort: 443 })],
    }, {
      name: 'nodes with host endpoints that are closed, and stay so',
      cluster: closedHosts.cluster,
      mustDeny: icmpFlows([pod], [closedNode], ECHO_REQUESTS),
    }, {
      name: 'alone: all other traffic stays as it is',
      cluster: open.cluster,
      mustAllow: [
        ...flowsBetween(openPods, OUTSIDE, { destinationPort: 443 }),
        ...flowsBetween(OUTSIDE, openPods, { destinationPort: 443 }),
        ...icmpFlows(openPods, OUTSIDE, [...ECHO_REQUESTS, ...ERRORS]),
      ],
    },
  ];
}

function closed(namespaces: Selector | undefined, sources: readonly Cidr[], types: readonly Direction[]): ProbeSet {
  const labels = namespaces && matchingLabels(namespaces);
  const scene = new ProbeScene().namespace('meant', labels).namespace('meant-too', labels);
  const web = scene.pod('meant', 'web', { labels: { app: 'web' } });
  const bare = scene.pod('meant-too', 'bare');
  scene.networkSet('meant', 'partners', {}, ['203.0.113.0/24', '2001:db8:ffff::/64']).globalPolicy('default-deny', { types });
  const strangers = [
    ...namespaces ? lookAlikes(namespaces).map((alike, index) => scene.namespace(`other-${index}`, alike).pod(`other-${index}`, 'web')) : [],
    ...scene.hostPod('meant', 'host-networked'),
    ...OUTSIDE,
  ].filter((end) => end.toString().includes('/') || !sources.some((net) => net.containsAddress(end.toString())));
  const allowed = sources.flatMap(({ firstAddress, lastAddress }) => [FlowEnd.address(firstAddress), FlowEnd.address(lastAddress)]);
  return {
    name: `beside a default deny of ${types.join(' and ').toLowerCase()}`,
    cluster: scene.cluster,
    mustAllow: [
      ...icmpFlows([web], [bare], ECHO_REQUESTS),
      ...icmpFlows([bare], [web], ECHO_REQUESTS),
      ...icmpFlows(allowed, [web, bare], ECHO_REQUESTS),
    ],
    mustDeny: [
      ...types.includes('Ingress') ? [...icmpFlows(strangers, [web], ECHO_REQUESTS), ...icmpFlows(allowed, [web], OTHER_MESSAGES)] : [],
      ...types.includes('Egress') ? icmpFlows([web], [...strangers, ...allowed], ECHO_REQUESTS) : [],
      ...icmpFlows([web], [bare], OTHER_MESSAGES),
      ...flowsBetween([web], [bare], { destinationPort: 443 }),
    ],
  };
}
