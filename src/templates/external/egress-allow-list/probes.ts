import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Port } from '../../../values/port';
import { Protocol } from '../../../values/protocol';
import { ClusterDns } from '../../cluster-dns';
import { addDns, dnsFlows, notDnsFlows } from '../../dns-probes';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { PodScopeProps } from '../../pod-scope';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options extends PodScopeProps {
  readonly nets: readonly Cidr[];
  readonly ports?: readonly Port[];
  readonly protocol?: Protocol;
  readonly allowCluster?: boolean;
  readonly dns?: ClusterDns;
}

/** Both ends of each block on the list, others, pods, nodes with host endpoints, and a pod and a network set that pose as the list. */
export function egressAllowListProbes(props: Options): ProbeSet[] {
  const { nets, namespaces, pods, name = 'egress-allow-list', allowCluster = true, dns } = props;
  const { meant, others } = samplesOf(props);
  const label = { 'network-set': name };
  const scene = new ProbeScene().namespace('meant', namespaces && matchingLabels(namespaces));
  const labels = pods ? matchingLabels(pods) : {};
  const apps = [scene.pod('meant', 'web', { labels })];
  const untouched = [
    ...namespaces ? lookAlikes(namespaces).map((alike, index) => scene.namespace(`other-${index}`, alike).pod(`other-${index}`, 'web', { labels })) : [
      scene.pod('calico-system', 'web', { labels }),
    ],
    ...pods ? lookAlikes(pods).map((alike) => scene.pod('meant', 'alike', { labels: alike })) : [],
  ];
  const servers = addDns(scene, dns);
  const posing = scene.pod('posing', 'pod', { labels: label, ports: { ...samplesOf(props).named } });
  scene.networkSet('posing', 'set', label, ['203.0.113.0/24', '2001:db8:ffff::/64']);
  scene.networkSet(undefined, 'another-list', { 'network-set': `${name}-2` }, ['192.0.2.99/32']);
  const listed = nets.flatMap(({ firstAddress, lastAddress }) => firstAddress === lastAddress ? [firstAddress] : [firstAddress, lastAddress])
    .map((address) => FlowEnd.address(address));
  const strangers = OUTSIDE.filter((end) => !nets.some((net) => net.containsAddress(end.toString())));
  const hosts = new ProbeScene();
  const node = hosts.hostEndpoint('node-a');
  return [{
    name: 'pods that the policy selects, and others',
    cluster: scene.cluster,
    mustAllow: [
      ...meant.flatMap((traffic) => flowsBetween(apps, listed, traffic)),
      ...dnsFlows(apps, servers.meant, dns),
      ...flowsBetween(untouched, strangers, { destinationPort: 443 }),
      ...allowCluster ? flowsBetween(apps, [posing, ...untouched.slice(0, 1)], { destinationPort: 8080 }) : [],
    ],
    mustDeny: [
      ...flowsBetween(apps, strangers, meant[0]),
      ...flowsBetween(apps, scene.hostPod('meant', 'host-networked', labels), meant[0]),
      ...others.flatMap((traffic) => flowsBetween(apps, listed, traffic)),
      ...allowCluster ? [] : [...flowsBetween(apps, [posing], meant[0]), ...notDnsFlows(apps, servers, dns)],
      ...flowsBetween(apps, [FlowEnd.address('192.0.2.99')], meant[0]),
    ],
  }, {
    name: 'nodes with host endpoints, which stay open',
    cluster: hosts.cluster,
    mustAllow: flowsBetween([node], [...OUTSIDE, ...listed], { destinationPort: 443 }),
  }];
}
