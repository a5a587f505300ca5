import { Command } from 'commander';
import { ConnectivityOptions, INPUTS, readConnectivity, STATUSES, statusOf, takeConnectivityOptions, WRITERS } from '../read-connectivity';
import { ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

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
  return takeConnectivityOptions(command, ['text', 'json', 'csv', 'html', 'dot', 'mermaid'])
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ConnectivityOptions) => end(await list(inputs, options, terminal)));
}

async function list(inputs: readonly string[], { format, of, strict }: ConnectivityOptions, terminal: Terminal): Promise<ExitStatus> {
  const connectivity = await readConnectivity(inputs, of, terminal);
  await writeChunks(terminal.output, [WRITERS[format](connectivity)]);
  return statusOf(connectivity, strict);
}
