import { installObjects } from './install-objects';
import { annotation } from './pod-cidrs';
import { isIpip, readInstallation } from './read-installation';
import { readNode } from './read-node';
import { Manifest } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';

const WHY = 'Azure\'s network drops IP protocol 4: pods on different nodes don\'t reach each other, while everything looks healthy';
/** The annotation of an install that says where it is for. */
export const PLATFORM_ANNOTATION = 'cdk8s-calico/platform';

/** Azure passes TCP, UDP and ICMP only (Azure virtual networks FAQ); nothing in Calico or its operator knows that. */
export const IPIP_ON_AZURE: ClusterCheck = {
  id: 'install/ipip-on-azure',
  severity: 'error',
  summary: 'A pool uses IP in IP on Azure, which drops it.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    const onAzure = objects.installations.map(readInstallation).some(({ manifest, provider, cni }) => cni === 'Calico' && (provider === 'AKS' || isForAks(manifest)))
      || objects.nodes.some(isForAks);
    for (const manifest of onAzure ? calicoObjects(cluster, 'IPPool') : []) {
      const { ipipMode, disabled } = manifest.spec;
      if (disabled !== true && (ipipMode === 'Always' || ipipMode === 'CrossSubnet')) {
        report({
          manifest,
          field: ['spec', 'ipipMode'],
          what: `the pool has IP-in-IP mode ${ipipMode} on Azure`,
          why: WHY,
          fix: 'set ipipMode to Never and vxlanMode to Always',
        });
      }
    }
    for (const { manifest, provider, cni, pools } of objects.installations.map(readInstallation)) {
      if (cni !== 'Calico' || (provider !== 'AKS' && !isForAks(manifest))) {
        continue;
      }
      for (const { index, cidr, encapsulation } of pools.filter((pool) => isIpip(pool.encapsulation))) {
        report({
          manifest,
          field: ['spec', 'calicoNetwork', 'ipPools', index, 'encapsulation'],
          what: `pool ${cidr} has encapsulation ${encapsulation} on Azure`,
          why: WHY,
          fix: 'write VXLAN, and set calicoNetwork.bgp to Disabled',
        });
      }
    }
    for (const node of objects.nodes.filter(isForAks).map((manifest) => readNode(manifest, objects))) {
      const mode = node.value('CALICO_IPV4POOL_IPIP');
      if (mode !== undefined && mode.toLowerCase() !== 'never') {
        report({
          manifest: node.manifest,
          field: node.field('CALICO_IPV4POOL_IPIP'),
          what: `the IPv4 pool has IP-in-IP mode ${mode} on Azure`,
          why: WHY,
          fix: 'set CALICO_IPV4POOL_IPIP to Never and CALICO_IPV4POOL_VXLAN to Always',
        });
      }
    }
  },
};

/** True where the install was made for AKS. */
function isForAks(manifest: Manifest): boolean {
  return annotation(manifest, PLATFORM_ANNOTATION) === 'AKS';
}
