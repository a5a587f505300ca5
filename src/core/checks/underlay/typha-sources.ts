import type { TrafficSource } from './required-traffic';
import { Cluster, isObject, JsonObject } from '../../manifests';
import { objectAt } from '../install/install-objects';

/** The metrics that a Deployment of Typha serves; the operator's Typha is told by the Installation. One look at each object. */
export function typhaSources({ manifests }: Cluster): TrafficSource[] {
  return manifests.filter(({ kind, group }) => kind === 'Deployment' && group === 'apps').flatMap((manifest) => {
    const containers = listOf(objectAt(manifest.spec, 'template', 'spec').containers);
    const index = containers.findIndex(({ name }) => name === 'calico-typha');
    const env = listOf(containers[index]?.env);
    const valueOf = (variable: string) => env.find(({ name }) => name === variable)?.value;
    if (valueOf('TYPHA_PROMETHEUSMETRICSENABLED') !== 'true') {
      return [];
    }
    const port = Number(valueOf('TYPHA_PROMETHEUSMETRICSPORT') ?? NaN);
    const field = ['spec', 'template', 'spec', 'containers', index, 'env'];
    return [{ use: 'typha-metrics' as const, manifest, field, ...(Number.isInteger(port) && { port }) }];
  });
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
