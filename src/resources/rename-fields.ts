/** How properties and manifest fields differ in name: of an object itself, and of what its fields hold. */
export interface FieldNames {
  readonly names?: { readonly [property: string]: string };
  readonly inside?: { readonly [field: string]: FieldNames };
}

/**
 * Gives fields their names in the manifest. jsii takes no property with an underscore, so a few fields have another name there.
 * Fields that aren't listed stay as they are; lists are walked; values that are no plain objects, such as a Lazy, too.
 */
export function renameFields(value: unknown, fields: FieldNames): unknown {
  if (Array.isArray(value)) return value.map((item) => renameFields(item, fields));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const renamed: Record<string, unknown> = {};
  for (const [property, part] of Object.entries(value)) {
    const name = fields.names?.[property] ?? property;
    const inside = fields.inside?.[name];
    renamed[name] = inside === undefined ? part : renameFields(part, inside);
  }
  return renamed;
}
