import { join } from 'path';
import { CrdSchema, readCompactCrds, readCrds, schemaOf } from '../../scripts/generate/crd';
import { readDescription } from '../../scripts/generate/descriptions';
import { withoutText } from '../../scripts/generate/structs';

const crds = [
  ...readCrds(join(__dirname, '../../crds/projectcalico.org')),
  ...readCompactCrds(join(__dirname, '../../crds/operator.tigera.io.yaml')),
];

interface Property {
  readonly path: string;
  readonly schema: CrdSchema;
  readonly required: boolean;
}

function propertiesOf(schema: CrdSchema, path: string): Property[] {
  const inner = schema.items ?? schema.additionalProperties;
  if (inner !== undefined) return propertiesOf(inner, `${path}[]`);
  // An API server refuses a CRD that describes the `metadata` of its objects.
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => name !== 'metadata' || path.includes('.'));
  return entries.flatMap(([name, part]) => [
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

  test('name every allowed value of a field that has a list of them, those of containers at the component', () => {
    const byPath = new Map(properties.map(({ path, schema }) => [path, schema]));
    const wrong = properties.filter(({ path, schema }) => {
      if (path.endsWith('ontainers[].ports[].name')) return false;
      const component = path.endsWith('ontainers[].name') ? byPath.get(path.replace(/\.spec\.template\..*/, ''))! : schema;
      const values = schema.items?.enum ?? schema.enum ?? [];
      return values.some((value) => value !== '' && !component.description!.includes(`\`${value}\``));
    });

    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('are equal where the structure around them is equal, in each group', () => {
    const groupOf = new Map(crds.map(({ spec }) => [spec.names.kind, spec.group]));
    const textByStructure = new Map<string, Set<string>>();
    for (const { path, schema } of properties) {
      const object = schema.items ?? schema;
      if (object.properties === undefined || !/\.spec\./.test(path)) continue;
      const structure = `${groupOf.get(path.split('.')[0])} ${JSON.stringify(withoutText(object))}`;
      const text = JSON.stringify(Object.values(object.properties).map(({ description }) => description));
      textByStructure.set(structure, (textByStructure.get(structure) ?? new Set()).add(text));
    }

    expect([...textByStructure.values()].filter((texts) => texts.size > 1)).toEqual([]);
  });
});
