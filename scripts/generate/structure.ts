/**
 * The structure of a CRD: everything but words about it, in one canonical form, so that two CRDs can be compared and one can be told by a digest.
 */
import { createHash } from 'crypto';
import { Crd, CrdSchema } from './crd';
import { withoutText } from './structs';

/** Everything in a CRD that an API server acts on. What has no effect is left out: descriptions, annotations, `preserveUnknownFields: false`. */
export function structureOf(crd: Crd): unknown {
  const { group, scope, names, versions } = crd.spec;
  return sorted({
    name: crd.metadata.name,
    group,
    scope,
    names,
    versions: versions.map(({ schema, additionalPrinterColumns, ...version }) => ({
      ...version,
      // An empty `subresources` says nothing.
      subresources: version.subresources?.status === undefined ? undefined : version.subresources,
      additionalPrinterColumns: additionalPrinterColumns?.map(({ name, type, jsonPath }) => ({ name, type, jsonPath })),
      schema: canonicalSchema(withoutText(schema.openAPIV3Schema)),
    })),
  });
}

/** SHA-256 of the structure, in hex. */
export function digestOf(crd: Crd): string {
  return createHash('sha256').update(JSON.stringify(structureOf(crd))).digest('hex');
}

/** `required` is a set: its order says nothing. */
function canonicalSchema(schema: CrdSchema): CrdSchema {
  const copy = { ...schema };
  if (copy.required !== undefined) copy.required = [...copy.required].sort();
  if (copy.items !== undefined) copy.items = canonicalSchema(copy.items);
  if (copy.additionalProperties !== undefined) copy.additionalProperties = canonicalSchema(copy.additionalProperties);
  if (copy.properties !== undefined) {
    copy.properties = Object.fromEntries(Object.entries(copy.properties).map(([name, part]) => [name, canonicalSchema(part)]));
  }
  return copy;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]));
}
