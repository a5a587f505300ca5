import { StructuralSchema } from '../structural-schema';

const TEXT: StructuralSchema = { type: 'string' };
const WHOLE: StructuralSchema = { type: 'integer', format: 'int64' };
const TIME: StructuralSchema = { type: 'string', format: 'date-time' };
const TEXTS_BY_KEY: StructuralSchema = { type: 'object', additionalProperties: TEXT };

/** `metadata` of every object (apimachinery, `ObjectMeta`): no CRD says it, since it is the same everywhere. */
export const METADATA_SCHEMA: StructuralSchema = {
  type: 'object',
  properties: {
    name: TEXT,
    generateName: TEXT,
    namespace: TEXT,
    selfLink: TEXT,
    uid: TEXT,
    resourceVersion: TEXT,
    generation: WHOLE,
    creationTimestamp: TIME,
    deletionTimestamp: TIME,
    deletionGracePeriodSeconds: WHOLE,
    labels: TEXTS_BY_KEY,
    annotations: TEXTS_BY_KEY,
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        required: ['apiVersion', 'kind', 'name', 'uid'],
        properties: {
          apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT, controller: { type: 'boolean' }, blockOwnerDeletion: { type: 'boolean' },
        },
      },
    },
    finalizers: { type: 'array', items: TEXT },
    managedFields: { type: 'array', items: { type: 'object', preserveUnknownFields: true, properties: {} } },
  },
};
