import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, runCli } from './run-cli';
import { fencesOf } from '../docs/fences';
import { ROOT } from '../docs/files';

const FENCES = fencesOf(readFileSync(join(ROOT, 'docs/guides/diff.md'), 'utf8'));
const [WORLD, OLD, NEW] = FENCES.filter(({ language }) => language === 'yaml').map(({ text }) => text);
const FOLDER = folderOf({ 'old/shop.yaml': WORLD, 'old/policy.yaml': OLD, 'dist/shop.yaml': WORLD, 'dist/policy.yaml': NEW });

test('the guide shows what the command prints', async () => {
  const runs = FENCES.flatMap(({ language, text }, index) => (language === 'sh' && !text.includes('|') ? [[text, FENCES[index + 1].text]] : []));
  expect(runs.length).toBe(2);
  const here = process.cwd();
  process.chdir(FOLDER);
  try {
    for (const [command, printed] of runs) {
      expect(await runCli(command.trim().split(' ').slice(2))).toEqual({ status: 1, errors: '', output: printed });
    }
  } finally {
    process.chdir(here);
  }
});
