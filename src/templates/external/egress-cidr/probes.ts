import { Cidr } from '../../../values/cidr';
import { FlowEnd } from '../../../values/flow-end';
import { AppPortsProps } from '../../apps/app-template-props';
import { ClusterDns } from '../../cluster-dns';
import { addDns, dnsFlows, notDnsFlows } from '../../dns-probes';
import { flowsBetween, OUTSIDE, ProbeScene } from '../../probe-scene';
import { ProbeSet } from '../../probe-set';
import { samplesOf } from '../../traffic';

interface Options extends AppPortsProps {
  readonly cidrs: readonly Cidr[];
  readonly exceptCidrs?: readonly Cidr[];
  readonly allowDns?: boolean;
  readonly dns?: ClusterDns;
}

/** Addresses at both ends of each block, those excepted, others, pods, and DNS; a default deny is there too. */
export function egressCidrProbes(props: Options): ProbeSet[] {
  const { namespace, app, cidrs, exceptCidrs = [], allowDns = true, dns } = props;
  const { meant, others } = samplesOf(props);
  const scene = new ProbeScene();
  const apps = scene.podsOf(namespace, 'app', app);
  scene.policy(namespace, 'default-deny', { types: ['Egress'] });
  const servers = addDns(scene, dns);
  const isMeant = (address: string): boolean =>
    cidrs.some((net) => net.containsAddress(address)) && !exceptCidrs.some((net) => net.containsAddress(address));
  // Where the address of the network set that poses as DNS is allowed itself, it proves nothing.
  const isAnywhere = servers.others.some((end) => !end.toString().includes('/') && isMeant(end.toString()));
  const edges = [...cidrs, ...exceptCidrs].flatMap(({ firstAddress, lastAddress }) => [firstAddress, lastAddress]);
  const ends = (addresses: readonly string[]): FlowEnd[] => [...new Set(addresses)].map((address) => FlowEnd.address(address));
  const reachable = ends(edges.filter(isMeant));
  const excepted = ends([...edges, ...OUTSIDE.map(String)].filter((address) => !isMeant(address)));
  return [{
    name: 'beside a default deny',
    cluster: scene.cluster,
    mustAllow: [
      ...meant.flatMap((traffic) => flowsBetween(apps.meant, reachable, traffic)),
      ...allowDns ? dnsFlows(apps.meant, servers.meant, dns) : [],
    ],
    mustDeny: [
      ...flowsBetween(apps.meant, excepted, meant[0]),
      ...others.flatMap((traffic) => flowsBetween(apps.meant, reachable, traffic)),
      ...notDnsFlows(apps.meant, isAnywhere ? { ...servers, others: [] } : servers, dns),
      ...allowDns ? [] : dnsFlows(apps.meant, servers.meant, dns),
      ...flowsBetween(apps.others.filter((end) => end.toString().startsWith(`${namespace}/`)), reachable.slice(0, 2), meant[0]),
    ],
  }];
}
