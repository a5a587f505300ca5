// Writes docs/checks/README.md: every kind of finding by category. With --check it writes nothing, and fails where the page is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printCatalogue } from './generate/check-catalogue';

const PAGE = join(__dirname, '..', 'docs', 'checks', 'README.md');

const page = printCatalogue();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, page);
} else if (readFileSync(PAGE, 'utf8') !== page) {
  console.error('docs/checks/README.md is not what the catalogue says: run `npx tsx scripts/generate-check-catalogue.ts` and commit it');
  process.exit(1);
}
