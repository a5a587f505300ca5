import { Manifest } from '../../manifests';
import { SelectorField, selectorFieldsOf } from '../../schema';
import { parseStrictly, SelectorNode } from '../../selectors';

/** A selector that Calico can read. */
export interface ReadableSelector extends SelectorField {
  readonly ast: SelectorNode;
}

const known = new WeakMap<Manifest, readonly ReadableSelector[]>();

/** The selectors of a manifest that Calico can read (`selector/syntax` reports the others), read once for all checks. */
export function readableSelectors(manifest: Manifest): readonly ReadableSelector[] {
  let selectors = known.get(manifest);
  if (selectors === undefined) {
    selectors = [...selectorFieldsOf(manifest)].flatMap((field) => {
      const parsed = parseStrictly(field.text);
      return parsed.ok ? [{ ...field, ast: parsed.ast }] : [];
    });
    known.set(manifest, selectors);
  }
  return selectors;
}
