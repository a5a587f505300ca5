import { Manifest } from '../core/manifests';
import { selectorFieldsOf } from '../core/schema';
import { canonicalise, parseStrictly, printSelector } from '../core/selectors';

/** The manifest with each selector written as a built one would be: other text, the same meaning. Grows with the manifest. */
export function withTidySelectors(manifest: Manifest): Manifest {
  const object = structuredClone(manifest.object);
  for (const { field, text } of selectorFieldsOf(manifest)) {
    const parsed = parseStrictly(text);
    if (parsed.ok) {
      const holder = field.slice(0, -1).reduce<any>((value, step) => value[step], object);
      holder[field.at(-1)!] = printSelector(canonicalise(parsed.ast));
    }
  }
  return new Manifest(object, manifest.origin);
}
