import { Cluster, Manifest } from '../../../manifests';

const KINDS: ReadonlySet<string> = new Set(['NetworkPolicy', 'GlobalNetworkPolicy', 'ClusterNetworkPolicy']);

/** Whether any policy of a cluster may govern a direction, from a look at the manifests alone. */
export function mayGovern({ manifests }: Cluster, direction: 'ingress' | 'egress'): boolean {
  return manifests.some((manifest) => KINDS.has(manifest.kind) && governs(manifest, direction));
}

/** A direction is governed where `types` lists it, or rules are given for it; ingress by default too. */
function governs({ kind, spec }: Manifest, direction: 'ingress' | 'egress'): boolean {
  const types = spec.types ?? spec.policyTypes;
  return kind === 'ClusterNetworkPolicy' || spec[direction] !== undefined
    || (Array.isArray(types) ? types.some((type) => typeof type === 'string' && type.toLowerCase() === direction) : direction === 'ingress');
}
