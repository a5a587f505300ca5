import { addToList } from '../add-to-list';
import { Cluster, Manifest } from '../manifests';
import { compareText } from '../policy';

const byKind = new WeakMap<readonly Manifest[], Map<string, Manifest[]>>();
const NONE: readonly Manifest[] = [];

/** Calico's objects of a kind, in the order of declaration. A cluster is sorted by kind once for all checks, in one walk. */
export function calicoObjects({ manifests }: Cluster, kind: string): readonly Manifest[] {
  let kinds = byKind.get(manifests);
  if (kinds === undefined) {
    kinds = new Map();
    for (const manifest of manifests) {
      if (manifest.isCalico) {
        addToList(kinds, manifest.kind, manifest);
      }
    }
    byKind.set(manifests, kinds);
  }
  return kinds.get(kind) ?? NONE;
}

/** The names of Calico's objects of a kind. */
export function namesOf(cluster: Cluster, kind: string): ReadonlySet<string> {
  return new Set(calicoObjects(cluster, kind).map(({ name }) => name));
}

/** Sorts objects by where they come from, so that findings don't change with the order of declaration. */
export function inStableOrder(manifests: readonly Manifest[]): Manifest[] {
  const key = ({ name, origin }: Manifest) => JSON.stringify([name, origin.path ?? '']);
  return manifests.map((manifest) => ({ manifest, key: key(manifest) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ manifest }) => manifest);
}
