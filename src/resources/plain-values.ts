/**
 * Replaces the `IntOrString` and `Quantity` objects of cdk8s-plus by the number or text in them. cdk8s leaves `{ value: … }` in their place, which
 * only its own generated classes unwrap. Values that are no plain objects otherwise, such as a Lazy, stay as they are.
 */
export function plainValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValues);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainValues(part)]));
  }
  const held = (value as { value?: unknown }).value;
  return typeof held === 'number' || typeof held === 'string' ? held : value;
}
