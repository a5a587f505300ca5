import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { PolicyType } from '../../../values/policy-type';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

interface Options {
  readonly nets: readonly Cidr[];
  readonly namespaces?: Selector;
  readonly name?: string;
}

const ALLOW_ALL = { order: -1000, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] };
const WEB = { destinationPort: 443 };

/** An address on another list. */
const OTHER_LIST = FlowEnd.address('192.0.2.99');

/** Both ends of each block on the list, others, and a pod with the list's label: beside a policy that allows everything, and one that denies it. */
export function denyListProbes({ nets, namespaces, name = 'deny-list' }: Options, types: readonly PolicyType[]): ProbeSet[] {
  const listed = nets.flatMap(({ firstAddress, lastAddress }) => firstAddress === lastAddress ? [firstAddress] : [firstAddress, lastAddress])
    .map((address) => FlowEnd.address(address));
  const strangers = [OTHER_LIST, ...OUTSIDE].filter((end) => !nets.some((net) => net.containsAddress(end.toString())));
  const scene = new ProbeScene().namespace('meant', namespaces && matchingLabels(namespaces)).globalPolicy('allow-all', ALLOW_ALL);
  scene.networkSet(undefined, 'another-list', { 'network-set': `${name}-2` }, ['192.0.2.99/32']);
  const web = scene.pod('meant', 'web', { labels: { app: 'web' } });
  const bare = scene.pod('meant', 'bare');
  const labelled = scene.pod('elsewhere', 'labelled', { labels: { 'network-set': name } });
  const untouched = namespaces ? lookAlikes(namespaces).map((labels, index) => scene.namespace(`other-${index}`, labels).pod(`other-${index}`, 'web')) : [];
  const closed = new ProbeScene().namespace('meant', namespaces && matchingLabels(namespaces));
  const closedWeb = closed.pod('meant', 'web');
  closed.policy('meant', 'default-deny', { types: ['Ingress', 'Egress'] });
  const hosts = new ProbeScene();
  const node = hosts.hostEndpoint('node-a');
  const arriving = flowsBetween(listed, [web, bare], WEB);
  const leaving = flowsBetween([web, bare], listed, WEB);
  const deniesIngress = types.includes(PolicyType.INGRESS);
  const deniesEgress = types.includes(PolicyType.EGRESS);
  return [{
    name: 'beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(strangers, [web], WEB),
      ...flowsBetween([web], [...strangers, labelled, bare], WEB),
      ...flowsBetween([labelled], [web], WEB),
      ...flowsBetween(untouched, listed, WEB),
      ...deniesIngress ? [] : arriving,
      ...deniesEgress ? [] : leaving,
    ],
    mustDeny: [
      ...deniesIngress ? [...arriving, ...flowsBetween(listed.slice(0, 1), [bare], { protocol: 'UDP', destinationPort: 53 })] : [],
      ...deniesEgress ? leaving : [],
    ],
  }, {
    name: 'beside a default deny, which still holds for the rest',
    cluster: closed.cluster,
    mustDeny: [...flowsBetween(strangers, [closedWeb], WEB), ...flowsBetween([closedWeb], strangers, WEB)],
  }, {
    name: 'nodes with host endpoints, which stay open',
    cluster: hosts.cluster,
    mustAllow: [...flowsBetween([node], listed, WEB), ...flowsBetween(listed, [node], WEB)],
  }];
}
