import type { TrafficSource, TrafficUse } from './required-traffic';
import { isObject, Manifest } from '../../manifests';
import { objectAt } from '../install/install-objects';
import { ReadNode } from '../install/read-node';

/** What a DaemonSet of calico-node says of its use of the network; what Felix's variables say is asked elsewhere. */
export function nodeSources({ manifest, value, field }: ReadNode): TrafficSource[] {
  const port = Number(value('KUBERNETES_SERVICE_PORT') ?? NaN);
  const sources: TrafficSource[] = [
    { use: 'api-server', manifest, field: field('KUBERNETES_SERVICE_PORT'), ...(Number.isInteger(port) && { port }) },
  ];
  const add = (use: TrafficUse, variable: string) => sources.push({ use, manifest, field: field(variable) });
  const typha = value('FELIX_TYPHAK8SSERVICENAME') ?? 'none';
  if (typha !== 'none') {
    add('typha', 'FELIX_TYPHAK8SSERVICENAME');
  }
  if (value('CALICO_NETWORKING_BACKEND') === 'bird') {
    add('bgp', 'CALICO_NETWORKING_BACKEND');
  }
  if (hasFlannel(manifest)) {
    sources.push({ use: 'flannel', manifest, field: ['spec', 'template', 'spec', 'containers'] });
  }
  for (const [use, variable, cidr] of [
    ['ipip', 'CALICO_IPV4POOL_IPIP', 'CALICO_IPV4POOL_CIDR'],
    ['vxlan', 'CALICO_IPV4POOL_VXLAN', 'CALICO_IPV4POOL_CIDR'],
    ['vxlan', 'CALICO_IPV6POOL_VXLAN', 'CALICO_IPV6POOL_CIDR'],
  ] as const) {
    const made = value(cidr) !== 'none' && value('NO_DEFAULT_POOLS') !== 'true' && (cidr.includes('V4') || value('FELIX_IPV6SUPPORT') === 'true');
    if (made && (value(variable) ?? 'Never').toLowerCase() !== 'never') {
      add(use, variable);
    }
  }
  return sources;
}

/** True where flannel runs beside calico-node: Canal. */
export function hasFlannel({ spec }: Manifest): boolean {
  const { containers } = objectAt(spec, 'template', 'spec');
  return Array.isArray(containers) && containers.some((container) => isObject(container) && container.name === 'kube-flannel');
}
