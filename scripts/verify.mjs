// Installs, lints, compiles, checks that what is generated is fresh, and runs all tests; ends with `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode, runStep } from './steps.mjs';

requireNode(20, 19);
const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-calico-verify-'));
const results = join(scratch, 'tests.json');
let passed = 0;
let failed = 0;

function count(succeeded) {
  if (succeeded) {
    passed++;
  } else {
    failed++;
  }
  return succeeded;
}

function apiPageIsFresh() {
  const page = join(scratch, 'API.md');
  if (!runStep('Generating API.md', 'npx', ['jsii-docgen', '-o', page], { quiet: true })) {
    return false;
  }
  const fresh = readFileSync(page, 'utf8') === readFileSync('API.md', 'utf8');
  if (!fresh) {
    console.error('API.md is not what the doc comments say: run `npx projen docgen` and commit it');
  }
  return fresh;
}

function testsPass() {
  const succeeded = runStep('Running all tests, docs samples and examples', 'npx', [
    'jest', '--ci', '--coverage', '--json', `--outputFile=${results}`, '--silent', '--testLocationInResults=false',
  ]);
  try {
    const summary = JSON.parse(readFileSync(results, 'utf8'));
    passed += summary.numPassedTests;
    failed += summary.numFailedTests + summary.numRuntimeErrorTestSuites;
    // A red exit without a red test is a coverage threshold.
    return succeeded || summary.numFailedTests + summary.numRuntimeErrorTestSuites > 0 || count(false);
  } catch (error) {
    console.error(`jest left no result: ${error.message}`);
    return count(false);
  }
}

const installed = process.argv.includes('--installed')
  || count(runStep('Installing packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund'], { quiet: true }));
if (installed) {
  count(runStep('Linting, with the import zones between rooms', 'npx', [
    'eslint', '--ext', '.ts', '--no-error-on-unmatched-pattern', '--max-warnings', '0', 'src', 'test', 'scripts', 'bench', 'examples', '.projenrc.ts',
  ]));
  const compiled = count(runStep('Compiling the library (jsii)', 'npx', ['jsii', '--silence-warnings=reserved-word'], { quiet: true }));
  if (compiled) {
    count(apiPageIsFresh());
    for (const folder of ['test', 'examples', 'bench', 'scripts']) {
      count(runStep(`Type-checking ${folder}`, 'npx', ['tsc', '-p', `${folder}/tsconfig.json`, '--noEmit'], { quiet: true }));
    }
    count(runStep('Checking that the generated resources are fresh', 'npx', ['tsx', 'scripts/generate-resources.ts', '--check'], { quiet: true }));
    testsPass();
  }
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || !installed ? 1 : 0);
