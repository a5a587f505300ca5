import { RandomSource } from './random-source';
import { anyNumber, anyText, anyValue, valueFor } from './schema-values';
import { JsonObject } from '../../src/core/manifests';
import { StructuralSchema } from '../../src/core/schema';

type Container = Record<string, unknown> | unknown[];

/** One field of a manifest, and the schema of its value where one names it. */
interface Slot {
  readonly container: Container;
  readonly key: string | number;
  readonly schema?: StructuralSchema;
}

/** A manifest that differs from one that is good, and how. */
export interface Changed {
  readonly manifest: JsonObject;
  readonly what: string;
}

/** A copy of a manifest with one to three changes; `what` tells them. Namespaces stay: whether one exists isn't what is judged. */
export function mutated(manifest: JsonObject, schema: StructuralSchema, random: RandomSource): Changed {
  const copy = structuredClone(manifest) as Record<string, unknown>;
  const changes = Array.from({ length: 1 + (random.chance(25) ? 1 + random.below(2) : 0) }, () =>
    random.chance(12) ? changeMetadata(copy, random) : random.chance(4) ? changeRoot(copy, schema, random) : changeField(copy, schema, random));
  return { manifest: copy, what: changes.join('; ') };
}

/** A manifest made along the schema alone. */
export function generated(manifest: JsonObject, schema: StructuralSchema, random: RandomSource): Changed {
  return { manifest: { ...manifest, spec: valueFor(schema.properties!.spec, random) }, what: 'generated spec' };
}

function changeField(root: Record<string, unknown>, schema: StructuralSchema, random: RandomSource): string {
  const { container, key, schema: own } = random.pick(slotsOf(root, schema));
  const change = random.pick<Change>([remove, replace, replace, along, along, along, addField, addField, addField, repeat, alter]);
  return `${change(container, key, own, random)} ${String(key)}`;
}

/** Adds a status, or a field beside the spec. */
function changeRoot(root: Record<string, unknown>, schema: StructuralSchema, random: RandomSource): string {
  const { status } = schema.properties!;
  const name = status !== undefined && random.chance(70) ? 'status' : random.pick(['status', 'extra', 'data']);
  root[name] = name === 'status' && status !== undefined ? valueFor(status, random) : anyValue(random);
  return `add ${name}`;
}

type Change = (container: Container, key: string | number, schema: StructuralSchema | undefined, random: RandomSource) => string;

const remove: Change = (container, key) => {
  if (Array.isArray(container)) {
    container.splice(Number(key), 1);
  } else {
    delete container[key];
  }
  return 'remove';
};

const replace: Change = (container, key, _, random) => put(container, key, anyValue(random), 'replace');

const along: Change = (container, key, schema, random) => put(container, key, valueFor(schema ?? {}, random), 'remake');

/** Adds a field that the schema names, or one that it doesn't. */
const addField: Change = (container, key, schema, random) => {
  const value = valueAt(container, key);
  if (Array.isArray(value)) {
    value.push(valueFor(schema?.items ?? {}, random));
    return 'append to';
  }
  if (typeof value !== 'object' || value === null) {
    return put(container, key, anyValue(random), 'replace');
  }
  const names = Object.keys(schema?.properties ?? {});
  const name = names.length > 0 && random.chance(90) ? random.pick(names) : random.pick(['extra', 'Selector', 'a b', '']);
  (value as Record<string, unknown>)[name] = valueFor(schema?.properties?.[name] ?? schema?.additionalProperties ?? {}, random);
  return `add ${name} to`;
};

/** Repeats an item of a list: some lists are sets. */
const repeat: Change = (container, key, schema, random) => {
  const value = valueAt(container, key);
  if (!Array.isArray(value) || value.length === 0) {
    return along(container, key, schema, random);
  }
  value.push(structuredClone(random.pick(value)));
  return 'repeat an item of';
};

/** Changes a text or a number a little. */
const alter: Change = (container, key, _, random) => {
  const value = valueAt(container, key);
  if (typeof value === 'string') {
    const at = random.below(value.length + 1);
    const inserted = random.pick(['0', ' ', '.', ':', '/', 'x', '-', 'A', '']);
    return put(container, key, value.slice(0, at) + inserted + value.slice(at + random.below(2)), 'alter');
  }
  return put(container, key, typeof value === 'number' ? value + random.pick([1, -1, 0.5, 65536]) : String(value), 'alter');
};

const METADATA_FIELDS = [
  'name', 'generateName', 'labels', 'annotations', 'finalizers', 'ownerReferences', 'creationTimestamp', 'deletionTimestamp',
  'generation', 'uid', 'selfLink', 'managedFields', 'extra',
];

function changeMetadata(root: Record<string, unknown>, random: RandomSource): string {
  const name = random.pick(METADATA_FIELDS);
  const pair = () => [anyText(random), random.chance(85) ? anyText(random) : anyValue(random)];
  const pairs = () => Object.fromEntries(Array.from({ length: 1 + random.below(2) }, pair));
  const owner = () => ({
    apiVersion: random.pick(['v1', 'apps/v1', 'apps/', '/v1', 'a/b/c', '', 1]),
    kind: random.pick(['Pod', 'Event', '']),
    name: anyText(random),
    uid: anyText(random),
    ...random.chance(50) && { controller: random.chance(80) },
  });
  const values: Record<string, () => unknown> = {
    labels: pairs,
    annotations: pairs,
    finalizers: () => [anyText(random)],
    ownerReferences: () => [owner(), owner()].slice(random.below(2)),
    generation: () => anyNumber(random),
  };
  const metadata = root.metadata;
  if (typeof metadata === 'object' && metadata !== null) {
    (metadata as Record<string, unknown>)[name] = random.chance(85) ? (values[name] ?? (() => anyText(random)))() : anyValue(random);
  }
  return `metadata.${name}`;
}

function valueAt(container: Container, key: string | number): unknown {
  return (container as Record<string | number, unknown>)[key];
}

function put(container: Container, key: string | number, value: unknown, what: string): string {
  (container as Record<string | number, unknown>)[key] = value;
  return what;
}

/** Every field below the object but its identity and metadata. */
function slotsOf(root: Record<string, unknown>, schema: StructuralSchema): Slot[] {
  const slots: Slot[] = [{ container: root, key: 'spec', schema: schema.properties!.spec }];
  for (let at = 0; at < slots.length; at++) {
    const { container, key, schema: own } = slots[at];
    const value = valueAt(container, key);
    if (Array.isArray(value)) {
      slots.push(...value.map((_, index): Slot => ({ container: value, key: index, schema: own?.items })));
    } else if (typeof value === 'object' && value !== null) {
      const object = value as Record<string, unknown>;
      const schemaFor = (name: string) => own?.properties?.[name] ?? own?.additionalProperties;
      slots.push(...Object.keys(object).map((name): Slot => ({ container: object, key: name, schema: schemaFor(name) })));
    }
  }
  return slots;
}
