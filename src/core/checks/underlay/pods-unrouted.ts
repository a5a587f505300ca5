import { felixSettings } from './felix-setting';
import { hasFlannel } from './node-sources';
import { Cluster } from '../../manifests';
import { ClusterCheck, Report } from '../check';
import { installObjects } from '../install/install-objects';
import { readInstallation } from '../install/read-installation';
import { readNode } from '../install/read-node';

const WHY = 'packets to pods of other nodes leave the node as they are, and no router on their way knows where those pods are: they are dropped, or go out by the default route';
const WHY_FELIX = 'Felix makes routes on the nodes only: a router between two subnets of nodes doesn\'t know where pods are, and drops packets to them';
const FIX = 'give the network routes to the pods of each node and set routesPods in the plan\'s underlay, or take VXLAN';

/**
 * Somebody has to know the way to a pod: its own node by encapsulation, all nodes by BGP, or the network. Where Calico's own addresses go without
 * all of them, `install/needs-bgp` says so; this is about networks that were to be routed, and aren't. Routes by Felix do within one subnet.
 */
export const PODS_UNROUTED: ClusterCheck = {
  id: 'underlay/pods-unrouted',
  severity: 'error',
  summary: 'Pods have neither encapsulation nor BGP, and the plan\'s underlay doesn\'t route them.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const underlay = cluster.plan?.underlay;
    if (underlay !== undefined && !underlay.routesPods) {
      checkInstallations(cluster, report);
      checkNodes(cluster, report);
    }
  },
};

function checkInstallations(cluster: Cluster, report: Report): void {
  for (const { manifest, cni, ipam, bgp, felixRoutes, pools } of installObjects(cluster).installations.map(readInstallation)) {
    if (cni !== 'Calico' || bgp || (ipam === 'Calico' && !felixRoutes)) {
      continue;
    }
    for (const { index, cidr } of pools.filter(({ encapsulation }) => encapsulation === 'None')) {
      report({
        manifest,
        field: ['spec', 'calicoNetwork', 'ipPools', index, 'encapsulation'],
        what: `pool ${cidr} has no encapsulation, BGP is off, and the underlay of the plan doesn't route pods`,
        ...(felixRoutes ? { why: WHY_FELIX, severity: 'warning' as const } : { why: WHY }),
        fix: FIX,
      });
    }
  }
}

function checkNodes(cluster: Cluster, report: Report): void {
  const objects = installObjects(cluster);
  const nodes = objects.nodes.map((manifest) => readNode(manifest, objects));
  const felixRoutes = felixSettings(cluster, nodes)('programClusterRoutes')?.value === 'Enabled';
  for (const { manifest, value, field } of nodes) {
    const never = (variable: string) => (value(variable) ?? 'Never').toLowerCase() === 'never';
    const backend = value('CALICO_NETWORKING_BACKEND');
    if (backend === 'none' && value('USE_POD_CIDR') === 'true' && !hasFlannel(manifest)) {
      report({
        manifest,
        field: field('CALICO_NETWORKING_BACKEND'),
        what: 'pods get addresses from the pod CIDR of their node, Calico makes no routes, and the underlay of the plan doesn\'t route pods',
        why: WHY,
        fix: 'give the network routes to the pod CIDR of each node and set routesPods in the plan\'s underlay, or let Calico do the networking',
      });
    } else if (backend === 'vxlan' && felixRoutes && never('CALICO_IPV4POOL_IPIP') && never('CALICO_IPV4POOL_VXLAN') && value('CALICO_IPV4POOL_CIDR') !== 'none') {
      report({
        manifest,
        field: field('CALICO_IPV4POOL_VXLAN'),
        what: 'the IPv4 pool has no encapsulation, BGP is off, and the underlay of the plan doesn\'t route pods',
        why: WHY_FELIX,
        severity: 'warning',
        fix: FIX,
      });
    }
  }
}
