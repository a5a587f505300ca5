import { Manifest } from '../../manifests';
import { compareText } from '../../policy';
import { ClusterCheck, Report } from '../check';

/** Kinds outside Calico's API that decide on traffic: two of one name are as bad as two of Calico's. */
const KUBERNETES_POLICIES = new Set(['networking.k8s.io/NetworkPolicy', 'policy.networking.k8s.io/ClusterNetworkPolicy']);

/** One look at each object, and a sort of those of one name. */
export const DUPLICATE: ClusterCheck = {
  id: 'object/duplicate',
  severity: 'error',
  summary: 'Two objects of one cluster have the same kind, namespace and name, so one overwrites the other.',
  refusedByCluster: false,
  sees: 'cluster',
  run: ({ manifests }, report) => {
    const firsts = new Map<string, Manifest>();
    const groups = new Map<string, Manifest[]>();
    for (const manifest of manifests) {
      const kind = `${manifest.group}/${manifest.kind}`;
      if (manifest.name === '' || !(manifest.isCalico || KUBERNETES_POLICIES.has(kind))) {
        continue;
      }
      // No name holds a line break: with one in it, the object has other findings.
      const key = `${kind}\n${manifest.namespace ?? ''}\n${manifest.name}`;
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, manifest);
      } else if (groups.get(key)?.push(manifest) === undefined) {
        groups.set(key, [first, manifest]);
      }
    }
    for (const group of groups.values()) {
      reportGroup(group, report);
    }
  },
};

/** The first by its construct's path stands for the one that was meant, so that findings don't change with the order of declaration. */
function reportGroup(group: readonly Manifest[], report: Report): void {
  const [first, ...others] = [...group].sort((a, b) => compareText(a.origin.path ?? '', b.origin.path ?? ''));
  for (const manifest of others) {
    const inNamespace = manifest.namespace === undefined ? '' : ` in namespace ${manifest.namespace}`;
    report({
      manifest,
      field: ['metadata', 'name'],
      what: `${manifest.kind} ${manifest.name}${inNamespace} is there twice${whereElse(first)}`,
      why: 'the cluster keeps one object of a kind and name: whichever is applied last silently replaces the other',
      fix: 'give one of them another `metadata.name`, or put the contents of both into one',
    });
  }
}

function whereElse({ origin }: Manifest): string {
  if (origin.path !== undefined) {
    return `; the other is ${origin.path}`;
  }
  const place = origin.locate?.([]);
  return place ? `; the other starts at ${place.file ? `${place.file}:` : 'line '}${place.line}` : '';
}
