import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { randomCluster } from './arbitrary-cluster';
import { isObject, JsonObject, Manifest } from '../../../src/core/manifests';
import { buildModel } from '../../../src/core/policy';

/** Builds a model and asks it for everything that it works out late. */
function exercise(objects: readonly JsonObject[]): number {
  const model = buildModel(objects.map((object) => new Manifest(object)));
  model.classes.forEach((one) => model.stackOf(one));
  model.endpoints.forEach((one) => model.endOf(one, 4));
  return model.policies.length;
}

const RESOURCES = readFileSync(join(__dirname, '..', '..', 'vectors', 'resources.jsonl'), 'utf8').trim().split('\n')
  .map((line) => (JSON.parse(line) as { input: { yaml: string } }).input.yaml);

test('resources that some layer refuses never break the model', () => {
  const objects = RESOURCES.flatMap((text) => parseAllDocuments(text, { logLevel: 'silent' }).map((document) => {
    try {
      return document.toJS() as unknown;
    } catch {
      return undefined;
    }
  })).filter(isObject);
  expect(objects.length).toBeGreaterThan(1400);
  expect(exercise(objects)).toBeGreaterThan(150);
});

test('nor do values of any type in any place', () => {
  const junk = fc.constantFrom<unknown>(null, 0, -1, '', 'x', '\u001b[2J', [], [null], {}, { a: null }, true, '__proto__');
  fc.assert(fc.property(randomCluster, fc.infiniteStream(fc.nat()), fc.infiniteStream(junk), ({ objects }, places, values) => {
    const spoilt = objects.map((object) => spoil(object, () => places.next().value % 15 === 0, () => values.next().value) as JsonObject);
    exercise(spoilt.filter(isObject));
  }), { numRuns: 300, seed: 6 });
});

function spoil(value: unknown, isHit: () => boolean, junk: () => unknown): unknown {
  if (isHit()) {
    return junk();
  }
  if (Array.isArray(value)) {
    return value.map((item) => spoil(item, isHit, junk));
  }
  if (!isObject(value)) {
    return value;
  }
  const isKept = (key: string): boolean => key === 'kind' || key === 'apiVersion';
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isKept(key) ? item : spoil(item, isHit, junk)]));
}
