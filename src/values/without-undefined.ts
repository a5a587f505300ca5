/** A copy without the keys whose value is undefined: manifests hold only what was said. */
export function withoutUndefined<T extends object>(object: T): Partial<T> {
  const copy: Partial<T> = {};
  for (const key of Object.keys(object) as (keyof T)[]) {
    if (object[key] !== undefined) {
      copy[key] = object[key];
    }
  }
  return copy;
}
