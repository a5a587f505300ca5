import { Manifest } from '../../manifests';
import { ClusterCheck } from '../check';

/** Kinds outside Calico's API that decide on traffic: two of one name are as bad as two of Calico's. */
const KUBERNETES_POLICIES = new Set(['networking.k8s.io/NetworkPolicy', 'policy.networking.k8s.io/ClusterNetworkPolicy']);

/** One look at each object. */
export const DUPLICATE: ClusterCheck = {
  id: 'object/duplicate',
  severity: 'error',
  summary: 'Two objects of one cluster have the same kind, namespace and name, so one overwrites the other.',
  refusedByCluster: false,
  sees: 'cluster',
  run: ({ manifests }, report) => {
    const firsts = new Map<string, Manifest>();
    for (const manifest of manifests) {
      const kind = `${manifest.group}/${manifest.kind}`;
      if (manifest.name === '' || !(manifest.isCalico || KUBERNETES_POLICIES.has(kind))) {
        continue;
      }
      const key = JSON.stringify([kind, manifest.namespace ?? '', manifest.name]);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, manifest);
        continue;
      }
      const inNamespace = manifest.namespace === undefined ? '' : ` in namespace ${manifest.namespace}`;
      report({
        manifest,
        field: ['metadata', 'name'],
        what: `${manifest.kind} ${manifest.name}${inNamespace} is there twice${whereElse(first)}`,
        why: 'the cluster keeps one object of a kind and name: whichever is applied last silently replaces the other',
        fix: 'give one of them another `metadata.name`, or put the contents of both into one',
      });
    }
  },
};

function whereElse({ origin }: Manifest): string {
  if (origin.path !== undefined) {
    return `; the other is ${origin.path}`;
  }
  const place = origin.locate?.([]);
  return place ? `; the other starts at ${place.file ? `${place.file}:` : 'line '}${place.line}` : '';
}
