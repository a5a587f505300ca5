import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fence, fencesOf } from './fences';
import { filesBelow, ROOT } from './files';
import { completeFragment } from './fragment';
import { Program, typeErrors } from './type-check';

/** The TypeScript of README, docs and doc comments. Notes on the design are history: what they show needn't compile any more. */
function samples(): Program[] {
  const pages = ['README.md', ...filesBelow('docs', '.md').filter((path) => !path.startsWith('docs/design/'))];
  return [
    ...pages.flatMap((file) => fencesOf(read(file)).filter(isTypeScript).map((fence) => programOf(file, fence, fence.info === 'fragment'))),
    ...filesBelow('src', '.ts').flatMap((file) => examplesOf(read(file)).map((fence) => programOf(file, fence, !/^import /m.test(fence.text)))),
  ];
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function isTypeScript({ language }: Fence): boolean {
  return language === 'ts' || language === 'typescript';
}

/** A whole program is a module, also without an import of its own. */
function programOf(file: string, { text, line }: Fence, isFragment: boolean): Program {
  return { file, line, text: isFragment ? completeFragment(text) : `${text}export {};\n` };
}

/** The examples and fences of doc comments: an `@example` is code up to the next tag or the end of the comment. */
function examplesOf(source: string): Fence[] {
  return [...source.matchAll(/\/\*\*[^]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const firstLine = source.slice(0, index).split('\n').length;
    const lines = comment.split('\n').map((line) => line.replace(/^ *(?:\/\*\*|\*\/|\* ?)/, ''));
    const fences = fencesOf(lines.join('\n')).filter(isTypeScript);
    const at = fences.length > 0 ? -1 : lines.findIndex((line) => line.startsWith('@example'));
    if (at >= 0) {
      const end = lines.findIndex((line, position) => position > at && line.startsWith('@'));
      fences.push({ language: 'ts', info: '', text: `${lines.slice(at + 1, end < 0 ? undefined : end).join('\n')}\n`, line: at + 2 });
    }
    return fences.map((fence) => ({ ...fence, line: firstLine + fence.line - 1 }));
  });
}

test('every TypeScript sample of README, docs and doc comments compiles', () => {
  const programs = samples();
  expect(programs.length).toBeGreaterThan(5);
  expect(typeErrors(programs)).toEqual([]);
});

test('rejects a sample that doesn\'t compile, with the file and line', () => {
  expect(typeErrors([
    { file: 'page.md', line: 10, text: completeFragment('const selector = Selector.label(\'app\');\nselector.equal(\'web\');\n') },
    { file: 'other.md', line: 3, text: 'import { Sleector } from \'cdk8s-calico\';\n' },
  ])).toEqual([
    'page.md:11 Property \'equal\' does not exist on type \'LabelTerm\'. Did you mean \'equals\'?',
    'other.md:3 \'"cdk8s-calico"\' has no exported member named \'Sleector\'. Did you mean \'Selector\'?',
  ]);
});

test('completes a fragment in a chart of an app', () => {
  expect(typeErrors([{
    file: 'page.md', line: 1, text: completeFragment('new IpPool(chart, \'pods\', { cidr: Cidr.parse(\'10.0.0.0/8\') });\nTesting.synth(chart);\napp.synth();\n'),
  }])).toEqual([]);
});

test('finds examples in doc comments', () => {
  expect(examplesOf('\n/**\n * Makes it.\n *\n * @example\n * make(1);\n * make(2);\n * @throws never\n */\nfunction make() {}\n/** Text. */\n')).toEqual([
    { language: 'ts', info: '', text: 'make(1);\nmake(2);\n', line: 6 },
  ]);
});
