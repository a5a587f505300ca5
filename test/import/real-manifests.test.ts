import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { comparable, manifestsOf, run } from './run-program';
import { Manifest } from '../../src/core/manifests';
import { importManifests } from '../../src/import';
import { readManifests } from '../../src/yaml';
import { ROOT } from '../docs/files';
import { typeErrors } from '../docs/type-check';

/** Manifests that others publish. They stay out of this repository, so the tests need a checkout of them beside it. */
const SHARED = join(ROOT, '..', 'shared');
const whereShared = existsSync(SHARED) ? describe : describe.skip;

/** The one file of the corpus that nobody takes as it is: a template. */
const PLACEHOLDERS = 'generic-privatehostendpoint.yaml';

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).sort().map((file) => join(folder, file));
}

function readFiles(files: readonly string[]): Manifest[] {
  return files.flatMap((file) => readManifests(readFileSync(file), { file }).manifests);
}

/** What a program writes when it is run as its user would, with all checks. */
function synthesised(program: string): string[] {
  const outdir = mkdtempSync(join(tmpdir(), 'import-'));
  process.env.CDK8S_OUTDIR = outdir;
  try {
    run(program);
    return comparable(readFiles(filesBelow(outdir)).map(({ object }) => object));
  } finally {
    delete process.env.CDK8S_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
}

whereShared('policies that run in production', () => {
  const folders = ['au-syd', 'eu-de', 'jp-tok', 'us-east', 'us-south'].flatMap((region) =>
    ['public', 'private'].map((side) => join(SHARED, 'corpus', region, side)));

  test('become programs that compile', () => {
    const programs = folders.flatMap((folder) => [false, true].map((tidy) => (
      { file: folder, line: 1, text: importManifests(readFiles(filesBelow(folder)), { tidy }).text })));
    expect(typeErrors(programs)).toEqual([]);
  });

  test.each(folders)('in %s are written again, by constructs, when the program runs', (folder) => {
    const manifests = readFiles(filesBelow(folder).filter((file) => basename(file) !== PLACEHOLDERS));
    const { text, constructs, refused } = importManifests(manifests);
    expect({ constructs, refused }).toEqual({ constructs: manifests.length, refused: 0 });
    expect(synthesised(text)).toEqual(comparable(manifests.map(({ object }) => object)));
  });

  test('that hold placeholders are imported too', () => {
    const manifests = readFiles([join(SHARED, 'corpus', 'eu-de', 'private', PLACEHOLDERS)]);
    expect(manifestsOf(importManifests(manifests).text)).toEqual(comparable(manifests.map(({ object }) => object)));
  });
});

whereShared('the manifests that Calico ships', () => {
  const files = existsSync(SHARED) ? filesBelow(join(SHARED, 'reference', 'manifests')) : [];
  const programs = files.map((file) => ({ file, manifests: readFiles([file]) })).filter(({ manifests }) => manifests.length > 0)
    .map(({ file, manifests }) => ({ file, line: 1, manifests, text: importManifests(manifests).text }));

  test('become programs that compile, and render them again', () => {
    expect(typeErrors(programs)).toEqual([]);
    for (const { text, manifests } of programs) {
      expect(manifestsOf(text)).toEqual(comparable(manifests.map(({ object }) => object)));
    }
  });
});
