import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';

function pool(cidr: string): string {
  return `apiVersion: projectcalico.org/v3\nkind: IPPool\nmetadata:\n  name: pods\nspec:\n  cidr: ${cidr}\n`;
}

const FOLDER = folderOf({ 'old/pools.yaml': pool('10.244.0.0/16'), 'dist/pools.yaml': pool('10.245.0.0/16'), 'empty/values.yaml': 'replicas: 1\n' });
const environment = { PATH: process.env.PATH!, HOME: FOLDER };
const [OLD, DIST, EMPTY] = ['old', 'dist', 'empty'].map((name) => join(FOLDER, name));
const CHANGED = `error  change/pool-cidr
  at     ${DIST}/pools.yaml:6:9  IPPool/pods  spec.cidr
  what   pool pods is 10.244.0.0/16, and is to become 10.245.0.0/16
`;

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], { cwd: FOLDER, env: environment, stdio: 'ignore' });
}

test('finds what can\'t be changed in place, against a folder', async () => {
  const { status, output } = await runCli(['check', DIST, '--against', OLD], { environment });
  expect([status, output.slice(0, CHANGED.length)]).toEqual([1, CHANGED]);
});

test('finds nothing where nothing changed', async () => {
  const { status, output } = await runCli(['check', DIST, '--against', DIST], { environment });
  expect([status, output.includes('change/')]).toEqual([0, false]);
});

test('finds it against a git revision of the same inputs, and of another folder', async () => {
  git('init', '-q');
  writeFileSync(join(DIST, 'pools.yaml'), pool('10.244.0.0/16'));
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(DIST, 'pools.yaml'), pool('10.245.0.0/16'));
  const here = process.cwd();
  process.chdir(FOLDER);
  try {
    for (const against of ['HEAD', 'HEAD:old']) {
      const { status, output } = await runCli(['check', DIST, '--against', against], { environment });
      expect([against, status, output.slice(0, CHANGED.length)]).toEqual([against, 1, CHANGED]);
    }
    expect((await runCli(['check', DIST, '--against', 'HEAD:empty'], { environment })).errors).toBe('cdk8s-calico: --against HEAD:empty: there are no manifests\n');
    expect((await runCli(['check', DIST, '--against', '--help'], { environment })).status).toBe(2);
  } finally {
    process.chdir(here);
  }
});

test('rejects what is neither file, folder nor revision, and what holds no manifests', async () => {
  expect(await runCli(['check', DIST, '--against', 'nowhere'], { environment })).toEqual({
    status: 2, output: '', errors: 'cdk8s-calico: --against nowhere: there is no such file, folder or git revision\n',
  });
  expect(await runCli(['check', DIST, '--against', 'nowhere'], { environment: { PATH: EMPTY } })).toEqual({
    status: 2, output: '', errors: 'cdk8s-calico: --against nowhere: there is no such file or folder, and no git to ask for a revision\n',
  });
  expect((await runCli(['check', DIST, '--against', EMPTY], { environment })).errors).toBe(`cdk8s-calico: --against ${EMPTY}: there are no manifests\n`);
});
