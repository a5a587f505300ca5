import { Command, InvalidArgumentError, Option } from 'commander';
import { printJson } from '../../core/findings/print-json';
import { ClusterReader, ConnectionReport, examineConnection, judgePathTest, NamedEnd, printLines, worst } from '../../health';
import { ClusterOptions, wholeNumber, withClusterOptions } from '../cluster-options';
import { healthStyle } from '../health-style';
import { installToExamine } from '../install-to-examine';
import { readOnlyTools, requireCluster } from '../kubectl';
import { runPathTest } from '../run-path-test';
import { ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

interface DebugOptions extends ClusterOptions {
  readonly from: NamedEnd;
  readonly to: NamedEnd;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  readonly format: 'text' | 'json';
  readonly run?: true;
}

const HIGHEST_PORT = 65535;

const EXAMPLES = `
An end is NAMESPACE/NAME, where the name is that of a pod, of a workload (its pods), of a Service (the pods behind it, and the port that it leads
to), or the value of the pods' label app.

The steps: 1 the target's addresses and readiness, 2 calico-node on the nodes of both ends, with its log, 3 the policies that select either
end, and what they decide, 4 the test with netshoot. Only --run changes anything: it creates a pod for the test, and deletes it.

Examples:
  $ cdk8s-calico debug --from app/frontend --to app/web-api --port 8080
  $ cdk8s-calico debug --from app/frontend --to kube-system/kube-dns --port 53 --protocol UDP --run

Exit status: 0 if no step failed, 1 if one did, 2 if the cluster or an end couldn't be read.
`;

/** `cdk8s-calico debug`. */
export function debugCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return withClusterOptions(new Command('debug')
    .summary('find out why a connection between pods fails')
    .description('Walks the way of a connection between pods, step by step, in the cluster of your kubeconfig.')
    .requiredOption('--from <namespace/name>', 'where the connection comes from', readEnd)
    .requiredOption('--to <namespace/name>', 'where it goes to', readEnd)
    .requiredOption('--port <number>', 'port of the target', (text) => wholeNumber(text, 1, HIGHEST_PORT))
    .addOption(new Option('--protocol <name>', 'protocol').choices(['TCP', 'UDP', 'SCTP']).default('TCP')
      .argParser((text) => readProtocol(text)))
    .option('--run', 'run the test of the last step in a pod of its own'))
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(async (options: DebugOptions) => end(await debug(options, terminal)));
}

async function debug(options: DebugOptions, terminal: Terminal): Promise<ExitStatus> {
  const ask = readOnlyTools(options, terminal);
  await requireCluster(ask);
  const reader = new ClusterReader(ask);
  const shape = await installToExamine(options.manifests, reader);
  let report = await examineConnection(options, shape, reader, { now: Date.now(), context: options.context });
  if (options.run && report.test) {
    const line = judgePathTest(report.test, await runPathTest(report.test, options, terminal));
    report = { ...report, lines: [...report.lines.slice(0, -1), line] };
  }
  await writeChunks(terminal.output, [options.format === 'json' ? printJson(dataOf(report)) : textOf(report, terminal)]);
  const status = worst(report.lines.flatMap((line) => line.status ?? []));
  return status === 'failure' ? 1 : status === 'unknown' ? 2 : 0;
}

function textOf({ lines, walk }: ConnectionReport, terminal: Terminal): string {
  return printLines(lines, healthStyle(terminal)) + (walk === undefined ? '' : `\n${walk}`);
}

function dataOf({ lines, walk }: ConnectionReport): object {
  return { steps: lines, ...(walk !== undefined && { walk }) };
}

/** @throws InvalidArgumentError */
function readEnd(text: string): NamedEnd {
  const match = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\/([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)$/.exec(text);
  if (match === null) {
    throw new InvalidArgumentError('It is NAMESPACE/NAME, such as app/web-api.');
  }
  return { namespace: match[1], name: match[2] };
}

/** @throws InvalidArgumentError */
function readProtocol(text: string): string {
  const protocol = text.toUpperCase();
  if (!['TCP', 'UDP', 'SCTP'].includes(protocol)) {
    throw new InvalidArgumentError('It is TCP, UDP or SCTP.');
  }
  return protocol;
}
