import { FieldTable } from './field-table';
import { ListNode } from './list-node';
import { MapNode } from './map-node';
import { FieldNode, ObjectNode } from './object-node';
import { ScalarNode } from './scalar-node';
import { SchemaNode } from './schema-node';
import { celRule } from '../cel';
import { goTime } from '../go/duration';
import { goBoolean, goInt, goInt32, goNumber, goString, GoType } from '../go/go-type';
import { StructuralSchema } from '../structural-schema';

/**
 * Compiles a schema and what Calico adds to it. `path` is where the schema stands, in the notation of the table.
 * Grows with the size of the schema.
 */
export function compileSchema(schema: StructuralSchema, table: FieldTable, path = ''): SchemaNode {
  const entry = table[path];
  const rules = entry?.rules ?? [];
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(([name, property]) => compileField(name, property, schema, table, path));
    return new ObjectNode(schema, fields, (schema.validations ?? []).flatMap((validation) => celRule(validation.rule) ?? []));
  }
  if (schema.additionalProperties !== undefined) {
    return new MapNode(compileSchema(schema.additionalProperties, table, `${path}{}`), rules);
  }
  if (schema.type === 'array') {
    return new ListNode(schema, compileSchema(schema.items!, table, `${path}[]`), rules);
  }
  return new ScalarNode(schema, entry?.go ?? goTypeOf(schema), rules);
}

function compileField(name: string, property: StructuralSchema, parent: StructuralSchema, table: FieldTable, path: string): FieldNode {
  const here = path === '' ? name : `${path}.${name}`;
  return {
    name,
    node: compileSchema(property, table, here),
    required: (parent.required?.includes(name) ?? false) && property.default === undefined,
    judgesAbsence: table[here]?.rules?.some((rule) => rule.zero !== undefined) ?? false,
  };
}

/** The Go type that stands behind a schema, where no table says otherwise. */
function goTypeOf(schema: StructuralSchema): GoType {
  switch (schema.type) {
    case 'integer': return schema.format === 'int32' ? goInt32 : goInt;
    case 'number': return goNumber;
    case 'boolean': return goBoolean;
    default: return schema.format === 'date-time' ? goTime : goString;
  }
}
