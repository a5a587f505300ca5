import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { folderOf } from './run-cli';
import { listInputFiles } from '../../src/cli/input-files';

const folder = folderOf({
  'b.yaml': '',
  'a.yml': '',
  'C.JSON': '',
  'notes.txt': '',
  'noending': '',
  '.hidden.yaml': '',
  'deep/er/x.yaml': '',
  'deep/a.yaml': '',
  '.git/config.yaml': '',
  'node_modules/p/package.json': '',
  'named.node_modules/y.yaml': '',
  'other/o.yaml': '',
  'empty/readme.md': '',
});
symlinkSync('..', join(folder, 'deep', 'loop'));
symlinkSync('self', join(folder, 'self'));
symlinkSync('circle.yaml', join(folder, 'other', 'circle.yaml'));
symlinkSync(join('other', 'o.yaml'), join(folder, 'link.yaml'));
symlinkSync('other', join(folder, 'to-other'));
symlinkSync('nowhere', join(folder, 'dangling.yaml'));
symlinkSync('nowhere', join(folder, 'dangling.txt'));
mkdirSync(join(folder, 'folder.yaml'));

function listed(...inputs: string[]): { files: string[]; problems: string[] } {
  const { files, problems } = listInputFiles(inputs.map((input) => input === '-' ? input : join(folder, input)));
  return {
    files: files.map(({ name, isNamed }) => `${name === '-' ? name : relative(folder, name)}${isNamed ? ' (named)' : ''}`),
    problems: problems.map((problem) => problem.replaceAll(`${folder}/`, '')),
  };
}

test('walks a folder to the end in the order of names, each file once, through links', () => {
  expect(listed('.')).toEqual({
    files: ['C.JSON', 'a.yml', 'b.yaml', 'deep/a.yaml', 'deep/er/x.yaml', 'link.yaml', 'named.node_modules/y.yaml'],
    problems: ['can\'t read dangling.yaml: there is no such file or folder', 'can\'t read other/circle.yaml: its symbolic links lead in a circle'],
  });
});

test('takes every file that is named, whatever its name', () => {
  expect(listed('notes.txt', '.hidden.yaml', '.git', '-', 'b.yaml', '-', 'b.yaml')).toEqual({
    files: ['notes.txt (named)', '.hidden.yaml (named)', '.git/config.yaml', '- (named)', 'b.yaml (named)'], problems: [],
  });
});

test('a folder that was walked before adds nothing, and is no problem', () => {
  expect(listed('deep/er', 'deep/er', 'deep/er/x.yaml')).toEqual({ files: ['deep/er/x.yaml'], problems: [] });
  expect(listed('b.yaml', 'other', 'to-other', 'folder.yaml/..')).toMatchObject({ problems: expect.not.arrayContaining(['no file']) });
});

test('rejects folders without manifests, what isn\'t there, and links in a circle', () => {
  expect(listed('empty', 'nowhere', 'self', 'folder.yaml')).toEqual({
    files: [],
    problems: [
      'empty holds no file that ends in .yaml, .yml, .json',
      'can\'t read nowhere: there is no such file or folder',
      'can\'t read self: its symbolic links lead in a circle',
      'folder.yaml holds no file that ends in .yaml, .yml, .json',
    ],
  });
});
