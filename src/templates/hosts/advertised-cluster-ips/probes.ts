import { ClusterIpAccess } from './cluster-ip-access';
import { Flow } from '../../../model/flow';
import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { Selector } from '../../../values/selector';
import { lookAlikes, matchingLabels } from '../../labels-for-selector';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options {
  readonly services: readonly Cidr[];
  readonly cluster: readonly Cidr[];
  readonly allowed: readonly ClusterIpAccess[];
  readonly backends?: Selector;
  readonly hosts?: Selector;
}

const WEB = { destinationPort: 443 };

/**
 * Services' addresses as a node sees them before it translates them: as if they were its own. And the pods behind, which see what nodes pass on.
 */
export function advertisedClusterIpsProbes({ services, cluster, allowed, backends, hosts }: Options): ProbeSet[] {
  const scene = new ProbeScene().globalPolicy('allow-all', { order: -1000, selector: 'all()', types: ['Ingress'], ingress: [{ action: 'Allow' }] });
  const addresses = [...new Set([...services.map(({ lastAddress }) => lastAddress), ...allowed.map(({ clusterIp }) => clusterIp.firstAddress)])];
  const node = scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {}, true, ['10.9.0.200', 'fd09::200', ...addresses]);
  const web = scene.pod('shop', 'web', { node: 'node-a' });
  const at = (nets: readonly Cidr[]): FlowEnd[] => nets.map(({ lastAddress }) => FlowEnd.address(lastAddress));
  const ofVersion = (ends: readonly FlowEnd[], address: string): FlowEnd[] =>
    ends.filter((end) => end.toString().includes(':') === address.includes(':'));
  const known = [...cluster, ...allowed.flatMap(({ sources }) => sources)];
  const others = OUTSIDE.filter((end) => !known.some((net) => net.containsAddress(end.toString())));
  const toEach = (sources: readonly FlowEnd[]) => addresses
    .flatMap((address) => flowsBetween(ofVersion(sources, address), [FlowEnd.address(address)], WEB));
  const sets: ProbeSet[] = [{
    name: 'nodes beside a policy that allows everything',
    cluster: scene.cluster,
    mustAllow: [
      ...toEach(at(cluster)),
      ...allowed.flatMap(({ clusterIp, sources, ports, protocol }) =>
        samplesOf({ ports, protocol }).meant.flatMap((traffic) => flowsBetween(at(sources), [FlowEnd.address(clusterIp.firstAddress)], traffic))),
      ...flowsBetween(others, [node, web], WEB),
    ],
    mustDeny: [
      ...toEach(others),
      ...allowed.flatMap(({ clusterIp, sources }) => addresses.filter((address) => !clusterIp.containsAddress(address))
        .flatMap((address) => flowsBetween(ofVersion(at(sources), address), [FlowEnd.address(address)], WEB))),
      ...allowed.flatMap(({ clusterIp, sources, ports, protocol }) => (ports ? samplesOf({ ports, protocol }).others : [])
        .flatMap((traffic) => flowsBetween(at(sources), [FlowEnd.address(clusterIp.firstAddress)], traffic))),
    ],
  }, closedNodes(cluster, addresses, hosts)];
  if (backends) {
    const behind = new ProbeScene();
    const pod = behind.pod('shop', 'backend', { labels: matchingLabels(backends) });
    const alikes = lookAlikes(backends).map((labels) => behind.pod('shop', 'alike', { labels }));
    behind.policy('shop', 'default-deny', { types: ['Ingress'] });
    sets.push({
      name: 'pods behind Services, and others, beside a default deny',
      cluster: behind.cluster,
      mustAllow: flowsBetween(at(cluster), [pod], WEB),
      mustDeny: [...flowsBetween(others, [pod], WEB), ...flowsBetween(at(cluster), alikes, WEB)],
    });
  }
  return sets;
}

/** What doesn't go to a Service stays with the other policies of the host, from the cluster too. */
function closedNodes(cluster: readonly Cidr[], addresses: readonly string[], hosts: Selector | undefined): ProbeSet {
  const scene = new ProbeScene().withoutFailsafe();
  const own = ['10.9.0.200', 'fd09::200'];
  scene.hostEndpoint('node-a', hosts ? matchingLabels(hosts) : {}, false, [...own, ...addresses]);
  const reach = (destinations: readonly string[]): Flow[] => cluster.flatMap(({ lastAddress }) => destinations
    .filter((address) => address.includes(':') === lastAddress.includes(':'))
    .flatMap((address) => flowsBetween([FlowEnd.address(lastAddress)], [FlowEnd.address(address)], WEB)));
  return { name: 'nodes that are closed otherwise', cluster: scene.cluster, mustAllow: reach(addresses), mustDeny: reach(own) };
}
