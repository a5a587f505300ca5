import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';

interface Options {
  readonly nets: readonly Cidr[];
  readonly hosts?: Selector;
  readonly name?: string;
}

const WEB = { destinationPort: 443 };
const ALLOW_ALL = { order: -1000, types: ['Ingress', 'Egress'], ingress: [{ action: 'Allow' }], egress: [{ action: 'Allow' }] };

/** An address on another list. */
const OTHER_LIST = FlowEnd.address('192.0.2.99');

/** Attackers and others at a host, at a pod behind it, and at a host that isn't meant; a pod that poses as an attacker; failsafe ports. */
export function dosDenyListProbes({ nets, hosts, name = 'dos-deny-list' }: Options): ProbeSet[] {
  const labels = hosts ? matchingLabels(hosts) : {};
  const attackers = nets.flatMap(({ firstAddress, lastAddress }) => firstAddress === lastAddress ? [firstAddress] : [firstAddress, lastAddress])
    .map((address) => FlowEnd.address(address));
  const others = [OTHER_LIST, ...OUTSIDE].filter((end) => !nets.some((net) => net.containsAddress(end.toString())));
  const scene = new ProbeScene().globalPolicy('allow-all', ALLOW_ALL);
  scene.networkSet(undefined, 'another-list', { 'network-set': `${name}-2` }, ['192.0.2.99/32']);
  const node = scene.hostEndpoint('node-a', labels);
  const web = scene.pod('shop', 'web', { labels: { app: 'web' }, node: 'node-a' });
  const posing = scene.pod('shop', 'posing', { labels: { 'network-set': name }, node: 'elsewhere' });
  const strangers = hosts ? lookAlikes(hosts).map((alike, index) => scene.hostEndpoint(`stranger-${index}`, alike)) : [];
  return [{
    name: 'beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...flowsBetween(others, [node, web], WEB),
      ...flowsBetween([posing], [web, node], WEB),
      ...flowsBetween([node], attackers, WEB),
      ...flowsBetween(attackers, strangers, WEB),
      ...flowsBetween(attackers.slice(0, 1), [node], { destinationPort: 22 }),
    ],
    mustDeny: [
      ...flowsBetween(attackers, [node, web], WEB),
      ...flowsBetween(attackers, [node, web], { protocol: 'UDP', destinationPort: 53 }),
    ],
  }];
}
