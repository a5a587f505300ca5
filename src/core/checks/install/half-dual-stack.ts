import { installObjects, objectAt, textAt } from './install-objects';
import { ReadNode, readNode } from './read-node';
import { readCidr } from '../../cidr';
import { Cluster } from '../../manifests';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { isForPods } from '../pool/is-for-pods';

const WHY = 'IPv6 works only with all of them: without one, pods get no IPv6 address, or one that no other node reaches';

/** What IPv6 takes in a manifest install, one without another being of no use (docs networking/ipam/ipv6). */
export const HALF_DUAL_STACK: ClusterCheck = {
  id: 'install/half-dual-stack',
  severity: 'error',
  summary: 'Pods are to have addresses of an IPv6 pool, and calico-node isn\'t told of everything else that IPv6 takes.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const objects = installObjects(cluster);
    for (const node of objects.nodes.map((manifest) => readNode(manifest, objects))) {
      const pool = poolOf(node, cluster);
      if (pool === undefined) {
        continue;
      }
      for (const [name, wanted] of missing(node)) {
        report({
          manifest: node.manifest,
          field: node.field(name),
          what: `${pool}, and ${name} is ${node.value(name) ?? 'not set'}`,
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
          what: `${pool}, and the CNI plugin isn't told assign_ipv6`,
          why: WHY,
          fix: 'write "assign_ipv6": "true" into ipam of the plugin calico',
        });
      }
    }
  },
};

/** What says that pods are to have IPv6 addresses: the pool that calico-node makes, or one that is made for it. */
function poolOf({ value }: ReadNode, cluster: Cluster): string | undefined {
  const cidr = value('CALICO_IPV6POOL_CIDR');
  if (cidr !== undefined && cidr !== 'none') {
    return `CALICO_IPV6POOL_CIDR is ${cidr}`;
  }
  const declared = value('CALICO_NETWORKING_BACKEND') === 'none' ? undefined
    : calicoObjects(cluster, 'IPPool').find(({ spec }) => isForPods(spec) && typeof spec.cidr === 'string' && readCidr(spec.cidr)?.network.family === 6);
  return declared && `IPPool ${declared.name} is ${String(declared.spec.cidr)}`;
}

function missing({ value }: ReadNode): (readonly [string, string])[] {
  const ip6 = value('IP6');
  return [
    ...(ip6 === undefined || ip6 === 'none' ? [['IP6', 'autodetect'] as const] : []),
    ...(value('FELIX_IPV6SUPPORT') === 'false' ? [['FELIX_IPV6SUPPORT', 'true'] as const] : []),
  ];
}
