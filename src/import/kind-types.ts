import { ValueClass } from './snippet';
import { isObject, JsonObject, Manifest } from '../core/manifests';
import { KindSchema, StructuralSchema } from '../core/schema';
import { calicoKinds } from '../core/schema/kinds.generated';
import { operatorKinds } from '../core/schema/operator-kinds.generated';
import { profileKind } from '../core/schema/profile-schema';
import * as resources from '../resources';

/** What TypeScript knows of a kind. */
export interface KindTypes {
  /** The class of L1. */
  readonly resource?: ValueClass;
  readonly schema: StructuralSchema;
}

interface Resource extends ValueClass {
  readonly GVK: { readonly apiVersion: string; readonly kind: string };
}

let kinds: ReadonlyMap<string, KindTypes> | undefined;

/** What is known of a manifest's kind. */
export function kindTypes({ apiVersion, kind }: Manifest): KindTypes | undefined {
  kinds ??= new Map([...calicoKinds(), profileKind(), ...operatorKinds()].map(toEntry));
  return kinds.get(`${apiVersion} ${kind}`);
}

function toEntry({ group, version, kind, schema }: KindSchema): [string, KindTypes] {
  const apiVersion = `${group}/${version}`;
  const resource = (Object.values(resources) as Partial<Resource>[]).find(({ GVK }) => GVK?.kind === kind && GVK.apiVersion === apiVersion);
  return [`${apiVersion} ${kind}`, { resource: resource as Resource | undefined, schema }];
}

/** Fields that L1 has under another name, or as structures of cdk8s-plus, which have classes where manifests have plain data. */
const OTHERWISE_TYPED: ReadonlySet<string> = new Set([
  'affinity', 'controlPlaneTolerations', 'dnsConfig', 'handle_id', 'nodeAffinity', 'nodeUpdateStrategy', 'resourceRequirements', 'resources',
  'rollingUpdate', 'tolerations', 'topologySpreadConstraints',
]);

/**
 * True where TypeScript takes a spec for one of the kind: every field is known and of its type, and what is required is there. Grows with the
 * spec; its stack with the depth of the schema.
 */
export function fitsTypes({ schema }: KindTypes, spec: unknown): boolean {
  return spec === undefined ? !schema.required?.includes('spec') : fits(schema.properties!.spec, spec);
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
