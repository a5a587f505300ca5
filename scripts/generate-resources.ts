/**
 * Writes what follows from `crds/`: run `npx tsx scripts/generate-resources.ts`, or with `--check` to only compare.
 * With `--accept-structure` it also writes the digests that guard the structure of `crds/` where the reference isn't there.
 */
import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { generatedFiles, staleFiles, writeDigests } from './generate/outputs';

const root = join(__dirname, '..');
const files = generatedFiles(root);
const stale = staleFiles(root, files);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`These files aren't what the generator makes of crds/; run npx tsx scripts/generate-resources.ts:\n${stale.join('\n')}`);
    process.exitCode = 1;
  }
} else {
  if (process.argv.includes('--accept-structure')) writeDigests(root);
  for (const path of stale) {
    const text = files.get(path);
    if (text === undefined) {
      rmSync(join(root, path));
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  console.log(`${files.size} files, ${stale.length} changed`);
}
