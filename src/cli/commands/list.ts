import { Command, Option } from 'commander';
import { buildModel } from '../../core/policy';
import { Connectivity } from '../../model/connectivity';
import { readCluster } from '../read-cluster';
import { ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const WRITERS = {
  text: (connectivity: Connectivity) => connectivity.toText(),
  json: (connectivity: Connectivity) => connectivity.toJson(),
  csv: (connectivity: Connectivity) => connectivity.toCsv(),
  dot: (connectivity: Connectivity) => connectivity.toDot(),
  mermaid: (connectivity: Connectivity) => connectivity.toMermaid(),
} as const;

interface ListOptions {
  readonly format: keyof typeof WRITERS;
  readonly strict?: true;
}

const EXAMPLES = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together are one cluster. Without inputs, dist is read, or cdk8s.out.

What isn't listed doesn't pass. What rests on something that the manifests don't say, such as the address of a pod, is marked as not certain.

Examples:
  $ cdk8s-calico list
  $ cdk8s-calico list dist --format dot | dot -Tsvg > connectivity.svg
  $ kubectl get pods,namespaces,serviceaccounts,networkpolicies -A -o yaml | cdk8s-calico list - --format csv

Exit status: 0; 1 with --strict where something isn't certain; 2 if something couldn't be read.
`;

/** `cdk8s-calico list`. */
export function listCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('list')
    .summary('list who reaches whom on what')
    .description('Lists which workloads, namespaces and addresses outside reach each other on what, as the policies of a cluster decide.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the list').choices(Object.keys(WRITERS)).default('text'))
    .option('-s, --strict', 'end with 1 where something isn\'t certain')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ListOptions) => end(await list(inputs, options, terminal)));
}

async function list(inputs: readonly string[], { format, strict }: ListOptions, terminal: Terminal): Promise<ExitStatus> {
  const connectivity = new Connectivity(buildModel(await readCluster(inputs, terminal)));
  await writeChunks(terminal.output, [WRITERS[format](connectivity)]);
  const isCertain = connectivity.rows.every(({ assumedAllowed, assumedDenied }) => assumedAllowed.length + assumedDenied.length === 0);
  return strict && !isCertain ? 1 : 0;
}
