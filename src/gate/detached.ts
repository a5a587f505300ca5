/** V8 copies a part of a text that is shorter than this; a longer one is a view that keeps the whole text in memory. */
const SHORTEST_VIEW = 13;

type Mutable = { [key: string]: unknown };

/**
 * A copy of plain data that keeps nothing of the text in memory that it was read from. What is shared in the data is shared in the copy,
 * so aliases of YAML stay as small as they are written. Grows with the data; no recursion, since aliases can nest deeper than any text.
 */
export function detached<T>(value: T): T {
  const copies = new Map<object, object>();
  const unfilled: { readonly source: object; readonly copy: object }[] = [];
  const copyOf = (source: unknown): unknown => {
    if (typeof source === 'string') {
      return source.length < SHORTEST_VIEW ? source : flat(source);
    }
    if (typeof source !== 'object' || source === null) {
      return source;
    }
    let copy = copies.get(source);
    if (copy === undefined) {
      copy = Array.isArray(source) ? new Array<unknown>(source.length) : {};
      copies.set(source, copy);
      unfilled.push({ source, copy });
    }
    return copy;
  };
  const result = copyOf(value);
  for (let next = unfilled.pop(); next !== undefined; next = unfilled.pop()) {
    const { source, copy } = next;
    if (Array.isArray(source)) {
      source.forEach((item, index) => {
        (copy as unknown[])[index] = copyOf(item);
      });
    } else {
      fill(copy as Mutable, source as Mutable, copyOf);
    }
  }
  return result as T;
}

function fill(copy: Mutable, source: Mutable, copyOf: (value: unknown) => unknown): void {
  for (const key of Object.keys(source)) {
    const value = copyOf(source[key]);
    if (key === '__proto__') {
      Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
    } else {
      copy[key] = value;
    }
  }
}

/** JSON is the one way to a flat copy that takes every text, lone surrogates too. */
function flat(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
