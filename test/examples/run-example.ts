import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../docs/files';

/** What running an example did. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The files that it wrote, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs `main.ts` of an example as its user would, in a process of its own, with the package's name mapped to src/. */
export function runExample(name: string): Run {
  const outdir = mkdtempSync(join(tmpdir(), `example-${name}-`));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath, [require.resolve('tsx/cli'), '--tsconfig', join(__dirname, 'tsconfig.json'), 'main.ts'],
      { cwd: join(ROOT, 'examples', name), env: { ...process.env, CDK8S_OUTDIR: outdir }, encoding: 'utf8' });
    return { status, stdout, stderr, files: filesIn(outdir) };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The text files of a folder, by name. */
export function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
