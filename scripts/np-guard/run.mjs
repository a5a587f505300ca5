// npm run test:np-guard: compares connectivity with np-guard's netpol-analyzer, built from its published Go module.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureNetpolAnalyzer } from './netpol-analyzer.mjs';
import { CannotStart } from '../go-program.mjs';

try {
  const analyzer = ensureNetpolAnalyzer(console.error);
  const script = fileURLToPath(new URL('compare.ts', import.meta.url));
  process.exitCode = spawnSync('npx', ['tsx', script, analyzer, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  if (!(error instanceof CannotStart)) {
    throw error;
  }
  console.error(`Nothing to compare with.\n${error.message}`);
  process.exitCode = 2;
}
