import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparable, manifestsOf } from './run-program';
import { Manifest } from '../../src/core/manifests';
import { importManifests } from '../../src/import';
import { readManifests } from '../../src/yaml';
import { ROOT } from '../docs/files';
import { typeErrors } from '../docs/type-check';

interface Vector {
  readonly kind: string;
  readonly input: { readonly yaml: string };
  readonly expect: { readonly ok: boolean; readonly crdRawOk?: boolean; readonly createOk?: boolean };
}

/** The objects of the vectors that every layer of Calico takes, by kind. */
const ACCEPTABLE = new Map<string, Manifest[]>();
for (const line of readFileSync(join(ROOT, 'test/vectors/resources.jsonl'), 'utf8').trim().split('\n')) {
  const { kind, input, expect: { ok, crdRawOk, createOk } } = JSON.parse(line) as Vector;
  if (ok && crdRawOk !== false && createOk !== false) {
    ACCEPTABLE.set(kind, [...ACCEPTABLE.get(kind) ?? [], ...readManifests(input.yaml).manifests]);
  }
}

const PROGRAMS = [...ACCEPTABLE].flatMap(([kind, manifests]) => [false, true].map((tidy) => (
  { kind, tidy, ...importManifests(manifests, { tidy }) })));

test('the program of every acceptable vector compiles', () => {
  expect(typeErrors(PROGRAMS.map(({ kind, tidy, text }) => ({ file: `${kind}${tidy ? ' (tidy)' : ''}`, line: 1, text })))).toEqual([]);
});

test.each([...ACCEPTABLE])('every acceptable %s is synthesised equal to the input', (kind, manifests) => {
  const { text } = PROGRAMS.find((program) => program.kind === kind && !program.tidy)!;
  expect(manifestsOf(text)).toEqual(comparable(manifests.map(({ object }) => object)));
});

test('every program imports what it uses, and declares no variable in vain', () => {
  for (const { text } of PROGRAMS) {
    const names = [...text.matchAll(/^import \{([^}]*)\} from/gm)].flatMap(([, list]) => list.match(/\w+/g)!)
      .concat([...text.matchAll(/^ *const (\w+) =/gm)].map(([, name]) => name));
    expect(names.filter((name) => text.match(new RegExp(`\\b${name}\\b`, 'g'))!.length < 2)).toEqual([]);
  }
});
