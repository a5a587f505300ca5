// What the trials of packed packages share: a scratch folder, steps that are counted, and copies of examples.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from '../steps.mjs';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const LEFT_BY_RUNNING = /[\\/](node_modules|lib|dist|build|target|\.venv|__pycache__|go\.sum)$/;

export class Trial {
  scratch = mkdtempSync(join(tmpdir(), 'cdk8s-calico-packed-'));
  passed = 0;
  failed = 0;

  /** Runs steps up to the first that fails; each counts. */
  run(cwd, steps) {
    for (const [title, command, ...args] of steps) {
      if (!runStep(title, command, args, { cwd, quiet: true })) {
        this.failed++;
        return false;
      }
      this.passed++;
    }
    return true;
  }

  /** A copy of an example, without what running it left there. */
  copyExample(name) {
    const folder = join(this.scratch, name);
    cpSync(join(PROJECT, 'examples', name), folder, { recursive: true, filter: (file) => !LEFT_BY_RUNNING.test(file) });
    return folder;
  }

  /** Tries, cleans up, and says how many steps passed. @param {() => void} tries */
  do(tries) {
    try {
      if (!existsSync(join(PROJECT, 'lib', 'index.js'))) {
        throw new Error('the library is not compiled: npx projen compile');
      }
      tries();
    } finally {
      rmSync(this.scratch, { recursive: true, force: true });
    }
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 ? 1 : 0;
  }
}

/** The only file of a folder that ends so. */
export function only(folder, ending) {
  return join(folder, readdirSync(folder).find((name) => name.endsWith(ending)));
}
