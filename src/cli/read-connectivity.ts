import { Command, Option } from 'commander';
import { nearNames } from './near-names';
import { readCluster } from './read-cluster';
import { CannotRun, Terminal } from './terminal';
import { buildModel, endpointTitle, PolicyModel } from '../core/policy';
import { isNamed } from '../core/policy/connectivity';

/** Options that all commands about connectivity take. */
export interface ConnectivityOptions {
  readonly of?: string;
  readonly strict?: true;
}

export const INPUT_FILES = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together are one cluster. Without inputs, dist is read, or cdk8s.out.
`;

export const INPUTS = `${INPUT_FILES}
What isn't shown doesn't pass. What rests on something that the manifests don't say, such as the address of a pod, is marked as not certain.
`;

export const STATUSES = 'Exit status: 0; 1 with --strict where something isn\'t certain; 2 if something couldn\'t be read.\n';

/** Gives a command its inputs and options; the first format is the usual one. */
export function takeConnectivityOptions(command: Command, formats: readonly string[]): Command {
  return command
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the output').choices(formats).default(formats[0]))
    .option('--of <end>', 'only what reaches, or is reached by, a namespace, a workload or pod (namespace/name), or a host endpoint')
    .option('-s, --strict', 'end with 1 where something isn\'t certain');
}

/** @throws CannotRun where anything can't be read, or nothing has the name */
export async function readModel(inputs: readonly string[], of: string | undefined, terminal: Terminal): Promise<PolicyModel> {
  const model = buildModel(await readCluster(inputs, terminal));
  if (of !== undefined) {
    checkEnd(of, model);
  }
  return model;
}

function checkEnd(of: string, { endpoints }: PolicyModel): void {
  if (!endpoints.some((endpoint) => isNamed(endpoint, of))) {
    const near = nearNames(of, endpoints).map(endpointTitle);
    throw new CannotRun(`--of: nothing of the manifests is ${of}, or in a namespace ${of}${near.length > 0 ? `; there is ${near.join(', ')}` : ''}`);
  }
}
