import { installObjects, objectAt, textAt } from './install-objects';
import { ReadNode, readNode } from './read-node';
import { ClusterCheck } from '../check';

const WHY = 'IPv6 works only with all of them: without one, pods get no IPv6 address, or one that no other node reaches';

/** What IPv6 takes in a manifest install, one without another being of no use (docs networking/ipam/ipv6). */
export const HALF_DUAL_STACK: ClusterCheck = {
  id: 'install/half-dual-stack',
  severity: 'error',
  summary: 'calico-node is told of an IPv6 pool, and not of everything else that IPv6 takes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    for (const node of objects.nodes.map((manifest) => readNode(manifest, objects))) {
      const cidr = node.value('CALICO_IPV6POOL_CIDR');
      if (cidr === undefined || cidr === 'none') {
        continue;
      }
      for (const [name, wanted] of missing(node)) {
        report({
          manifest: node.manifest,
          field: node.field(name),
          what: `CALICO_IPV6POOL_CIDR is ${cidr}, and ${name} is ${node.value(name) ?? 'not set'}`,
          why: WHY,
          fix: `set ${name} to ${wanted}`,
        });
      }
      const configMap = objects.configMaps.get(`${node.manifest.namespace ?? 'default'}/calico-config`);
      const plugin = configMap && textAt(objectAt(configMap.object, 'data'), 'cni_network_config');
      if (plugin?.includes('"calico-ipam"') && !/"assign_ipv6":\s?"true"/.test(plugin)) {
        report({
          manifest: configMap,
          field: ['data', 'cni_network_config'],
          what: `CALICO_IPV6POOL_CIDR is ${cidr}, and the CNI plugin isn't told assign_ipv6`,
          why: WHY,
          fix: 'write "assign_ipv6": "true" into ipam of the plugin calico',
        });
      }
    }
  },
};

function missing({ value }: ReadNode): (readonly [string, string])[] {
  const ip6 = value('IP6');
  return [
    ...(ip6 === undefined || ip6 === 'none' ? [['IP6', 'autodetect'] as const] : []),
    ...(value('FELIX_IPV6SUPPORT') === 'false' ? [['FELIX_IPV6SUPPORT', 'true'] as const] : []),
  ];
}
