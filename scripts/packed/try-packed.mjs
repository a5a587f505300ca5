// npm run test:packed: what users do with the packed package, in empty folders. What `cdk8s-calico init` writes installs, passes its tests, synthesises,
// and the checks find nothing; Python too, where it is there. The example of an organisation's package is packed, and the example that uses it
// takes what was packed; of its Python sister the tests run with the wheel that was built. Needs the compiled library. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../steps.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cdk8s-calico-packed-'));
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

/** A copy of an example, without what running it left there. */
function copyExample(name) {
  const folder = join(scratch, name);
  cpSync(join(PROJECT, 'examples', name), folder, { recursive: true, filter: (file) => !/[\\/](node_modules|lib|dist|build|\.venv|__pycache__)$/.test(file) });
  return folder;
}

function tryOrganisation(tarball) {
  const packed = join(scratch, 'packed');
  mkdirSync(packed);
  run(copyExample('org-policies'), [
    ['npm install of org-policies', 'npm', 'install', '--no-audit', '--no-fund', '--no-save', tarball],
    ['npm test of org-policies', 'npm', 'test'],
    ['npm pack of org-policies', 'npm', 'pack', '--silent', '--pack-destination', packed],
  ]) && run(copyExample('team-app'), [
    ['npm install of team-app', 'npm', 'install', '--no-audit', '--no-fund', tarball, only(packed, '.tgz')],
    ['npm test of team-app', 'npm', 'test'],
    ['npm run synth of team-app', 'npm', 'run', 'synth'],
  ]);
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
    ])
    && tryPythonOrganisation(python);
}

/** @param python the interpreter where this library is installed */
function tryPythonOrganisation(python) {
  const folder = copyExample('org-policies-python');
  const wheels = join(scratch, 'organisation-wheels');
  // Not from the folder of the package: Python would take its modules from there.
  run(join(folder, 'tests'), [
    ['pip wheel of org-policies-python', python, '-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', wheels, folder],
  ]) && run(join(folder, 'tests'), [
    ['pip install of org-policies-python', python, '-m', 'pip', 'install', '--quiet', only(wheels, '.whl')],
    ['pytest of org-policies-python', python, '-m', 'pytest', '--quiet'],
  ]);
}

try {
  if (!existsSync(join(PROJECT, 'lib', 'index.js'))) {
    throw new Error('the library is not compiled: npx projen compile');
  }
  if (run(PROJECT, [['Packing the package', 'npm', 'pack', '--silent', '--pack-destination', scratch]])) {
    const tarball = only(scratch, '.tgz');
    tryTypeScript(tarball);
    tryOrganisation(tarball);
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
