// npm run test:packed: what users do with the packed package, in empty folders. What `cdk8s-calico init` writes installs, passes its tests, synthesises,
// and the checks find nothing; Python too, where it is there. The example of an organisation's package is packed, and the example that uses it
// takes what was packed; of its Python sister the tests run with the wheel that was built. Needs the compiled library. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { only, PROJECT, Trial } from './trial.mjs';

const trial = new Trial();
const { scratch } = trial;

function tryOrganisation(tarball) {
  const packed = join(scratch, 'packed');
  mkdirSync(packed);
  trial.run(trial.copyExample('org-policies'), [
    ['npm install of org-policies', 'npm', 'install', '--no-audit', '--no-fund', '--no-save', tarball],
    ['npm test of org-policies', 'npm', 'test'],
    ['npm pack of org-policies', 'npm', 'pack', '--silent', '--pack-destination', packed],
  ]) && trial.run(trial.copyExample('team-app'), [
    ['npm install of team-app', 'npm', 'install', '--no-audit', '--no-fund', tarball, only(packed, '.tgz')],
    ['npm test of team-app', 'npm', 'test'],
    ['npm run synth of team-app', 'npm', 'run', 'synth'],
  ]);
}

function tryTypeScript(tarball) {
  const folder = join(scratch, 'typescript');
  trial.run(scratch, [['cdk8s-calico init', 'npm', 'exec', '--yes', `--package=${tarball}`, '--', 'cdk8s-calico', 'init', folder]]) && trial.run(folder, [
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
  trial.run(scratch, [['cdk8s-calico init --language python', 'npm', 'exec', '--yes', `--package=${tarball}`, '--', 'cdk8s-calico', 'init', folder, '-l', 'python']])
    && trial.run(PROJECT, [['Packing for Python', 'npx', 'jsii-pacmak', '-t', 'python', '-o', wheels]])
    && trial.run(folder, [
      ['python -m venv', 'python3', '-m', 'venv', join(scratch, 'venv')],
      ['pip install', python, '-m', 'pip', 'install', '--quiet', only(join(wheels, 'python'), '.whl'), '-r', 'requirements.txt'],
      ['pytest', python, '-m', 'pytest', '--quiet'],
      ['python main.py', python, 'main.py'],
    ])
    && tryPythonOrganisation(python);
}

/** @param python the interpreter where this library is installed */
function tryPythonOrganisation(python) {
  const folder = trial.copyExample('org-policies-python');
  const wheels = join(scratch, 'organisation-wheels');
  // Not from the folder of the package: Python would take its modules from there.
  trial.run(join(folder, 'tests'), [
    ['pip wheel of org-policies-python', python, '-m', 'pip', 'wheel', '--quiet', '--no-deps', '--wheel-dir', wheels, folder],
  ]) && trial.run(join(folder, 'tests'), [
    ['pip install of org-policies-python', python, '-m', 'pip', 'install', '--quiet', only(wheels, '.whl')],
    ['pytest of org-policies-python', python, '-m', 'pytest', '--quiet'],
  ]);
}

trial.do(() => {
  if (trial.run(PROJECT, [['Packing the package', 'npm', 'pack', '--silent', '--pack-destination', scratch]])) {
    const tarball = only(scratch, '.tgz');
    tryTypeScript(tarball);
    tryOrganisation(tarball);
    if (spawnSync('python3', ['--version']).status === 0) {
      tryPython(tarball);
    } else {
      console.log('\nThere is no python3 here: the projects of Python were not tried.');
    }
  }
});
