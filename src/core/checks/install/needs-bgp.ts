import { InstallObjects, installObjects } from './install-objects';
import { isVxlan, readInstallation } from './read-installation';
import { readNode } from './read-node';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck, Report } from '../check';

const WHY = 'without BGP nobody tells a node where the pods of other nodes are, as only VXLAN finds out by itself: pods reach only those of their own node';

/**
 * IP in IP and no encapsulation route by what BIRD learns, unless Felix programs the routes (tigera operator validation.go,
 * validateCustomResource; node's CALICO_NETWORKING_BACKEND for manifests).
 */
export const NEEDS_BGP: ClusterCheck = {
  id: 'install/needs-bgp',
  severity: 'error',
  summary: 'A pool needs BGP for its routes, and the install turns BGP off.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    checkInstallations(objects, report);
    const felixRoutes = calicoObjects(cluster, 'FelixConfiguration').some(({ spec }) => spec.programClusterRoutes === 'Enabled');
    if (!felixRoutes) {
      checkNodes(objects, report);
    }
  },
};

function checkInstallations({ installations }: InstallObjects, report: Report): void {
  for (const { manifest, cni, ipam, bgp, felixRoutes, pools } of installations.map(readInstallation)) {
    if (cni !== 'Calico' || ipam !== 'Calico' || bgp || felixRoutes) {
      continue;
    }
    for (const { index, cidr, encapsulation } of pools.filter((pool) => !isVxlan(pool.encapsulation))) {
      report({
        manifest,
        field: ['spec', 'calicoNetwork', 'ipPools', index, 'encapsulation'],
        what: `pool ${cidr} has encapsulation ${encapsulation}, and BGP is off`,
        why: WHY,
        fix: 'write VXLAN, or set calicoNetwork.bgp to Enabled',
      });
    }
  }
}

function checkNodes(objects: InstallObjects, report: Report): void {
  for (const node of objects.nodes.map((manifest) => readNode(manifest, objects))) {
    const mode = node.value('CALICO_IPV4POOL_IPIP');
    if (node.value('CALICO_NETWORKING_BACKEND') !== 'vxlan' || mode === undefined || node.value('CALICO_IPV4POOL_CIDR') === 'none') {
      continue;
    }
    const vxlan = node.value('CALICO_IPV4POOL_VXLAN') ?? 'Never';
    if (mode.toLowerCase() !== 'never' || vxlan.toLowerCase() === 'never') {
      report({
        manifest: node.manifest,
        field: node.field('CALICO_IPV4POOL_IPIP'),
        what: `the IPv4 pool has IP-in-IP mode ${mode} and VXLAN mode ${vxlan}, and CALICO_NETWORKING_BACKEND is vxlan, which is without BGP`,
        why: WHY,
        fix: 'set CALICO_IPV4POOL_IPIP to Never and CALICO_IPV4POOL_VXLAN to Always, or calico_backend to bird',
      });
    }
  }
}
