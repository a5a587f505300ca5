import { Command } from 'commander';
import { ConnectivityOptions, INPUTS, readConnectivity, STATUSES, statusOf, takeConnectivityOptions, WRITERS } from '../read-connectivity';
import { errorLine, ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const EXAMPLES = `${INPUTS}
A box is a group of ends that are treated alike; a dashed line isn't certain. GitHub and GitLab draw a fence of Markdown that is marked mermaid.

Examples:
  $ cdk8s-calico graph dist --of shop
  $ cdk8s-calico graph dist --format dot | dot -Tsvg > connectivity.svg

${STATUSES}`;

/** What Mermaid draws where nobody configures it: its `maxEdges` and `maxTextSize`. */
const MOST_EDGES = 500;
const MOST_CHARACTERS = 50_000;

/** `cdk8s-calico graph`. */
export function graphCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const command = new Command('graph')
    .summary('draw who reaches whom on what')
    .description('Draws which workloads, namespaces and addresses outside reach each other on what, as the policies of a cluster decide.');
  return takeConnectivityOptions(command, ['mermaid', 'dot'])
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ConnectivityOptions) => end(await graph(inputs, options, terminal)));
}

async function graph(inputs: readonly string[], { format, of, strict }: ConnectivityOptions, terminal: Terminal): Promise<ExitStatus> {
  const connectivity = await readConnectivity(inputs, of, terminal);
  const drawn = WRITERS[format](connectivity);
  await writeChunks(terminal.output, [drawn]);
  if (format === 'mermaid' && (connectivity.rows.length > MOST_EDGES || drawn.length > MOST_CHARACTERS)) {
    terminal.errors.write(errorLine(`this graph has ${connectivity.rows.length} lines and ${drawn.length} characters, and Mermaid draws at most `
      + `${MOST_EDGES} and ${MOST_CHARACTERS} unless it is told otherwise; draw a part of it with --of, or all of it with --format dot`));
  }
  return statusOf(connectivity, strict);
}
