import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { listInputFiles } from './input-files';
import { readInputFile } from './read-input';
import { CannotRun, Terminal } from './terminal';
import { Manifest } from '../core/manifests';
import { readManifests } from '../yaml';

const ENDINGS = new Set(['.yaml', '.yml', '.json']);
const MOST_BYTES = 1_073_741_824;

/**
 * The manifests that a cluster holds now: of a file or folder, or of a git revision, where they are the same inputs as they were then, unless
 * a folder follows a colon. What can't be read in them is passed over: it was judged in its time.
 *
 * @throws CannotRun where there are none
 */
export function earlierManifests(text: string, inputs: readonly string[], { environment }: Pick<Terminal, 'environment'>): Manifest[] {
  const manifests = existsSync(text) ? ofFiles(text) : readRevision(text, inputs, environment, '--against ').flatMap((read) => read.manifests);
  if (manifests.length === 0) {
    throw new CannotRun(`--against ${text}: there are no manifests`);
  }
  return manifests;
}

function ofFiles(name: string): Manifest[] {
  const { files, problems } = listInputFiles([name]);
  if (problems.length > 0) {
    throw new CannotRun(problems.join('\n'));
  }
  return files.flatMap((file) => readManifests(readInputFile(file.name), { file: file.name }).manifests);
}

/**
 * Reads the inputs as they were in a git revision, or a folder of it that follows a colon: a reading for each file. `option` goes before the text
 * in what is said of it.
 *
 * @throws CannotRun where git knows no such revision
 */
export function readRevision(
  text: string, inputs: readonly string[], environment: Terminal['environment'], option: string,
): readonly ReturnType<typeof readManifests>[] {
  const colon = text.indexOf(':');
  const revision = colon < 0 ? text : text.slice(0, colon);
  const paths = colon < 0 ? inputs.filter((input) => input !== '-') : [text.slice(colon + 1) || '.'];
  const git = (args: readonly string[], input?: string) => execFileSync('git', args, {
    env: { ...environment }, input, maxBuffer: MOST_BYTES, stdio: ['pipe', 'pipe', 'pipe'],
  });
  let commit: string;
  try {
    commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).toString().trim();
  } catch (error) {
    throw new CannotRun((error as NodeJS.ErrnoException).code === 'ENOENT'
      ? `${option}${text}: there is no such file or folder, and no git to ask for a revision`
      : `${option}${text}: there is no such file, folder or git revision`);
  }
  try {
    const names = git(['ls-tree', '-r', '-z', '--name-only', '--full-name', commit, '--', ...paths]).toString().split('\0').filter(isManifestFile);
    return blobs(git(['cat-file', '--batch'], names.map((name) => `${commit}:${name}\n`).join('')))
      .map((blob, index) => readManifests(blob, { file: `${revision}:${names[index]}` }));
  } catch (error) {
    throw new CannotRun(`${option}${text}: git can't read it: ${(error as Error).message}`);
  }
}

/** As in folders: hidden files and node_modules are passed over. A name with a line feed can't be asked for. */
function isManifestFile(name: string): boolean {
  const steps = name.split('/');
  return ENDINGS.has(extname(name).toLowerCase()) && !name.includes('\n') && !steps.some((step) => step.startsWith('.') || step === 'node_modules');
}

/** What `cat-file --batch` prints: a line with the length, the content, and a line feed, for each. */
function blobs(output: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const length = Number(output.subarray(at, end).toString().split(' ').at(-1));
    found.push(output.subarray(end + 1, end + 1 + length));
    at = end + length + 2;
  }
  return found;
}
