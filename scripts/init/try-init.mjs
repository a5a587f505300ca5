// npm run test:init: what `cdk8s-calico init` writes, from the packed package in empty folders: it installs, passes its tests, synthesises, and
// the checks find nothing. Python too, where it is there. Needs the compiled library. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../steps.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-calico-try-init-'));
let passed = 0;
let failed = 0;

/** Runs steps up to the first that fails; each counts. */
function run(cwd, steps) {
  for (const [title, command, ...args] of steps) {
    if (!runStep(title, command, args, { cwd, quiet: true })) {
      failed++;
      return false;
    }
    passed++;
  }
  return true;
}

/** The only file of a folder that ends so. */
function only(folder, ending) {
  return join(folder, readdirSync(folder).find((name) => name.endsWith(ending)));
}

function tryTypeScript(tarball) {
  const folder = join(scratch, 'typescript');
  run(scratch, [['cdk8s-calico init', 'npm', 'exec', '--yes', `--package=${tarball}`, '--', 'cdk8s-calico', 'init', folder]]) && run(folder, [
    ['npm install', 'npm', 'install', '--no-audit', '--no-fund', tarball],
    ['npm test', 'npm', 'test'],
    ['npm run synth', 'npm', 'run', 'synth'],
    ['npm run check', 'npm', 'run', 'check'],
  ]);
}

function tryPython(tarball) {
  const folder = join(scratch, 'python');
  const python = join(scratch, 'venv', 'bin', 'python');
  const wheels = join(scratch, 'wheels');
  run(scratch, [['cdk8s-calico init --language python', 'npm', 'exec', '--yes', `--package=${tarball}`, '--', 'cdk8s-calico', 'init', folder, '-l', 'python']])
    && run(PROJECT, [['Packing for Python', 'npx', 'jsii-pacmak', '-t', 'python', '-o', wheels]])
    && run(folder, [
      ['python -m venv', 'python3', '-m', 'venv', join(scratch, 'venv')],
      ['pip install', python, '-m', 'pip', 'install', '--quiet', only(join(wheels, 'python'), '.whl'), '-r', 'requirements.txt'],
      ['pytest', python, '-m', 'pytest', '--quiet'],
      ['python main.py', python, 'main.py'],
    ]);
}

try {
  if (!existsSync(join(PROJECT, 'lib', 'index.js'))) {
    throw new Error('the library is not compiled: npx projen compile');
  }
  if (run(PROJECT, [['Packing the package', 'npm', 'pack', '--silent', '--pack-destination', scratch]])) {
    const tarball = only(scratch, '.tgz');
    tryTypeScript(tarball);
    if (spawnSync('python3', ['--version']).status === 0) {
      tryPython(tarball);
    } else {
      console.log('\nThere is no python3 here: the project of Python was not tried.');
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
