import { judge } from '../core/checks';
import { Finding } from '../core/findings';
import { Manifest } from '../core/manifests';

/** The errors of each object, by its id, when all of them are judged as the objects of one cluster. */
export function errorsById(manifests: readonly Manifest[], ids: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  const marked = manifests.map(({ object }, index) => new Manifest(object, { path: ids[index] }));
  const errors = new Map<string, Finding[]>();
  for (const finding of judge({ clusters: [{ name: '', manifests: marked }] })) {
    if (finding.severity === 'error' && finding.path !== undefined) {
      const known = errors.get(finding.path) ?? [];
      known.push(finding);
      errors.set(finding.path, known);
    }
  }
  return errors;
}
