import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { listInputFiles } from './input-files';
import { ToolOptions } from './kubectl';
import { readInputFile } from './read-input';
import { CannotRun } from './terminal';
import { Manifest } from '../core/manifests';
import { readManifests } from '../yaml';

/** What every command that asks a cluster takes. */
export interface ClusterOptions extends ToolOptions {
  readonly manifests?: string;
}

/** The folder that cdk8s writes to. */
const OUTPUT_FOLDER = 'dist';
const TIMEOUT_SECONDS = 20;
const LONGEST_SECONDS = 600;

/** Adds the options that choose the cluster and the install. */
export function withClusterOptions(command: Command): Command {
  return command
    .option('-m, --manifests <folder>', `what was synthesised (default: ${OUTPUT_FOLDER} where it is there; otherwise the cluster is asked)`)
    .option('--context <name>', 'context of the kubeconfig')
    .option('--kubeconfig <file>', 'kubeconfig to use')
    .option('--timeout <seconds>', 'how long a request to the cluster may take', (text) => wholeNumber(text, 1, LONGEST_SECONDS), TIMEOUT_SECONDS);
}

/** @throws InvalidArgumentError */
export function wholeNumber(text: string, lowest: number, highest: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < lowest || Number(text) > highest) {
    throw new InvalidArgumentError(`It is a whole number from ${lowest} to ${highest}.`);
  }
  return Number(text);
}

/** Manifests that were synthesised, and where they are. */
export interface Synthesised {
  readonly manifests: readonly Manifest[];
  /** The folder. @default - there is none */
  readonly folder?: string;
}

/** Reads what was synthesised: what the user names, otherwise the usual folder where it is there. @throws CannotRun */
export function readSynthesised(folder: string | undefined): Synthesised {
  if (folder === undefined && !existsSync(OUTPUT_FOLDER)) {
    return { manifests: [] };
  }
  const named = folder ?? OUTPUT_FOLDER;
  const { files, problems } = listInputFiles([named]);
  if (problems.length > 0 && folder !== undefined) {
    throw new CannotRun(problems.join('\n'));
  }
  return { manifests: files.flatMap(({ name }) => readManifests(readInputFile(name), { file: name }).manifests), folder: named };
}
