import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from './fences';
import { ROOT } from './files';
import { runTypeScript } from './run-sample';

test('the example of the guide to expectations gives the report that stands under it', () => {
  const [program, report] = fencesOf(readFileSync(join(ROOT, 'docs', 'guides', 'expectations.md'), 'utf8'));
  const printed = runTypeScript(program.text);
  expect(printed.slice(printed.indexOf('error  '))).toBe(report.text);
});
