import { isObject, JsonObject } from '../../manifests';
import { StructuralSchema } from '../structural-schema';

const defaulting = new WeakMap<StructuralSchema, readonly string[]>();

/**
 * The object with the schema's defaults filled in, where its parents are there. Copies only what changes; an object that lacks nothing
 * comes back as it is. Lists aren't looked into: no item of a list has defaults that a rule above it reads.
 */
export function withDefaults(schema: StructuralSchema, value: JsonObject): JsonObject {
  let filled: Record<string, unknown> | undefined;
  for (const name of namesWithDefaults(schema)) {
    const property = schema.properties![name];
    const given = value[name] === null ? undefined : value[name];
    const completed = given === undefined ? property.default : isObject(given) ? withDefaults(property, given) : given;
    if (completed !== given) {
      filled ??= { ...value };
      filled[name] = completed;
    }
  }
  return filled ?? value;
}

/** The properties that have a default, or hold one further down. */
function namesWithDefaults(schema: StructuralSchema): readonly string[] {
  let names = defaulting.get(schema);
  if (names === undefined) {
    names = Object.entries(schema.properties ?? {})
      .filter(([, property]) => property.default !== undefined || namesWithDefaults(property).length > 0)
      .map(([name]) => name);
    defaulting.set(schema, names);
  }
  return names;
}
