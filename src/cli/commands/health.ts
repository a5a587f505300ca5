import { Command, Option } from 'commander';
import { printJson } from '../../core/findings/print-json';
import { ClusterReader, examineHealth, exitStatusOf, healthData, printHealth } from '../../health';
import { ClusterOptions, wholeNumber, withClusterOptions } from '../cluster-options';
import { healthStyle } from '../health-style';
import { installToExamine } from '../install-to-examine';
import { readOnlyTools, requireCluster } from '../kubectl';
import { ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

interface HealthOptions extends ClusterOptions {
  readonly format: 'text' | 'json';
  readonly logs: number;
}

const PODS_TO_READ = 20;
const MOST_PODS = 1000;

const EXAMPLES = `
Asks the cluster of your kubeconfig, through kubectl and only with verbs that read, about the install that was synthesised: pods of
calico-node and their DaemonSet, logs, events, Typha, kube-controllers and API server, BGP sessions, pools, and workload endpoints. Where
calicoctl is on PATH, it is asked too.

Examples:
  $ cdk8s-calico health
  $ cdk8s-calico health --manifests dist --context production --format json

Exit status: 0 if nothing is broken, 1 if something is, 2 if the cluster, or a part of it that was asked for, couldn't be read.
`;

/** `cdk8s-calico health`. */
export function healthCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return withClusterOptions(new Command('health')
    .summary('look at the install in the cluster, without changing anything')
    .description('Looks at the install of Calico in the cluster of your kubeconfig, part by part. Nothing is changed.'))
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .option('--logs <pods>', 'pods of calico-node whose logs are read, those in trouble first', (text) => wholeNumber(text, 0, MOST_PODS), PODS_TO_READ)
    .addHelpText('after', EXAMPLES)
    .action(async (options: HealthOptions) => end(await health(options, terminal)));
}

async function health(options: HealthOptions, terminal: Terminal): Promise<ExitStatus> {
  const ask = readOnlyTools(options, terminal);
  await requireCluster(ask);
  const reader = new ClusterReader(ask);
  const shape = await installToExamine(options.manifests, reader);
  const results = await examineHealth(shape, reader, { now: Date.now(), mostLogs: options.logs });
  const report = options.format === 'json' ? printJson(healthData(shape, results)) : printHealth(shape, results, healthStyle(terminal));
  await writeChunks(terminal.output, [report]);
  return exitStatusOf(results);
}
