import { FieldRule } from './field-rule';
import { GoType } from '../go/go-type';

/** What Calico adds to one field of a CRD: its Go type where the schema doesn't tell, and the rules of its validator. */
export interface FieldEntry {
  readonly go?: GoType;
  readonly rules?: readonly FieldRule[];
}

/** Fields by their path, with `[]` for the items of a list and `{}` for the values of a map: `spec.ingress[].source.nets[]`. */
export type FieldTable = Readonly<Record<string, FieldEntry>>;

/** The table with each path set below a prefix. */
export function below(prefix: string, table: FieldTable): FieldTable {
  return Object.fromEntries(Object.entries(table).map(([path, entry]) => [`${prefix}${path}`, entry]));
}
