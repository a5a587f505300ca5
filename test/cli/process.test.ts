import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { folderOf } from './run-cli';

const ROOT = join(__dirname, '..', '..');
const COMMAND = ['--import', 'tsx', join(ROOT, 'src', 'cli', 'start.ts')];
const BAD = 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: drop }\nspec: { order: first }\n';

const folder = folderOf({
  'bad.yaml': BAD,
  'many.yaml': Array.from({ length: 3000 }, (_, index) => BAD.replace('drop', `drop-${index}`)).join('---\n'),
});

function run(args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { env, input = '' } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], {
    cwd: ROOT, input, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env }, maxBuffer: 67_108_864,
  });
  return { status, stdout, stderr };
}

test('a process ends with the status, prints to a pipe without colour, and shows no progress there', () => {
  const { status, stdout, stderr } = run(['check', join(folder, 'many.yaml'), '-']);
  expect(stdout).not.toContain('\u001b');
  // The advice: the first of them, were it taken, would deny all that arrives at kube-dns.
  expect(stdout.slice(-100)).toContain('3000 errors, 0 warnings, 1 advice. Checked 2 files, 3000 objects, 3000 of them Calico\'s.\n');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});

test('reads standard input and is coloured where FORCE_COLOR asks for it', () => {
  const { status, stdout } = run(['check', '-'], { input: BAD, env: { FORCE_COLOR: '1' } });
  expect(stdout.split('\n')[0]).toBe('\u001b[1m\u001b[31merror\u001b[39m\u001b[22m  \u001b[1mresource/type\u001b[22m');
  expect(status).toBe(1);
});

test('a reader that goes away is no fault', async () => {
  const child = spawn(process.execPath, [...COMMAND, 'check', join(folder, 'many.yaml')], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect({ status, errors: errors.join('') }).toEqual({ status: 1, errors: '' });
});

test('reads a pipe that has the name of a file, and shows lines of it', () => {
  const { status, stdout } = spawnSync('bash', ['-c', '"$0" "$@" <(cat "$BAD")', process.execPath, ...COMMAND, 'check'], {
    cwd: ROOT, encoding: 'utf8', env: { ...process.env, BAD: join(folder, 'bad.yaml') },
  });
  expect(stdout).toMatch(/^ {2}at {5}\/dev\/fd\/\d+:4:16 {2}GlobalNetworkPolicy\/drop {2}spec.order$/m);
  expect(stdout).toContain('spec: { order: first }\n');
  expect(status).toBe(1);
});

test('ends with 2 where it couldn\'t run', () => {
  expect(run(['check', join(folder, 'nowhere')])).toEqual({
    status: 2, stdout: '', stderr: `cdk8s-calico: can't read ${join(folder, 'nowhere')}: there is no such file or folder\n`,
  });
});
