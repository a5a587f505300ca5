/**
 * Compact sources: the operator's CRDs embed the same Kubernetes structures over and over, so `crds/operator.tigera.io.yaml` names them by
 * `$ref: group/Name`; `$ref: spec` is the CRD's own spec. Here each reference becomes the structure itself.
 */
import { CrdSchema } from './crd-schema';

/** Structures by group and name. */
export type Definitions = Record<string, Record<string, CrdSchema>>;

const names = new WeakMap<CrdSchema, string>();

/** The name by which a schema was referred to, such as `kubernetes/Affinity`; undefined for one that stands where it is used. */
export function referenceOf(schema: CrdSchema): string | undefined {
  return names.get(schema);
}

/** A copy of `root` without references. A description beside a reference wins over that of the definition. */
export function expandReferences(root: CrdSchema, definitions: Definitions): CrdSchema {
  const expand = (schema: CrdSchema): CrdSchema => {
    const { $ref: reference, ...rest } = schema;
    if (reference !== undefined) {
      const expanded = { ...expand(find(reference)), ...rest };
      names.set(expanded, reference);
      return expanded;
    }
    const copy: CrdSchema = { ...schema };
    if (copy.items !== undefined) copy.items = expand(copy.items);
    if (copy.additionalProperties !== undefined) copy.additionalProperties = expand(copy.additionalProperties);
    if (copy.properties !== undefined) {
      copy.properties = Object.fromEntries(Object.entries(copy.properties).map(([name, part]) => [name, expand(part)]));
    }
    return copy;
  };
  const find = (reference: string): CrdSchema => {
    const [group, name] = reference.split('/');
    const found = name === undefined ? root.properties?.[group] : definitions[group]?.[name];
    if (found === undefined) throw new Error(`crds/ has no definition ${reference}`);
    return found;
  };
  return expand(root);
}
