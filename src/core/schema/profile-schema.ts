import { calicoKinds } from './kinds.generated';
import { KindSchema, StructuralSchema } from './structural-schema';

/**
 * The kind that Calico knows and no CRD describes: profiles of Kubernetes come from namespaces and service accounts, and only a datastore of
 * Calico's own stores others. Its rules are those of policies, without what the API server would demand.
 */
export function profileKind(): KindSchema {
  const policy = calicoKinds().find((kind) => kind.kind === 'GlobalNetworkPolicy')!;
  const spec = policy.schema.properties!.spec.properties!;
  const text: StructuralSchema = { type: 'string' };
  return {
    ...policy,
    kind: 'Profile',
    plural: 'profiles',
    singular: 'profile',
    shortNames: [],
    printerColumns: [],
    selectableFields: [],
    schema: {
      type: 'object',
      properties: {
        apiVersion: text,
        kind: text,
        metadata: { type: 'object' },
        spec: {
          type: 'object',
          properties: {
            ingress: typesOnly(spec.ingress),
            egress: typesOnly(spec.egress),
            labelsToApply: { type: 'object', additionalProperties: text },
          },
        },
      },
    },
  };
}

/** The schema without its limits: what decoding alone demands. */
export function typesOnly(schema: StructuralSchema): StructuralSchema {
  const { type, intOrString, nullable, format, properties, items, additionalProperties } = schema;
  return {
    ...(type && { type }),
    ...(intOrString && { intOrString }),
    ...(nullable && { nullable }),
    ...(format === 'date-time' && { format }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, typesOnly(property)])) }),
    ...(items && { items: typesOnly(items) }),
    ...(additionalProperties && { additionalProperties: typesOnly(additionalProperties) }),
  };
}
