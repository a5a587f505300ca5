import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf } from './fences';
import { ROOT } from './files';
import { runTypeScript } from './run-sample';

test('the example of the guide to proofs prints what stands under it', () => {
  const [program, printed] = fencesOf(readFileSync(join(ROOT, 'docs', 'guides', 'proofs.md'), 'utf8'));
  expect(`${runTypeScript(program.text)}\n`).toBe(printed.text);
});
