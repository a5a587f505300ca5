import { listInputFiles, InputFile } from './input-files';
import { Progress } from './progress';
import { readInputFile, readStandardInput } from './read-input';
import { SourceLines } from './source-lines';
import { CannotRun, Terminal } from './terminal';
import { ClusterJudge } from '../gate/cluster-judge';
import { FileText } from '../gate/file-text';

/** The name of standard input in reports. */
const STANDARD_INPUT = 'stdin';

/** What became of the inputs. */
export interface JudgedInputs {
  /** How many files were judged. */
  readonly files: number;
  /** What couldn't be read, in words. */
  readonly problems: readonly string[];
}

/**
 * Hands every input to a judge: files, folders, and `-` for standard input. One file is in memory at a time. What can't be read is a
 * problem and leaves the rest alone. Lines of what can't be read a second time are kept in `lines`.
 */
export async function judgeInputs(inputs: readonly string[], judge: ClusterJudge, lines: SourceLines, terminal: Terminal): Promise<JudgedInputs> {
  const listed = listInputFiles(inputs);
  const problems = [...listed.problems];
  const progress = new Progress(terminal.errors);
  let files = 0;
  for (const [index, file] of listed.files.entries()) {
    const show = (share: number) => progress.update(() =>
      `${index} of ${listed.files.length} files checked${share < 1 ? `; ${Math.floor(share * 100)} % of the next` : ''}`);
    try {
      show(1);
      files += await judgeInput(file, judge, lines, terminal, show) ? 1 : 0;
    } catch (error) {
      if (!(error instanceof CannotRun)) {
        throw error;
      }
      problems.push(error.message);
    }
  }
  progress.clear();
  return { files, problems };
}

/** False where the file is none of Kubernetes'. */
async function judgeInput(
  { name, isNamed }: InputFile, judge: ClusterJudge, lines: SourceLines, terminal: Terminal, progress: (share: number) => void,
): Promise<boolean> {
  const isStandardInput = name === '-';
  const bytes = isStandardInput ? await readStandardInput(terminal.input) : readInputFile(name);
  if (!isNamed && isOtherJson(name, bytes)) {
    return false;
  }
  const file = isStandardInput ? STANDARD_INPUT : name;
  let kept: FileText | undefined;
  const source = (text: string) => {
    kept = isStandardInput ? undefined : FileText.of(name, bytes, text);
    return kept;
  };
  judge.read(bytes, { file, source, progress });
  if (kept === undefined) {
    lines.keep(file, bytes);
  } else {
    kept.drop();
  }
  return true;
}

/** Folders hold JSON of all sorts, with comments too: what never says apiVersion is no manifest. */
function isOtherJson(name: string, bytes: Buffer): boolean {
  return name.toLowerCase().endsWith('.json') && !bytes.includes('apiVersion');
}
