import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { renderFinding } from '../../core/findings';
import { Manifest } from '../../core/manifests';
import { buildModel } from '../../core/policy';
import { changedObjects, enforceStaged } from '../../core/policy/difference';
import { ModelDifference } from '../../model/model-difference';
import { toFinding } from '../../yaml';
import { readRevision } from '../earlier-manifests';
import { outputFolder, readCluster } from '../read-cluster';
import { CannotRun, ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const WRITERS = {
  text: (difference: ModelDifference) => difference.toText(),
  markdown: (difference: ModelDifference) => difference.toMarkdown(),
  json: (difference: ModelDifference) => difference.toJson(),
} as const;

interface DiffOptions {
  readonly format: keyof typeof WRITERS;
  readonly enforceStaged?: true;
}

const EXAMPLES = `
OLD and NEW are a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are passed over),
or - for what is piped in. OLD may be a git revision too: then it stands for NEW as it was there; or REVISION:FOLDER. Without NEW, dist is
read, or cdk8s.out.

Lines with + are newly allowed, lines with - newly denied, each with who decides now. "may be" marks what rests on something that the
manifests don't say. Text that means the same is no difference.

With --enforce-staged NEW is taken with its staged policies enforced; without NEW, OLD is compared with itself so.

Examples:
  $ cdk8s-calico diff main
  $ cdk8s-calico diff main/dist dist --format markdown | gh pr comment --body-file -
  $ cdk8s-calico diff --enforce-staged dist

Exit status: 0 if both mean the same, 1 if they differ, 2 if something couldn't be read.
`;

/** `cdk8s-calico diff`. */
export function diffCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('diff')
    .summary('say what a change allows and denies')
    .description('Says what one cluster allows and another doesn\'t, and by which rule: a review of what policies mean, not of their text.')
    .argument('[old]', 'file, folder, -, or a git revision')
    .argument('[new]', 'file, folder, or -')
    .addOption(new Option('-f, --format <format>', 'form of the difference').choices(Object.keys(WRITERS)).default('text'))
    .option('--enforce-staged', 'enforce the staged policies of NEW, or of OLD where that is alone')
    .addHelpText('after', EXAMPLES)
    .action(async (before: string | undefined, after: string | undefined, options: DiffOptions) => end(await diff(before, after, options, terminal)));
}

async function diff(before: string | undefined, after: string | undefined, options: DiffOptions, terminal: Terminal): Promise<ExitStatus> {
  const difference = options.enforceStaged && after === undefined
    ? await withItself(before, terminal)
    : await betweenTwo(before, after ?? outputFolder(), options, terminal);
  await writeChunks(terminal.output, [WRITERS[options.format](difference)]);
  return difference.isEmpty ? 0 : 1;
}

async function withItself(input: string | undefined, terminal: Terminal): Promise<ModelDifference> {
  const model = buildModel(await readCluster(input === undefined ? [] : [input], terminal));
  return new ModelDifference(model, enforceStaged(model));
}

async function betweenTwo(before: string | undefined, after: string, options: DiffOptions, terminal: Terminal): Promise<ModelDifference> {
  if (before === undefined) {
    throw new CannotRun('name what to compare with: a file, a folder or a git revision; cdk8s-calico diff --help has examples');
  }
  if (before === '-' && after === '-') {
    throw new CannotRun('only one of the two can be standard input');
  }
  const old = before === '-' || existsSync(before) ? await readCluster([before], terminal) : earlier(before, after, terminal);
  const later = await readCluster([after], terminal);
  const model = buildModel(later);
  return new ModelDifference(buildModel(old), options.enforceStaged ? enforceStaged(model) : model, changedObjects(old, later));
}

/** Of a revision without the inputs everything is new: more likely a slip than what somebody wants to see. */
function earlier(revision: string, input: string, { environment, errors }: Terminal): Manifest[] {
  const readings = readRevision(revision, [input], environment, '');
  const findings = readings.flatMap(({ faults }) => faults.map((fault) => toFinding(fault)));
  findings.forEach((finding) => errors.write(`${renderFinding(finding)}\n\n`));
  if (findings.some(({ severity }) => severity === 'error')) {
    throw new CannotRun('nothing is said of a cluster of which a part can\'t be read');
  }
  const manifests = readings.flatMap((read) => read.manifests);
  if (manifests.length === 0) {
    throw new CannotRun(`${revision}: there are no manifests of ${input} in it`);
  }
  return manifests;
}
