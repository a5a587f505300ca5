/**
 * CustomResourceDefinitions as `crds/` holds them: read, and printed in the one layout that the project uses.
 */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Document, isScalar, parse, parseAllDocuments, visit } from 'yaml';
import { CrdSchema } from './crd-schema';
import { Definitions, expandReferences } from './references';

export type { CrdSchema } from './crd-schema';

export interface CrdVersion {
  name: string;
  served: boolean;
  storage: boolean;
  additionalPrinterColumns?: { name: string; type: string; jsonPath: string }[];
  selectableFields?: { jsonPath: string }[];
  subresources?: { status?: object };
  schema: { openAPIV3Schema: CrdSchema };
}

export interface Crd {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: {
    group: string;
    scope: 'Cluster' | 'Namespaced';
    names: { kind: string; listKind: string; plural: string; singular: string; shortNames?: string[] };
    versions: CrdVersion[];
  };
}

/** Reads every CRD of a folder, in order of file names. */
export function readCrds(folder: string): Crd[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')) as Crd);
}

/** Reads the CRDs of a compact file: its first document holds what the others name by reference, and each reference becomes what it names. */
export function readCompactCrds(file: string): Crd[] {
  const [definitions, ...crds] = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as unknown);
  return (crds as Crd[]).map((crd) => {
    for (const { schema } of crd.spec.versions) schema.openAPIV3Schema = expandReferences(schema.openAPIV3Schema, definitions as Definitions);
    return crd;
  });
}

/** The schema of a CRD's only version. */
export function schemaOf(crd: Crd): CrdSchema {
  return crd.spec.versions[0].schema.openAPIV3Schema;
}

/** Keywords in the order in which `crds/` prints them; `required`, rules and the parts of a schema come last. */
const KEYWORDS = [
  'description', '$ref', 'type', 'x-kubernetes-int-or-string', 'anyOf', 'nullable', 'x-kubernetes-preserve-unknown-fields', 'default', 'enum', 'allOf',
  'format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties',
  'x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type', 'x-kubernetes-validations',
  'required', 'properties', 'additionalProperties', 'items',
];

/** Prints a CRD in the project's layout: who it is first, then how it is served, then the schema, each schema with its description first. */
export function printCrd(crd: Crd): string {
  const { names } = crd.spec;
  const ordered = {
    apiVersion: crd.apiVersion,
    kind: crd.kind,
    metadata: { name: crd.metadata.name },
    spec: {
      group: crd.spec.group,
      scope: crd.spec.scope,
      names: {
        kind: names.kind,
        listKind: names.listKind,
        plural: names.plural,
        singular: names.singular,
        ...(names.shortNames && { shortNames: names.shortNames }),
      },
      versions: crd.spec.versions.map((version) => ({
        name: version.name,
        served: version.served,
        storage: version.storage,
        ...(version.additionalPrinterColumns && {
          additionalPrinterColumns: version.additionalPrinterColumns.map(({ name, type, jsonPath }) => ({ name, type, jsonPath })),
        }),
        ...(version.selectableFields && { selectableFields: version.selectableFields }),
        ...(version.subresources && { subresources: version.subresources }),
        schema: { openAPIV3Schema: orderSchema(version.schema.openAPIV3Schema) },
      })),
    },
  };
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'description' && isScalar(value) && String(value.value).length > 120) value.type = 'BLOCK_FOLDED';
    },
  });
  return document.toString({ lineWidth: 140, indentSeq: false });
}

function orderSchema(schema: CrdSchema): CrdSchema {
  const ordered: CrdSchema = {};
  for (const keyword of KEYWORDS) {
    if (schema[keyword] === undefined) continue;
    if (keyword === 'properties') {
      ordered.properties = Object.fromEntries(Object.entries(schema.properties!).map(([name, part]) => [name, orderSchema(part)]));
    } else if (keyword === 'items' || keyword === 'additionalProperties') {
      ordered[keyword] = orderSchema(schema[keyword]!);
    } else {
      ordered[keyword] = schema[keyword];
    }
  }
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.includes(keyword));
  if (unknown.length > 0) throw new Error(`crds/ has keywords that the generator doesn't know: ${unknown.join(', ')}`);
  return ordered;
}
