import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from './fences';
import { ROOT } from './files';
import { runTypeScript } from './run-sample';

const PROGRAMS = fencesOf(readFileSync(join(ROOT, 'docs', 'guides', 'templates.md'), 'utf8')).filter(({ language, info }) => language === 'ts' && info !== 'fragment');

/** Proves the template of the guide, and has it judged. */
const USE = `
import { App, Chart } from 'cdk8s';
import { Checks } from 'cdk8s-calico';
const chart = new Chart(new App(), 'guide');
const failed = new AllowScanner(chart, 'scanner', { namespace: 'shop' }).prove().filter(({ holds }) => !holds);
console.log(JSON.stringify([failed.map(({ verdict }) => verdict.toText()), Checks.of(chart).report().findings.map(({ id }) => id)]));
`;

test.each(PROGRAMS.slice(0, 2).map(({ line, text }) => [line, text]))('the program of line %i of the guide to templates has no finding', (_, text) => {
  expect(runTypeScript(text as string)).toBe('');
});

test('the template of the guide keeps what it promises, and has no finding', () => {
  expect(runTypeScript(PROGRAMS[2].text + USE)).toBe('[[],[]]');
});
