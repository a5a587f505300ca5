import { JsonObject } from '../../manifests';
import { calicoKinds } from '../kinds.generated';
import { operatorKinds } from '../operator-kinds.generated';
import { KindSchema, StructuralSchema } from '../structural-schema';
import { backendKinds } from './backend-kinds';

/** API groups whose CustomResourceDefinitions the library holds. */
export type CrdGroup = 'projectcalico.org' | 'crd.projectcalico.org' | 'operator.tigera.io';

const KINDS: Readonly<Record<CrdGroup, () => readonly KindSchema[]>> = {
  'projectcalico.org': calicoKinds,
  'crd.projectcalico.org': backendKinds,
  'operator.tigera.io': operatorKinds,
};

/**
 * The CustomResourceDefinitions of a group, ready for an API server. They carry no descriptions, which keeps each of them small enough for
 * `kubectl apply` (262,144 bytes; the operator's Installation is over that with them).
 */
export function customResourceDefinitions(group: CrdGroup): JsonObject[] {
  return KINDS[group]().map(customResourceDefinition);
}

/** The CustomResourceDefinition of one kind. */
export function customResourceDefinition(kind: KindSchema): JsonObject {
  const { group, plural, singular, shortNames, printerColumns, selectableFields } = kind;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: kind.scope,
      names: { kind: kind.kind, listKind: `${kind.kind}List`, plural, singular, ...(shortNames.length > 0 && { shortNames }) },
      versions: [{
        name: kind.version,
        served: true,
        storage: true,
        ...(printerColumns.length > 0 && { additionalPrinterColumns: printerColumns }),
        ...(selectableFields.length > 0 && { selectableFields: selectableFields.map((jsonPath) => ({ jsonPath })) }),
        ...(kind.statusSubresource && { subresources: { status: {} } }),
        schema: { openAPIV3Schema: openApiSchema(kind.schema) },
      }],
    },
  };
}

/** Keywords whose names differ from those in a CRD. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  intOrString: 'x-kubernetes-int-or-string',
  preserveUnknownFields: 'x-kubernetes-preserve-unknown-fields',
  listType: 'x-kubernetes-list-type',
  listMapKeys: 'x-kubernetes-list-map-keys',
  mapType: 'x-kubernetes-map-type',
  validations: 'x-kubernetes-validations',
};

function openApiSchema(schema: StructuralSchema): JsonObject {
  const converted: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    converted[EXTENSIONS[keyword] ?? keyword] = value;
  }
  // What a structural schema says beside `x-kubernetes-int-or-string`, where it doesn't say `type`.
  if (schema.intOrString && schema.type === undefined) converted.anyOf = [{ type: 'integer' }, { type: 'string' }];
  if (schema.items !== undefined) converted.items = openApiSchema(schema.items);
  if (schema.additionalProperties !== undefined) converted.additionalProperties = openApiSchema(schema.additionalProperties);
  if (schema.properties !== undefined) {
    converted.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, openApiSchema(part)]));
  }
  return converted;
}
