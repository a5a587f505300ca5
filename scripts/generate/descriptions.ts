/**
 * Reads the descriptions of `crds/`: what comes before the closing `Default: …` says what the field is, the rest is its default.
 */
import { CrdSchema } from './crd';

export interface Described {
  readonly text: string;
  /** Without its full stop. Undefined where the description names no default. */
  readonly defaultText?: string;
}

/** `fallback` serves where a schema has no description of its own, such as the items of a list. */
export function readDescription(schema: CrdSchema, fallback = ''): Described {
  const description = schema.description ?? fallback;
  const at = description.lastIndexOf('Default: ');
  if (at < 0) return { text: description };
  return { text: description.slice(0, at).trim(), defaultText: description.slice(at + 'Default: '.length).replace(/\.$/, '') };
}

/** The values that a field may take, where the schema lists them; for a list, the values of its items. */
export function allowedValues(schema: CrdSchema): (string | number)[] | undefined {
  const { items } = schema;
  if (items !== undefined) return allowedValues(items);
  return schema.allOf?.[schema.allOf.length - 1].enum ?? schema.enum;
}

/** The bounds of a field in words, such as `1 to 65535`. */
export function bounds(schema: CrdSchema): string | undefined {
  const { minimum, maximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${minimum} or more`;
  return maximum === undefined ? undefined : `${maximum} or less`;
}
