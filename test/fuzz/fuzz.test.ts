import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

test('20,000 generated texts crash nothing, hang nothing, and break no promise of a report', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    '--import', 'tsx', join(ROOT, 'scripts', 'fuzz.ts'), '--count', '20000', '--seed', '1', '--limit', '60',
  ], { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: expect.stringMatching(/^20000 cases of seed 1 in \d+ s, 0 failed; /), stderr: '' });
}, 300_000);
