// Installs, compiles, synthesises examples/quickstart into its dist/, and prints the files and the report of findings.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode, runStep } from './steps.mjs';

requireNode(20, 19);
const example = join('examples', 'quickstart');
const output = join(example, 'dist');
rmSync(output, { recursive: true, force: true });

const succeeded = runStep('Installing packages (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund'], { quiet: true })
  && runStep('Compiling the library', 'npx', ['jsii', '--silence-warnings=reserved-word'], { quiet: true })
  && runStep(`Synthesising ${example}`, 'npx', ['tsx', 'main.ts'], { cwd: example });
if (!succeeded) {
  process.exit(1);
}
for (const file of readdirSync(output).sort()) {
  const path = join(output, file);
  console.log(`\n-- ${path}\n${readFileSync(path, 'utf8').trimEnd()}`);
}
