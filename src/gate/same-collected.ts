import { isDeepStrictEqual } from 'node:util';
import { Collected } from '../rendering/collect-manifests';

/** True where both hold the same constructs with the same rendering, and the same faults. Grows with the size of the manifests. */
export function sameCollected(a: Collected, b: Collected): boolean {
  return a.objects.length === b.objects.length
    && isDeepStrictEqual(a.faults, b.faults)
    && a.objects.every((object, index) => {
      const other = b.objects[index];
      return object.construct === other.construct && isDeepStrictEqual(object.rendered, other.rendered);
    });
}
