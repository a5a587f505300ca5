import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from './fences';
import { ROOT } from './files';
import { folderOf, runCli } from '../cli/run-cli';

const guide = (name: string) => fencesOf(readFileSync(join(ROOT, 'docs', 'guides', `${name}.md`), 'utf8'));
const DIST = folderOf({ 'shop.yaml': guide('explain').find(({ language }) => language === 'yaml')!.text });

const BESIDE = folderOf({ 'global.yaml': guide('connectivity').find(({ language }) => language === 'yaml')!.text });

test('the commands of the guide to connectivity print what stands under them', async () => {
  const shown = (language: string) => guide('connectivity').find((fence) => fence.language === language)!.text;
  expect((await runCli(['list', DIST])).output).toBe(shown('text'));
  expect((await runCli(['policies', DIST, BESIDE])).output).toBe(guide('connectivity').filter(({ language }) => language === 'text')[1].text);
  expect((await runCli(['graph', DIST, '--of', 'shop/api'])).output).toBe(shown('mermaid'));
});
