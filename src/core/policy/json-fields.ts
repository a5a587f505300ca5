import { isObject, JsonObject } from '../manifests';

/*
 * Reads fields of plain objects that nobody has validated. A value of another type than expected counts as absent: what is refused is the
 * business of the checks.
 */

const NOTHING: JsonObject = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isObject(value) ? value : NOTHING;
}

export function optionalObject(parent: JsonObject, key: string): JsonObject | undefined {
  const value = parent[key];
  return isObject(value) ? value : undefined;
}

export function objectsAt(parent: JsonObject, key: string): readonly JsonObject[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter(isObject) : NONE;
}

export function textAt(parent: JsonObject, key: string): string | undefined {
  const value = parent[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textsAt(parent: JsonObject, key: string): readonly string[] {
  const value = parent[key];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : NONE;
}

export function numberAt(parent: JsonObject, key: string): number | undefined {
  const value = parent[key];
  return typeof value === 'number' ? value : undefined;
}

/** The text entries of a map, such as labels. */
export function textEntries(parent: JsonObject, key: string): [string, string][] {
  return Object.entries(objectAt(parent, key)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
