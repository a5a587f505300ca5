import { Manifest } from '../../manifests';
import { SelectorField, selectorFieldsOf } from '../../schema';
import { labelsOf, LabelUse, leavesOf, parseStrictly, SelectorNode } from '../../selectors';

/** A selector that Calico can read. */
export interface ReadableSelector extends SelectorField {
  readonly ast: SelectorNode;
  /** Its labels, in the order of the text. */
  readonly labels: readonly LabelUse[];
  /**
   * True where no label stands twice: such terms don't depend on each other, so some labels match the selector and others don't, unless
   * it holds an empty set, `all()` or `global()`. Most selectors are like that.
   */
  readonly isPlain: boolean;
}

const NONE: readonly ReadableSelector[] = [];
let lastManifest: Manifest | undefined;
let lastSelectors = NONE;

/**
 * The selectors of a manifest that Calico can read (`selector/syntax` reports the others). The judge shows a manifest to one check after
 * the other, so remembering the last one is enough to read them once for all checks, and holds on to nothing.
 */
export function readableSelectors(manifest: Manifest): readonly ReadableSelector[] {
  if (manifest !== lastManifest) {
    lastSelectors = manifest.isCalico ? read(manifest) : NONE;
    lastManifest = manifest;
  }
  return lastSelectors;
}

function read(manifest: Manifest): ReadableSelector[] {
  const selectors: ReadableSelector[] = [];
  for (const { field, text, role } of selectorFieldsOf(manifest)) {
    const parsed = parseStrictly(text);
    if (parsed.ok) {
      const labels = labelsOf(parsed.ast);
      selectors.push({ field, text, role, ast: parsed.ast, labels, isPlain: arePlain(parsed.ast, labels) });
    }
  }
  return selectors;
}

function arePlain(ast: SelectorNode, labels: readonly LabelUse[]): boolean {
  if ('label' in ast) {
    return !hasEmptySet(labels[0]);
  }
  return new Set(labels.map(({ label }) => label)).size === labels.length && !labels.some(hasEmptySet) && leavesOf(ast).length === labels.length;
}

function hasEmptySet({ term }: LabelUse): boolean {
  return (term.kind === 'in' || term.kind === 'notIn') && term.values.length === 0;
}
