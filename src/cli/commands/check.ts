import { Command, Option } from 'commander';
import { Finding, summarise, TextPlace } from '../../core/findings';
import { CheckPreset } from '../../gate/check-preset';
import { ClusterJudge } from '../../gate/cluster-judge';
import { readPlan } from '../../gate/plan-file';
import { reportStyle, wantsColour } from '../colours';
import { earlierManifests } from '../earlier-manifests';
import { judgeInputs } from '../judge-inputs';
import { outputFolder } from '../read-cluster';
import { readInputFile } from '../read-input';
import { Format, formatReport, FORMATS } from '../report-format';
import { SourceLines } from '../source-lines';
import { CannotRun, errorLine, ExitStatus, Terminal } from '../terminal';
import { writeChunks, writeFile } from '../write-report';

interface CheckOptions {
  readonly format: Format;
  readonly output?: string;
  readonly plan?: string;
  readonly strict?: true;
  readonly preset?: string;
  readonly only?: readonly string[];
  readonly against?: string;
}

/** Findings of each severity in one report. Nobody reads more, and a hostile input has no end of them. */
const MOST_FINDINGS = 20_000;

/** Columns that text needs, however narrow the terminal is. */
const NARROWEST = 60;

const EXAMPLES = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together are one cluster. Kinds that aren't Calico's are context, not errors.
Without inputs, dist is read, or cdk8s.out.

Examples:
  $ cdk8s-calico check dist
  $ cdk8s-calico check policies/ pools.yaml --plan plan.yaml --strict
  $ helm template my-chart | cdk8s-calico check -
  $ cdk8s-calico check dist --format sarif --output calico.sarif
  $ cdk8s-calico check dist --only selector,cidr/pools-overlap
  $ cdk8s-calico check dist --against main

With --against it is also found what can't be changed in place, or hurts a running cluster: addresses and blocks of pools, encapsulation, tiers
that policies are in, the way of the install. It names a file or folder of what the cluster holds now; or a git revision, which stands for the same
inputs as they were then; or REVISION:FOLDER.

A plan file lists the ranges around the cluster:
  nodes: [10.20.0.0/16]
  services: [10.96.0.0/12]
  onPremises: [192.168.100.0/22]
Its keys: nodes, services, vpc, vpn, onPremises; otherClusters and further, with names and their ranges; nodeNames; underlay.

Exit status: 0 if there are no errors, 1 if there are, 2 if something couldn't be read or done.
`;

/** \`cdk8s-calico check\`. */
export function checkCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('check')
    .summary('judge manifests as Calico, the API server and the datastore judge them')
    .description('Judges manifests as Calico, the API server and the datastore judge them, together as the objects of one cluster.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('-p, --plan <file>', 'YAML or JSON file of the ranges around the cluster')
    .option('-s, --strict', 'make warnings errors')
    .addOption(new Option('--preset <name>', 'how severe findings are').choices(['default', 'development', 'production']))
    .option('--against <old>', 'what the cluster holds now: a file, a folder, or a git revision')
    .option('--only <checks>', 'run only these checks or categories, with commas between', (list, before: string[] = []) =>
      [...before, ...list.split(',').map((text) => text.trim()).filter((text) => text !== '')])
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: CheckOptions) => end(await check(inputs, options, terminal)));
}

async function check(named: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const inputs = named.length > 0 ? named : [outputFolder()];
  const judge = openJudge(inputs, options, terminal);
  const lines = new SourceLines();
  const { files, problems } = await judgeInputs(inputs, judge, lines, terminal);
  if (files === 0 && problems.length > 0) {
    throw new CannotRun(problems.join('\n'));
  }
  const { findings, leftOut } = judge.finish();
  const closing = `Checked ${counted(files, 'file')}, ${counted(judge.objects, 'object')}, ${judge.calicoObjects} of them Calico's.`;
  await report(findings, closing, lines, options, terminal);
  if (leftOut > 0) {
    terminal.errors.write(`There are ${leftOut} more findings: mend these first.\n`);
  }
  problems.forEach((problem) => terminal.errors.write(errorLine(problem)));
  return problems.length > 0 ? 2 : findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function openJudge(inputs: readonly string[], { plan, only, strict, preset, against }: CheckOptions, terminal: Terminal): ClusterJudge {
  const before = against === undefined ? undefined : earlierManifests(against, inputs, terminal);
  try {
    return new ClusterJudge({
      only,
      strict,
      before,
      mostFindings: MOST_FINDINGS,
      ...(preset !== undefined && { preset: CheckPreset.named(preset) }),
      ...(plan !== undefined && { plan: readPlan(readInputFile(plan), plan), planName: plan }),
    });
  } catch (error) {
    // Of a plan or of `only`: the message is written for users.
    throw new CannotRun((error as Error).message);
  }
}

async function report(findings: readonly Finding[], closing: string, lines: SourceLines, options: CheckOptions, terminal: Terminal): Promise<void> {
  const { format, output } = options;
  const sourceLine = (place: TextPlace) => lines.at(place);
  if (output !== undefined) {
    writeFile(output, formatReport(findings, format, { closing, sourceLine }));
    terminal.output.write(`${summarise(findings, closing)}\n`);
    return;
  }
  const { columns } = terminal.output;
  await writeChunks(terminal.output, formatReport(findings, format, {
    closing,
    sourceLine,
    style: reportStyle(wantsColour(terminal.output, terminal.environment)),
    ...(columns !== undefined && { columns: Math.max(NARROWEST, columns) }),
  }));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
