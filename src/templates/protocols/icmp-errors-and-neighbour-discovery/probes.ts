import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../icmp-flows';
import { ECHO_REQUESTS, ERRORS, NEIGHBOUR_DISCOVERY } from '../icmp-types';

const ROUTER = FlowEnd.address('fe80::1');
/** Solicited-node multicast: where a node asks who has an address. */
const SOLICITED = FlowEnd.address('ff02::1:ff00:2');
const CLOSED = { types: ['Ingress', 'Egress'] };

/** Errors and neighbour discovery at closed hosts, errors to closed pods; pings and other traffic stay closed; open hosts and pods stay open. */
export function icmpErrorsAndNeighbourDiscoveryProbes(hosts: Selector | undefined, isForPods: boolean): ProbeSet[] {
  const labels = hosts ? matchingLabels(hosts) : {};
  const closed = new ProbeScene();
  const node = closed.hostEndpoint('node-a', labels, false);
  const strangers = hosts ? lookAlikes(hosts).map((alike, index) => closed.hostEndpoint(`stranger-${index}`, alike, false)) : [];
  closed.globalPolicy('default-deny', { ...CLOSED, applyOnForward: false });
  const pods = new ProbeScene();
  const web = pods.pod('shop', 'web', { labels: { app: 'web' } });
  const bare = pods.pod('shop', 'bare');
  pods.globalPolicy('default-deny', CLOSED);
  const open = new ProbeScene();
  const openNode = open.hostEndpoint('node-a', labels);
  const errors = icmpFlows(OUTSIDE, [web, bare], ERRORS);
  return [{
    name: 'hosts that a policy closes',
    cluster: closed.cluster,
    mustAllow: [
      ...icmpFlows([ROUTER], [node], NEIGHBOUR_DISCOVERY),
      ...icmpFlows([node], [ROUTER, SOLICITED], NEIGHBOUR_DISCOVERY),
      ...icmpFlows(OUTSIDE, [node], ERRORS),
      ...icmpFlows([node], OUTSIDE, ERRORS),
    ],
    mustDeny: [
      ...icmpFlows(OUTSIDE, [node], ECHO_REQUESTS),
      ...icmpFlows([node], OUTSIDE, ECHO_REQUESTS),
      ...flowsBetween(OUTSIDE, [node], { destinationPort: 443 }),
      ...flowsBetween([node], OUTSIDE, { destinationPort: 443 }),
      ...icmpFlows([ROUTER], strangers, NEIGHBOUR_DISCOVERY),
    ],
  }, {
    name: 'pods that a policy closes',
    cluster: pods.cluster,
    mustAllow: isForPods ? errors : [],
    mustDeny: [
      ...isForPods ? [] : errors,
      ...icmpFlows(OUTSIDE, [web], ECHO_REQUESTS),
      ...flowsBetween(OUTSIDE, [web], { destinationPort: 443 }),
    ],
  }, {
    name: 'hosts that are open, and stay so',
    cluster: open.cluster,
    mustAllow: [...flowsBetween(OUTSIDE, [openNode], { destinationPort: 443 }), ...icmpFlows(OUTSIDE, [openNode], ECHO_REQUESTS)],
  }];
}
