import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, ROOT } from './files';

const PAGES = ['README.md', 'ARCHITECTURE.md', ...filesBelow('docs', '.md'), ...filesBelow('examples', '.md')];

test('every link from page to page leads to a file', () => {
  expect(PAGES.flatMap(brokenLinks)).toEqual([]);
});

function brokenLinks(page: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8').replace(/^```[^]*?^```$/gm, '');
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target)
    .filter((target) => !target.includes('://') && !existsSync(join(ROOT, dirname(page), target)))
    .map((target) => `${page}: ${target}`);
}
