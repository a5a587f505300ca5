import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';
import { Output } from '../../src/cli/terminal';

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly output: string;
  readonly errors: string;
  readonly status: number;
}

/** What surrounds a command in a test. */
export interface Surroundings {
  readonly input?: string | readonly Uint8Array[];
  readonly environment?: { readonly [name: string]: string };
  readonly isTerminal?: boolean;
  readonly columns?: number;
}

/** Keeps what is written to it. */
class Written implements Output {
  public text = '';

  constructor(public readonly isTTY?: boolean, public readonly columns?: number) {}

  public write(text: string): boolean {
    this.text += text;
    return true;
  }

  public once(): void {}

  public on(): void {}
}

/** Runs a command line in this process. */
export async function runCli(args: readonly string[], { input = '', environment = {}, isTerminal, columns }: Surroundings = {}): Promise<CommandRun> {
  const output = new Written(isTerminal, columns);
  const errors = new Written(isTerminal, columns);
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : input;
  const status = await main(args, { input: chunksOf(chunks), output, errors, environment });
  return { output: output.text, errors: errors.text, status };
}

async function* chunksOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** A folder of files that is there while a test file runs; paths in it. */
export function folderOf(files: { readonly [name: string]: string | Uint8Array }): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-calico-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
