import { JsonObject } from '../../core/manifests';
import { printRefusal } from '../ask';
import { readCalico } from '../calico-objects';
import { ClusterReader, Reading } from '../reading';

/** Everything that decides over the connections of two namespaces, as far as it can be read. */
export interface PolicyObjects {
  readonly objects: readonly JsonObject[];
  /** What couldn't be read, in words. */
  readonly missing: readonly string[];
}

/** Calico's kinds of one namespace, and those of the whole cluster. */
const NAMESPACED = ['networkpolicies', 'networksets'];
const GLOBAL = ['globalnetworkpolicies', 'globalnetworksets', 'tiers', 'hostendpoints', 'felixconfigurations'];

/** Reads the policies that may select a pod of some namespaces, and what their rules refer to. */
export async function readPolicyObjects(namespaces: readonly string[], reader: ClusterReader): Promise<PolicyObjects> {
  const unique = [...new Set(namespaces)];
  const found: JsonObject[] = [];
  const missing: string[] = [];
  const take = (name: string, reading: Reading) => {
    if (reading.refusal === undefined) {
      reading.objects.forEach((object) => found.push(object));
    } else if (reading.refusal.reason !== 'no-such-kind' && reading.refusal.reason !== 'not-found') {
      missing.push(`${name}: ${printRefusal(reading.refusal)}`);
    }
  };
  const readings = await Promise.all([
    ...['namespaces', 'nodes', 'clusternetworkpolicies.policy.networking.k8s.io'].map(async (kind) => ({ kind, reading: await reader.list(kind) })),
    ...unique.flatMap((namespace) => ['networkpolicies.networking.k8s.io', 'serviceaccounts', 'pods'].map(async (kind) =>
      ({ kind: `${kind} of ${namespace}`, reading: await reader.list(kind, '-n', namespace) }))),
    ...GLOBAL.map(async (kind) => ({ kind, reading: (await readCalico(reader, kind)).reading })),
    // Network sets of other namespaces can be peers of global policies.
    ...NAMESPACED.map(async (kind) => ({ kind, reading: (await readCalico(reader, kind, '-A')).reading })),
  ]);
  readings.forEach(({ kind, reading }) => take(kind, reading));
  if (found.some((object) => usesServices(object))) {
    const [services, slices] = await Promise.all([reader.list('services', '-A'), reader.list('endpointslices.discovery.k8s.io', '-A')]);
    take('services', services);
    take('endpointslices', slices);
  }
  return { objects: found, missing };
}

/** Rules may name Services in place of addresses. */
function usesServices({ kind, spec }: JsonObject): boolean {
  return (kind === 'NetworkPolicy' || kind === 'GlobalNetworkPolicy') && JSON.stringify(spec ?? {}).includes('"services":');
}
