import { Command } from 'commander';
import { PolicyModel } from '../../core/policy';
import { drawConnectivity, Graph, graphOf, holdsEnd, listConnectivity, printDot, printMermaid } from '../../core/policy/connectivity';
import { ConnectivityOptions, INPUTS, readModel, STATUSES, takeConnectivityOptions } from '../read-connectivity';
import { errorLine, ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const PRINTERS = { mermaid: printMermaid, dot: printDot } as const;

interface GraphOptions extends ConnectivityOptions {
  readonly format: keyof typeof PRINTERS;
}

const EXAMPLES = `${INPUTS}
A box holds ends that are treated alike, a frame those of a namespace; a dashed line isn't certain. GitHub and GitLab draw what stands in
a fence of Markdown that is marked mermaid.

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
  return takeConnectivityOptions(command, Object.keys(PRINTERS))
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: GraphOptions) => end(await graph(inputs, options, terminal)));
}

async function graph(inputs: readonly string[], { format, of, strict }: GraphOptions, terminal: Terminal): Promise<ExitStatus> {
  const model = await readModel(inputs, of, terminal);
  const drawn = drawConnectivity(model, of, MOST_EDGES) ?? grouped(model, of, terminal);
  const text = PRINTERS[format](drawn);
  await writeChunks(terminal.output, [text]);
  if (format === 'mermaid' && (drawn.edges.length > MOST_EDGES || text.length > MOST_CHARACTERS)) {
    terminal.errors.write(errorLine(`this graph has ${drawn.edges.length} lines and ${text.length} characters, and Mermaid draws at most `
      + `${MOST_EDGES} and ${MOST_CHARACTERS} unless it is told otherwise; draw a part of it with --of, or all of it with --format dot`));
  }
  return strict && drawn.edges.some(({ isCertain }) => !isCertain) ? 1 : 0;
}

/** With an end in several boxes fewer lines do. */
function grouped(model: PolicyModel, of: string | undefined, terminal: Terminal): Graph {
  terminal.errors.write(errorLine(`with each end in one box this graph would have more than ${MOST_EDGES} lines, so an end may be in several boxes; `
    + '--of draws a part of it'));
  const rows = listConnectivity(model);
  return graphOf(of === undefined ? rows : rows.filter(({ sources, destinations }) => holdsEnd(sources, of) || holdsEnd(destinations, of)));
}
