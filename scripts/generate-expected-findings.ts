// Writes what the checks find in the manifests that are known to be sound. Review what changes, and say in docs/expected-findings.md why it is right:
// `npx tsx --tsconfig scripts/tsconfig.json scripts/generate-expected-findings.ts`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printReport, sourceGroups } from './generate/expected-findings';

const ROOT = join(__dirname, '..');
const FOLDER = join(ROOT, 'test', 'expected-findings');

mkdirSync(FOLDER, { recursive: true });
for (const { report, sources } of sourceGroups(ROOT)) {
  if (sources) {
    writeFileSync(join(FOLDER, `${report}.txt`), printReport(sources));
  }
}
