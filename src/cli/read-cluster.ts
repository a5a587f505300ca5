import { existsSync } from 'node:fs';
import { InputFile, listInputFiles } from './input-files';
import { readInputFile, readStandardInput } from './read-input';
import { SourceLines } from './source-lines';
import { CannotRun, Terminal } from './terminal';
import { Finding, renderFinding, TextPlace } from '../core/findings';
import { Manifest } from '../core/manifests';
import { readManifests, toFinding } from '../yaml';

/** Folders that cdk8s writes to: the first that is there is read where nothing is named. */
const OUTPUT_FOLDERS = ['dist', 'cdk8s.out'];

/** What a command says where it can't go on. */
export interface Refusals {
  readonly unreadable: string;
  readonly empty: string;
}

/**
 * Reads all objects of the inputs as those of one cluster: files, folders, and `-` for standard input. What a cluster does can't be told from
 * a part of it.
 *
 * @throws CannotRun where anything can't be read
 */
export async function readCluster(inputs: readonly string[], terminal: Terminal): Promise<readonly Manifest[]> {
  return readObjects(inputs.length > 0 ? inputs : [outputFolder()], terminal, {
    unreadable: 'nothing is said of a cluster of which a part can\'t be read',
    empty: 'the input holds no object of Kubernetes',
  });
}

/**
 * Reads all objects of files, folders, and `-` for standard input: all of them or none. What is readable but surprises is printed as a warning.
 *
 * @throws CannotRun where anything can't be read
 */
export async function readObjects(inputs: readonly string[], terminal: Terminal, refusals: Refusals): Promise<readonly Manifest[]> {
  const { files, problems } = listInputFiles(inputs);
  if (problems.length > 0) {
    throw new CannotRun(problems.join('\n'));
  }
  const lines = new SourceLines();
  const manifests: Manifest[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    await readOne(file, lines, terminal, manifests, findings);
  }
  const sourceLine = (place: TextPlace) => lines.at(place);
  findings.forEach((finding) => terminal.errors.write(`${renderFinding(finding, { sourceLine })}\n\n`));
  if (findings.some(({ severity }) => severity === 'error')) {
    throw new CannotRun(refusals.unreadable);
  }
  if (manifests.length === 0) {
    throw new CannotRun(refusals.empty);
  }
  return manifests;
}

/** The folder that cdk8s wrote to. @throws CannotRun where there is none */
export function outputFolder(): string {
  const folder = OUTPUT_FOLDERS.find((name) => existsSync(name));
  if (folder === undefined) {
    throw new CannotRun(`name files or folders, or - for standard input: there is no folder ${OUTPUT_FOLDERS.join(' or ')} here`);
  }
  return folder;
}

async function readOne(
  { name, isNamed }: InputFile, lines: SourceLines, terminal: Terminal, manifests: Manifest[], findings: Finding[],
): Promise<void> {
  const isStandardInput = name === '-';
  const file = isStandardInput ? 'stdin' : name;
  const bytes = isStandardInput ? await readStandardInput(terminal.input) : readInputFile(name);
  // Folders hold JSON of all sorts, with comments too.
  if (!isNamed && name.toLowerCase().endsWith('.json') && !bytes.includes('apiVersion')) {
    return;
  }
  if (isStandardInput) {
    lines.keep(file, bytes);
  }
  const read = readManifests(bytes, { file });
  read.manifests.forEach((manifest) => manifests.push(manifest));
  read.faults.forEach((fault) => findings.push(toFinding(fault)));
}
