import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files';
import { printCatalogue } from '../../scripts/generate/check-catalogue';

test('docs/checks/README.md lists the catalogue as it is: else run `npx tsx scripts/generate-check-catalogue.ts`', () => {
  expect(readFileSync(join(ROOT, 'docs/checks/README.md'), 'utf8')).toBe(printCatalogue());
});
