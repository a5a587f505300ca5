import { Command } from 'commander';
import { Connectivity } from '../../model/connectivity';
import { ConnectivityOptions, INPUTS, readModel, STATUSES, takeConnectivityOptions } from '../read-connectivity';
import { ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const WRITERS = {
  text: (connectivity: Connectivity) => connectivity.toText(),
  json: (connectivity: Connectivity) => connectivity.toJson(),
  csv: (connectivity: Connectivity) => connectivity.toCsv(),
  html: (connectivity: Connectivity) => connectivity.toHtml(),
  dot: (connectivity: Connectivity) => connectivity.toDot(),
  mermaid: (connectivity: Connectivity) => connectivity.toMermaid(),
} as const;

interface ListOptions extends ConnectivityOptions {
  readonly format: keyof typeof WRITERS;
}

const EXAMPLES = `${INPUTS}
Examples:
  $ cdk8s-calico list
  $ cdk8s-calico list dist --of shop/web
  $ cdk8s-calico list dist --format html > connectivity.html
  $ kubectl get pods,namespaces,serviceaccounts,networkpolicies -A -o yaml | cdk8s-calico list - --format csv

${STATUSES}`;

/** `cdk8s-calico list`. */
export function listCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const command = new Command('list')
    .summary('list who reaches whom on what')
    .description('Lists which workloads, namespaces and addresses outside reach each other on what, as the policies of a cluster decide.');
  return takeConnectivityOptions(command, Object.keys(WRITERS))
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ListOptions) => end(await list(inputs, options, terminal)));
}

async function list(inputs: readonly string[], { format, of, strict }: ListOptions, terminal: Terminal): Promise<ExitStatus> {
  const connectivity = new Connectivity(await readModel(inputs, of, terminal), of);
  await writeChunks(terminal.output, [WRITERS[format](connectivity)]);
  const isCertain = connectivity.rows.every(({ assumedAllowed, assumedDenied }) => assumedAllowed.length + assumedDenied.length === 0);
  return strict && !isCertain ? 1 : 0;
}
