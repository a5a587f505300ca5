import { Command, Option } from 'commander';
import { nearNames } from './near-names';
import { readCluster } from './read-cluster';
import { CannotRun, ExitStatus, Terminal } from './terminal';
import { buildModel, endpointTitle, PolicyModel } from '../core/policy';
import { Connectivity } from '../model/connectivity';

/** How connectivity can be written. */
export const WRITERS = {
  text: (connectivity: Connectivity) => connectivity.toText(),
  json: (connectivity: Connectivity) => connectivity.toJson(),
  csv: (connectivity: Connectivity) => connectivity.toCsv(),
  dot: (connectivity: Connectivity) => connectivity.toDot(),
  mermaid: (connectivity: Connectivity) => connectivity.toMermaid(),
  html: (connectivity: Connectivity) => connectivity.toHtml(),
} as const;

export type ConnectivityFormat = keyof typeof WRITERS;

/** Options of the commands that show connectivity. */
export interface ConnectivityOptions {
  readonly format: ConnectivityFormat;
  readonly of?: string;
  readonly strict?: true;
}

export const INPUTS = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together are one cluster. Without inputs, dist is read, or cdk8s.out.

What isn't shown doesn't pass. What rests on something that the manifests don't say, such as the address of a pod, is marked as not certain.
`;

export const STATUSES = 'Exit status: 0; 1 with --strict where something isn\'t certain; 2 if something couldn\'t be read.\n';

/** Gives a command its inputs and options; the first format is the usual one. */
export function takeConnectivityOptions(command: Command, formats: readonly ConnectivityFormat[]): Command {
  return command
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the output').choices(formats).default(formats[0]))
    .option('--of <end>', 'only what reaches, or is reached by, a namespace, a workload or pod (namespace/name), or a host endpoint')
    .option('-s, --strict', 'end with 1 where something isn\'t certain');
}

/** @throws CannotRun where anything can't be read, or nothing has the name */
export async function readConnectivity(inputs: readonly string[], of: string | undefined, terminal: Terminal): Promise<Connectivity> {
  const model = buildModel(await readCluster(inputs, terminal));
  if (of !== undefined) {
    checkEnd(of, model);
  }
  return new Connectivity(model, of);
}

function checkEnd(of: string, { endpoints }: PolicyModel): void {
  const isThere = endpoints.some(({ namespace, name }) => namespace === of || of === (namespace === undefined ? name : `${namespace}/${name}`));
  if (!isThere) {
    const near = nearNames(of, endpoints).map(endpointTitle);
    throw new CannotRun(`--of: nothing of the manifests is ${of}, or in a namespace ${of}${near.length > 0 ? `; there is ${near.join(', ')}` : ''}`);
  }
}

/** The status to end with. */
export function statusOf({ rows }: Connectivity, strict: true | undefined): ExitStatus {
  return strict && rows.some(({ assumedAllowed, assumedDenied }) => assumedAllowed.length + assumedDenied.length > 0) ? 1 : 0;
}
