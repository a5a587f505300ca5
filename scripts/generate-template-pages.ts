// Writes the page of each policy template, and the list of them:
// `npx tsx --tsconfig scripts/tsconfig.json scripts/generate-template-pages.ts`
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pageOf, printTemplateIndex, printTemplatePage, readSamples } from './generate/template-page';

const ROOT = join(__dirname, '..');

const samples = readSamples(ROOT);
for (const sample of samples) {
  writeFileSync(join(ROOT, pageOf(sample.name)), printTemplatePage(sample));
}
mkdirSync(dirname(join(ROOT, 'docs/templates/README.md')), { recursive: true });
writeFileSync(join(ROOT, 'docs/templates/README.md'), printTemplateIndex(samples));
