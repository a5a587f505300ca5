import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from './run-cli';

const BASE = mkdtempSync(join(tmpdir(), 'cdk8s-calico-init-'));

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }).filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}

test('writes a project of TypeScript into a new folder, and says what comes next', async () => {
  const folder = join(BASE, 'typescript');
  const { status, output } = await runCli(['init', folder]);
  expect(status).toBe(0);
  expect(filesIn(folder)).toEqual([
    '.github/workflows/policies.yml', '.gitignore', 'README.md', 'cdk8s.yaml', 'main.ts', 'network.ts', 'package.json', 'policies.test.ts', 'policies.ts',
    'tsconfig.json',
  ]);
  expect(output).toContain(`\nNext:\n  cd ${folder}\n  npm install\n  npm test\n  npm run synth\n`);
});

test('asks for this package and those beside it, in the versions that it knows', async () => {
  const { version, peerDependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  await runCli(['init', join(BASE, 'versions')]);
  const { dependencies } = JSON.parse(readFileSync(join(BASE, 'versions', 'package.json'), 'utf8'));
  expect(dependencies).toEqual({ ...peerDependencies, 'cdk8s-calico': `^${version}` });
});

test('writes a project of Python, with a .git folder there already', async () => {
  const folder = join(BASE, 'python');
  mkdirSync(join(folder, '.git'), { recursive: true });
  const { status, output } = await runCli(['init', folder, '--language', 'python']);
  expect(status).toBe(0);
  expect(filesIn(folder)).toEqual([
    '.github/workflows/policies.yml', '.gitignore', 'README.md', 'cdk8s.yaml', 'main.py', 'network.py', 'policies.py', 'requirements.txt', 'test_policies.py',
  ]);
  expect(readFileSync(join(folder, 'requirements.txt'), 'utf8')).toMatch(/^cdk8s==\d+\.\d+\.\d+\ncdk8s-plus-27==\d+\.\d+\.\d+\ncdk8s-calico==\d+\.\d+\.\d+\nconstructs==\d+\.\d+\.\d+\n/);
  expect(output).toContain('  pip install -r requirements.txt\n');
});

test('rejects a folder that holds something, and writes nothing', async () => {
  const folder = join(BASE, 'full');
  mkdirSync(folder);
  ['a', 'b', 'c', 'd'].forEach((name) => writeFileSync(join(folder, name), ''));
  const { status, errors } = await runCli(['init', folder]);
  expect([status, errors]).toEqual([2, `cdk8s-calico: ${folder} isn't empty: it has a, b, c and more; name a new folder\n`]);
  expect(filesIn(folder)).toEqual(['a', 'b', 'c', 'd']);
});

test('rejects a path that is a file', async () => {
  const file = join(BASE, 'file');
  writeFileSync(file, '');
  const { status, errors } = await runCli(['init', file]);
  expect([status, errors]).toEqual([2, `cdk8s-calico: can't write to ${file}: a part of its path is no folder\n`]);
});
