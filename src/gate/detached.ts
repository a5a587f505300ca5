/** V8 copies a part of a text that is shorter than this; a longer one is a view that keeps the whole text in memory. */
const SHORTEST_VIEW = 13;

/**
 * A copy of plain data that keeps nothing of the text in memory that it was read from. What is shared in the data is shared in the copy,
 * so aliases of YAML stay as small as they are written. Grows with the data; the reader bounds its depth.
 */
export function detached<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'string') {
    return value.length < SHORTEST_VIEW ? value : flat(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  let result = known.get(value);
  if (result === undefined) {
    result = Array.isArray(value) ? value.map((item) => copy(item, known)) : copyOfObject(value as { [key: string]: unknown }, known);
    known.set(value, result);
  }
  return result;
}

function copyOfObject(object: { [key: string]: unknown }, known: Map<object, unknown>): object {
  const result: { [key: string]: unknown } = {};
  for (const key of Object.keys(object)) {
    const value = copy(object[key], known);
    if (key === '__proto__') {
      Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
    } else {
      result[key] = value;
    }
  }
  return result;
}

/** JSON is the one way to a flat copy that takes every text, lone surrogates too. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
