import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSample, pageOf, printTemplateIndex, printTemplatePage, readSamples, TEMPLATE_NAME } from '../../scripts/generate/template-page';
import { RECIPES } from '../../scripts/generate/template-recipes';
import { filesBelow, ROOT } from '../docs/files';
import { Checks } from 'cdk8s-calico';

const SAMPLES = readSamples(ROOT);

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  test('keeps what its probes promise', () => {
    const results = makeSample(sample).template.prove();
    expect(results.filter(({ holds }) => !holds).map(({ mustAllow, probeSet, verdict }) => `${probeSet}: must be ${mustAllow ? 'allowed' : 'denied'}: ${verdict.toText()}`)).toEqual([]);
  });

  test('has probes of both kinds', () => {
    const results = makeSample(sample).template.prove();
    expect([...new Set(results.map(({ mustAllow }) => mustAllow))].sort()).toEqual([false, true]);
  });

  test('is needed for what it promises: without it some probe fails', () => {
    const { template } = makeSample(sample);
    template.node.children.forEach(({ node: { id } }) => template.node.tryRemoveChild(id));
    expect(template.prove().some(({ holds }) => !holds)).toBe(true);
  });

  test('is taken by the checks without a finding, advice included', () => {
    const { chart } = makeSample(sample);
    expect(Checks.of(chart).report().findings.map(({ id, what }) => `${id}: ${what}`)).toEqual([]);
  });

  test('says what it is', () => {
    const { template: { info, version } } = makeSample(sample);
    expect(info.name).toBe(name);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect([info.useWhen.length > 0, info.avoidWhen.length > 0]).toEqual([true, true]);
  });

  test('names only templates that exist', () => {
    const { useWhen, avoidWhen } = makeSample(sample).template.info;
    const named = [...useWhen, ...avoidWhen].flatMap((sentence) => sentence.match(TEMPLATE_NAME) ?? []);
    expect(named.filter((other) => !SAMPLES.some(({ name: known }) => known === other))).toEqual([]);
  });

  test('has a page that is up to date: else run `npx tsx --tsconfig scripts/tsconfig.json scripts/generate-template-pages.ts`', () => {
    const path = join(ROOT, pageOf(name));
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(printTemplatePage(sample));
  });
});

test('each template has a sample', () => {
  const folders = filesBelow('src/templates', '.ts').map((path) => /^src\/templates\/(.+\/([^/]+))\/\2\.ts$/.exec(path)?.[1]).filter((folder) => folder !== undefined);
  expect(SAMPLES.map(({ name }) => name)).toEqual(folders.sort());
});

test('each template is found by what it is known as', () => {
  expect(RECIPES.map(([,, template]) => template).sort()).toEqual(SAMPLES.map(({ name }) => name));
});

test('docs/templates/README.md lists them all', () => {
  expect(readFileSync(join(ROOT, 'docs/templates/README.md'), 'utf8')).toBe(printTemplateIndex(SAMPLES));
});
