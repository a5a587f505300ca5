import { join } from 'path';
import { CrdSchema, readCrds, schemaOf } from '../../scripts/generate/crd';
import { readDescription } from '../../scripts/generate/descriptions';
import { withoutText } from '../../scripts/generate/structs';

const crds = readCrds(join(__dirname, '../../crds/projectcalico.org'));

interface Property {
  readonly path: string;
  readonly schema: CrdSchema;
  readonly required: boolean;
}

function propertiesOf(schema: CrdSchema, path: string): Property[] {
  const inner = schema.items ?? schema.additionalProperties;
  if (inner !== undefined) return propertiesOf(inner, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    { path: `${path}.${name}`, schema: part, required: schema.required?.includes(name) ?? false },
    ...propertiesOf(part, `${path}.${name}`),
  ]);
}

/** Without `metadata` of the object: an API server refuses a CRD that says more of it than its type. */
const properties = crds.flatMap((crd) => propertiesOf(schemaOf(crd), crd.spec.names.kind).filter(({ path }) => path !== `${crd.spec.names.kind}.metadata`));

describe('descriptions in crds/', () => {
  test('are there for every kind and every property', () => {
    const silent = [
      ...crds.filter((crd) => !schemaOf(crd).description).map((crd) => crd.spec.names.kind),
      ...properties.filter(({ schema }) => !schema.description).map(({ path }) => path),
    ];

    expect(silent).toEqual([]);
    expect(properties.length).toBeGreaterThan(1000);
  });

  test('leave out metadata, of which an API server takes nothing but its type', () => {
    expect(crds.map((crd) => schemaOf(crd).properties!.metadata)).toEqual(crds.map(() => ({ type: 'object' })));
  });

  test('are whole sentences', () => {
    const broken = properties.filter(({ schema }) => !/^[A-Z`%\d].*[^ ]\.$/s.test(schema.description!) || /\n| {2}/.test(schema.description!));

    expect(broken.map(({ path }) => path)).toEqual([]);
  });

  test('name a default for every optional field of a spec, and for no required one', () => {
    const inSpec = properties.filter(({ path }) => /^\w+\.spec\b/.test(path) && !/^\w+\.spec$/.test(path));
    const wrong = inSpec.filter(({ schema, required }) => (readDescription(schema).defaultText === undefined) !== required);

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('name the default that the API server fills in, where there is one', () => {
    const wrong = properties
      .filter(({ schema, required }) => !required && schema.default !== undefined && schema.default !== '')
      .filter(({ schema }) => readDescription(schema).defaultText!.replace(/`/g, '') !== String(schema.default));

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('name every allowed value of a field that has a list of them', () => {
    const wrong = properties.filter(({ schema }) => {
      const values = schema.items?.enum ?? schema.enum ?? [];
      return values.some((value) => value !== '' && !schema.description!.includes(`\`${value}\``));
    });

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('are equal where the structure around them is equal', () => {
    const textByStructure = new Map<string, Set<string>>();
    for (const { path, schema } of properties) {
      const object = schema.items ?? schema;
      if (object.properties === undefined || !/\.spec\./.test(path)) continue;
      const structure = JSON.stringify(withoutText(object));
      const text = JSON.stringify(Object.values(object.properties).map(({ description }) => description));
      textByStructure.set(structure, (textByStructure.get(structure) ?? new Set()).add(text));
    }

    expect([...textByStructure.values()].filter((texts) => texts.size > 1)).toEqual([]);
  });
});
