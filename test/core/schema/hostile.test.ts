import { readFileSync } from 'fs';
import { join } from 'path';
import * as fc from 'fast-check';
import { resource } from './fault-case';
import { JsonObject, Manifest } from '../../../src/core/manifests';
import { isResourceRule, layersOf, ResourceFault, validateResource } from '../../../src/core/schema';
import { calicoKinds } from '../../../src/core/schema/kinds.generated';

const DEPTH = 100_000;

function nested(wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let depth = 0; depth < DEPTH; depth++) {
    value = wrap(value);
  }
  return value;
}

/** Every fault has words, an id of the catalogue, and layers unless it is a warning. */
function expectSound(faults: readonly ResourceFault[]): void {
  expect(faults.filter((fault) => !isResourceRule(fault.rule)
    || (fault.severity === 'warning') !== (layersOf(fault).length === 0)
    || [fault.what, fault.why, fault.fix].some((words) => words.trim() === '' || words.length > 1200 || /undefined|\[object/.test(words)))).toEqual([]);
}

describe('hostile manifests', () => {
  test('nesting of 100,000 in any field is told from a value', () => {
    for (const value of [nested((inner) => [inner]), nested((inner) => ({ a: inner })), nested((inner) => ({ spec: inner }))]) {
      for (const object of [
        resource('NetworkPolicy', value), resource('NetworkPolicy', { selector: value, ingress: value, tier: value }), resource('IPPool', { cidr: value, unknown: value }),
        resource('NetworkSet', {}, { name: value, labels: { a: value }, annotations: value }), { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec: { podSelector: value } },
      ]) {
        const faults = validateResource(new Manifest(object as JsonObject));
        expect(faults.length).toBeGreaterThan(0);
        expectSound(faults);
      }
    }
  });

  test('keys of prototypes are keys like any other', () => {
    const object = JSON.parse('{"apiVersion":"projectcalico.org/v3","kind":"NetworkSet","metadata":{"name":"a","labels":{"__proto__":"b","constructor":"c d"}},"spec":{"__proto__":{"nets":["x"]},"toString":1}}');
    expect(validateResource(new Manifest(object)).map(({ rule, field }) => `${rule} ${field.join('.')}`)).toEqual([
      'resource/unknown-field spec.__proto__', 'resource/unknown-field spec.toString', 'resource/label metadata.labels.__proto__', 'resource/label metadata.labels.constructor',
    ]);
    expect(Object.prototype).not.toHaveProperty('nets');
  });

  test('numbers that are none are told', () => {
    for (const order of [NaN, Infinity, -Infinity]) {
      expect(validateResource(new Manifest(resource('NetworkPolicy', { order }))).map(({ rule, field }) => `${rule} ${field.join('.')}`)).toEqual(['resource/type spec.order']);
    }
  });

  test('long lists and long texts are read once', () => {
    const nets = Array.from({ length: 200_000 }, (_, index) => `10.${Math.floor(index / 65536)}.${Math.floor(index / 256) % 256}.${index % 256}/32`);
    expect(validateResource(new Manifest(resource('GlobalNetworkSet', { nets })))).toEqual([]);
    const long = 'a-'.repeat(500_000);
    expectSound(validateResource(new Manifest(resource('FelixConfiguration', { bpfDataIfacePattern: long, logPrefix: long, featureGates: long, iptablesRefreshInterval: long, bpfConntrackTimeouts: { tcpSynSent: 'm'.repeat(500_000) + '!' } }, { name: long, labels: { [long]: long } }))));
  });
});

const vectors: JsonObject[] = readFileSync(join(__dirname, '../../vectors/resources.jsonl'), 'utf8').trim().split('\n')
  .flatMap((line) => {
    const text = JSON.parse(line).input.yaml as string;
    return text.startsWith('{"') ? [JSON.parse(text)] : [];
  });

const VALUES: readonly unknown[] = [
  null, true, 0, -1, 1.5, 65536, 2 ** 53, '', 'x', 'all()', 'global()', '10.0.0.0/8', '10.0.0.1/8', 'fd00::/8', 'fd00::1', '90:80', 'TCP', 'ICMP', 'Delete', 'LoadBalancer', '5s', '5', 'a.b.c', [], ['x', 'x'], [null], {}, { a: 1 }, { __proto__: null },
];

describe('mutated manifests', () => {
  test('of any kind get sound faults, never a crash', () => {
    const kinds = [...calicoKinds().map((kind) => kind.kind), 'Profile'];
    const steps = fc.array(fc.record({
      at: fc.array(fc.nat(40), { maxLength: 6 }),
      value: fc.constantFrom(...VALUES),
      remove: fc.boolean(),
      kind: fc.option(fc.constantFrom(...kinds), { freq: 10 }),
    }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(fc.constantFrom(...vectors), steps, (vector, mutations) => {
      const object = structuredClone(vector) as Record<string, unknown>;
      for (const { at, value, remove, kind } of mutations) {
        mutate(object, at, value, remove);
        object.kind = kind ?? object.kind;
      }
      expectSound(validateResource(new Manifest(object)));
    }), { seed: 3, numRuns: 3000 });
  });
});

/** Walks down by numbers, and replaces or removes what it comes to. */
function mutate(object: Record<string, unknown>, at: readonly number[], value: unknown, remove: boolean): void {
  let parent: Record<string, unknown> | undefined;
  let key = '';
  let here: unknown = object;
  for (const step of at) {
    if (typeof here !== 'object' || here === null || Object.keys(here).length === 0) {
      break;
    }
    parent = here as Record<string, unknown>;
    const keys = Object.keys(parent);
    key = keys[step % keys.length];
    here = parent[key];
  }
  if (parent !== undefined && remove && !Array.isArray(parent)) {
    delete parent[key];
  } else if (parent !== undefined) {
    parent[key] = value;
  }
}
