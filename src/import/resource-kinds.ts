import { ValueClass } from './snippet';
import { isObject, JsonObject, Manifest } from '../core/manifests';
import { KindSchema, StructuralSchema } from '../core/schema';
import { calicoKinds } from '../core/schema/kinds.generated';
import { operatorKinds } from '../core/schema/operator-kinds.generated';
import * as resources from '../resources';

/** An L1 class, and what its properties take. */
export interface ResourceKind {
  readonly type: ValueClass;
  readonly schema: StructuralSchema;
}

interface Resource extends ValueClass {
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
}

let kinds: ReadonlyMap<string, ResourceKind> | undefined;

/** The L1 class of a manifest's kind. */
export function resourceKind({ apiVersion, kind }: Manifest): ResourceKind | undefined {
  kinds ??= new Map([...calicoKinds(), ...operatorKinds()].flatMap(toEntry));
  return kinds.get(`${apiVersion} ${kind}`);
}

function toEntry({ group, version, kind, schema }: KindSchema): [string, ResourceKind][] {
  const type = (Object.values(resources) as Partial<Resource>[]).find(({ GVK }) => GVK?.kind === kind && GVK.apiVersion === `${group}/${version}`);
  return type === undefined ? [] : [[`${group}/${version} ${kind}`, { type: type as Resource, schema }]];
}

/** Fields that L1 has under another name, or as structures of cdk8s-plus, which have classes where manifests have plain data. */
const OTHERWISE_TYPED: ReadonlySet<string> = new Set([
  'affinity', 'controlPlaneTolerations', 'dnsConfig', 'handle_id', 'nodeAffinity', 'nodeUpdateStrategy', 'resourceRequirements', 'resources',
  'rollingUpdate', 'tolerations', 'topologySpreadConstraints',
]);

/**
 * True where TypeScript takes an object, without its metadata, as what a kind's classes are made of: every field is known and of its type, and what is
 * required is there. Grows with the object; its stack with the depth of the schema.
 */
export function fitsTypes({ schema }: ResourceKind, { metadata: _, ...object }: JsonObject): boolean {
  const { metadata: __, status: ___, ...properties } = schema.properties!;
  return fits({ ...schema, properties, required: schema.required?.filter((name) => name !== 'metadata') }, object);
}

function fits(schema: StructuralSchema, value: unknown): boolean {
  if (schema.intOrString) {
    return typeof value === 'number' || typeof value === 'string';
  }
  switch (schema.type) {
    case 'object':
      return isObject(value) && fitsObject(schema, value);
    case 'array':
      return Array.isArray(value) && (schema.items === undefined || value.every((item) => fits(schema.items!, item)));
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'boolean':
    case 'string':
      return typeof value === schema.type;
    case undefined:
      return true;
  }
}

function fitsObject({ properties, additionalProperties, required = [] }: StructuralSchema, value: JsonObject): boolean {
  if (properties === undefined) {
    return additionalProperties === undefined || Object.values(value).every((part) => fits(additionalProperties, part));
  }
  return required.every((name) => Object.hasOwn(value, name))
    && Object.entries(value).every(([name, part]) => Object.hasOwn(properties, name) && !OTHERWISE_TYPED.has(name) && fits(properties[name], part));
}
