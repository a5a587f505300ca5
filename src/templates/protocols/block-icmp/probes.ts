import { PolicyType } from '../../../values/policy-type';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { icmpFlows } from '../icmp-flows';
import { ECHO_REQUESTS, ERRORS, NEIGHBOUR_DISCOVERY } from '../icmp-types';

const ALLOW_ALL = { order: -1000, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] };

/** Pings and errors to, from and between pods; other traffic of theirs; pods of other namespaces; hosts with host endpoints. */
export function blockIcmpProbes(namespaces: Selector | undefined, types: readonly PolicyType[]): ProbeSet[] {
  const scene = new ProbeScene().namespace('meant', namespaces && matchingLabels(namespaces)).globalPolicy('allow-all', ALLOW_ALL);
  const pods = [scene.pod('meant', 'web', { labels: { app: 'web' } }), scene.pod('meant', 'bare')];
  const elsewhere = namespaces ? lookAlikes(namespaces).map((labels, index) => scene.namespace(`other-${index}`, labels).pod(`other-${index}`, 'web')) : [];
  const hosts = new ProbeScene();
  const nodes = [hosts.hostEndpoint('node-a'), hosts.hostEndpoint('node-b')];
  const all = [...ECHO_REQUESTS, ...ERRORS];
  const arriving = icmpFlows(OUTSIDE, pods, all);
  const leaving = icmpFlows(pods, OUTSIDE, ECHO_REQUESTS);
  const deniesIngress = types.includes(PolicyType.INGRESS);
  const deniesEgress = types.includes(PolicyType.EGRESS);
  return [{
    name: 'beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(pods.slice(0, 1), [...pods.slice(1), ...OUTSIDE], { destinationPort: 443 }),
      ...flowsBetween(pods.slice(0, 1), [...pods.slice(1), ...OUTSIDE], { protocol: 'UDP', destinationPort: 53 }),
      ...flowsBetween(OUTSIDE, pods, { destinationPort: 443 }),
      ...icmpFlows(elsewhere, OUTSIDE, ECHO_REQUESTS),
      ...deniesIngress ? [] : arriving,
      ...deniesEgress ? [] : leaving,
    ],
    mustDeny: [...icmpFlows(pods.slice(0, 1), pods.slice(1), ECHO_REQUESTS), ...deniesIngress ? arriving : [], ...deniesEgress ? leaving : []],
  }, {
    name: 'nodes with host endpoints, which need ICMP',
    cluster: hosts.cluster,
    mustAllow: [
      ...icmpFlows(nodes.slice(0, 1), nodes.slice(1), [...ECHO_REQUESTS, ...NEIGHBOUR_DISCOVERY]),
      ...icmpFlows(OUTSIDE, nodes.slice(0, 1), ERRORS),
    ],
  }];
}
