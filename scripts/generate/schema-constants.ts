/**
 * Prints the structure of kinds as TypeScript constants for `src/core/schema`: no descriptions, equal parts once.
 */
import { Crd, CrdSchema, schemaOf } from './crd';

/** CRD keyword to the name in `StructuralSchema`; keywords that aren't here have no part in the structure. */
const NAMES: Record<string, string> = {
  'type': 'type',
  'x-kubernetes-int-or-string': 'intOrString',
  'nullable': 'nullable',
  'x-kubernetes-preserve-unknown-fields': 'preserveUnknownFields',
  'default': 'default',
  'enum': 'enum',
  'allOf': 'allOf',
  'format': 'format',
  'pattern': 'pattern',
  'minimum': 'minimum',
  'maximum': 'maximum',
  'minLength': 'minLength',
  'maxLength': 'maxLength',
  'minItems': 'minItems',
  'maxItems': 'maxItems',
  'minProperties': 'minProperties',
  'maxProperties': 'maxProperties',
  'x-kubernetes-list-type': 'listType',
  'x-kubernetes-list-map-keys': 'listMapKeys',
  'x-kubernetes-map-type': 'mapType',
  'x-kubernetes-validations': 'validations',
  'required': 'required',
  'properties': 'properties',
  'additionalProperties': 'additionalProperties',
  'items': 'items',
};

/** Prints one file. `constant` names what it exports: a function, so that loading the module costs nothing until it is called. */
export function printSchemaConstants(crds: Crd[], constant: string): string {
  const printer = new Printer();
  const kinds = crds.map((crd) => {
    const { names, scope, group, versions } = crd.spec;
    return [
      '    {',
      `      group: ${quote(group)},`,
      `      version: ${quote(versions[0].name)},`,
      `      kind: ${quote(names.kind)},`,
      `      plural: ${quote(names.plural)},`,
      `      singular: ${quote(names.singular)},`,
      `      shortNames: [${(names.shortNames ?? []).map(quote).join(', ')}],`,
      `      scope: ${quote(scope)},`,
      `      statusSubresource: ${versions[0].subresources?.status !== undefined},`,
      `      printerColumns: [${(versions[0].additionalPrinterColumns ?? []).map(printColumn).join(', ')}],`,
      `      selectableFields: [${(versions[0].selectableFields ?? []).map(({ jsonPath }) => quote(jsonPath)).join(', ')}],`,
      `      schema: ${printer.print(schemaOf(crd))},`,
      '    },',
    ].join('\n');
  });
  return [
    '// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.',
    'import { KindSchema, StructuralSchema } from \'./structural-schema\';',
    '',
    'let kinds: readonly KindSchema[] | undefined;',
    '',
    `/** Every kind of ${crds[0].spec.group}/${crds[0].spec.versions[0].name}, in order of plurals. Built at the first call. */`,
    `export function ${constant}(): readonly KindSchema[] {`,
    '  return kinds ??= build();',
    '}',
    '',
    'function build(): readonly KindSchema[] {',
    ...printer.shared.map((line) => `  ${line}`),
    '  return [',
    ...kinds,
    '  ];',
    '}',
    '',
  ].join('\n');
}

/** Prints schemas; every part that has parts or more than a few keywords becomes a constant that equal parts share. */
class Printer {
  public readonly shared: string[] = [];
  private readonly names = new Map<string, string>();

  public print(schema: CrdSchema): string {
    const members = Object.keys(NAMES)
      .filter((keyword) => schema[keyword] !== undefined)
      .map((keyword) => `${NAMES[keyword]}: ${this.value(keyword, schema)}`);
    const text = `{ ${members.join(', ')} }`;
    const known = this.names.get(text);
    if (known !== undefined) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    this.shared.push(`const ${name}: StructuralSchema = ${text};`);
    return name;
  }

  private value(keyword: string, schema: CrdSchema): string {
    switch (keyword) {
      case 'properties':
        return `{ ${Object.entries(schema.properties!).map(([name, part]) => `${key(name)}: ${this.print(part)}`).join(', ')} }`;
      case 'items':
        return this.print(schema.items!);
      case 'additionalProperties':
        return this.print(schema.additionalProperties!);
      case 'allOf':
        return `[${schema.allOf!.map((part) => this.print(part)).join(', ')}]`;
      default:
        return literal(schema[keyword]);
    }
  }
}

function printColumn({ name, type, jsonPath }: { name: string; type: string; jsonPath: string }): string {
  return literal({ name, type, jsonPath });
}

function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value).map(([name, part]) => `${key(name)}: ${literal(part)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}
