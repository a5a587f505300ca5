import { isObject, JsonObject } from '../core/manifests';

/** Fields by which cdk8s takes an object for one of a class, or that the package for JSON patches bans or trips over. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'hasOwnProperty'];

/** True where an object has a field that can be said with the whole object only. */
export function hasReserved(object: JsonObject): boolean {
  return RESERVED.some((key) => Object.hasOwn(object, key));
}

/** What cdk8s can write of a value: no nulls, and nothing with reserved fields. */
export function writable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(writable);
  }
  if (!isObject(value)) {
    return value;
  }
  const kept = Object.entries(value).filter(([key, part]) => !RESERVED.includes(key) && isWritable(part));
  return Object.fromEntries(kept.map(([key, part]) => [key, writable(part)]));
}

function isWritable(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.every((item) => item === null || isWritable(item));
  }
  return value !== null && !(isObject(value) && hasReserved(value));
}

/** What TypeScript takes for metadata, as cdk8s types them. */
export function typedMetadata(metadata: unknown): JsonObject {
  const known = isObject(metadata) ? writable(metadata) as JsonObject : {};
  return Object.fromEntries(Object.entries(known).filter(([key, value]) => isTyped(key, value)));
}

function isTyped(key: string, value: unknown): boolean {
  switch (key) {
    case 'name':
    case 'namespace':
      return typeof value === 'string';
    case 'labels':
    case 'annotations':
      return isObject(value) && Object.values(value).every((part) => typeof part === 'string');
    case 'finalizers':
      return Array.isArray(value) && value.every((part) => typeof part === 'string');
    case 'ownerReferences':
    case 'apiObject':
      // cdk8s demands parts of the former that manifests needn't have, and has a meaning of its own for the latter.
      return false;
    default:
      return true;
  }
}

/** True where a value has more levels. Looks at no more of them than that. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    level = level.flatMap((part) => typeof part === 'object' && part !== null ? Object.values(part) as unknown[] : []);
  }
  return level.length > 0;
}
