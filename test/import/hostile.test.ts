import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { comparable, manifestsOf } from './run-program';
import { isObject, JsonObject, Manifest } from '../../src/core/manifests';
import { importManifests } from '../../src/import';
import { readManifests } from '../../src/yaml';
import { ROOT } from '../docs/files';
import { typeErrors } from '../docs/type-check';

const SEED = 4021;

/** Texts that break out of careless programs. */
const TEXT = fc.oneof(
  fc.constantFrom(
    '\'; process.exit(1); \'', '`${process.exit(1)}`', '*/ process.exit(1) /*', '\u2028process.exit(1)', '\r\nprocess.exit(1)', '\\', '\\\'', '"\'', '\ud800',
    '\u202ereversed', '\u0000', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', 'a/b~c', '{{', '</script>', 'Ünïcödé 🐘', '\ufeff',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const { json: JSON_VALUE } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    TEXT, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), fc.boolean(), fc.constant(null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.array(fc.tuple(TEXT, tie('json')), { maxLength: 3 }).map(entriesToObject),
  ),
}));
const OBJECT = fc.array(fc.tuple(TEXT, JSON_VALUE), { maxLength: 4 }).map(entriesToObject);

/** Own properties, `__proto__` too. */
function entriesToObject(entries: readonly (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(entries);
}

const ANY_MANIFEST = fc.record({
  apiVersion: fc.constantFrom('v1', 'projectcalico.org/v3', 'crd.projectcalico.org/v1', 'operator.tigera.io/v1', 'networking.k8s.io/v1'),
  kind: fc.oneof(fc.constantFrom('NetworkPolicy', 'IPPool', 'Tier', 'Installation', 'Profile'), TEXT.filter((text) => text !== '')),
  metadata: fc.oneof(OBJECT, fc.record({ name: TEXT, labels: OBJECT, annotations: OBJECT, namespace: JSON_VALUE }, { requiredKeys: [] }), JSON_VALUE),
  spec: JSON_VALUE,
  status: JSON_VALUE,
}, { requiredKeys: ['apiVersion', 'kind'] }) as fc.Arbitrary<JsonObject>;

const VECTORS: readonly JsonObject[] = readFileSync(join(ROOT, 'test/vectors/resources.jsonl'), 'utf8').trim().split('\n')
  .flatMap((line) => readManifests((JSON.parse(line) as { input: { yaml: string } }).input.yaml).manifests).map(({ object }) => object);

/** A vector in which one field is gone, or holds something else. */
const MUTATED = fc.tuple(fc.constantFrom(...VECTORS), fc.nat(), fc.oneof(fc.constant(undefined), JSON_VALUE))
  .map(([object, at, value]) => mutated(object, at, value));

function mutated(object: JsonObject, at: number, value: unknown): JsonObject {
  const { apiVersion, kind, ...rest } = object;
  const places = placesIn(rest);
  const place = places[at % places.length];
  const copy = structuredClone(rest) as Record<string, any>;
  const parent = place.slice(0, -1).reduce<any>((part, key) => part[key], copy);
  if (value === undefined && !Array.isArray(parent)) {
    delete parent[place[place.length - 1]];
  } else {
    parent[place[place.length - 1]] = value ?? null;
  }
  return { apiVersion, kind, ...copy };
}

function placesIn(value: unknown): (string | number)[][] {
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, part]) => [[key], ...placesIn(part).map((place) => [key, ...place])]);
}

function programOf(objects: readonly JsonObject[]): string {
  return importManifests(objects.map((object) => new Manifest(object))).text;
}

test.each([
  ['any objects', ANY_MANIFEST, 25],
  ['spoilt objects of Calico\'s', MUTATED, 60],
] as const)('programs of %s compile, and synthesise equal to the input', (_, arbitrary, size) => {
  const batches = fc.sample(fc.array(arbitrary, { minLength: size, maxLength: size }), { seed: SEED, numRuns: 20 });
  const programs = batches.map(programOf);
  programs.forEach((program, index) => expect(manifestsOf(program)).toEqual(comparable(batches[index])));
  expect(typeErrors(programs.map((text, index) => ({ file: `batch ${index}`, line: 1, text })))).toEqual([]);
});
