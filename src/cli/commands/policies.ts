import { Command, Option } from 'commander';
import { printJson } from '../../core/findings/print-json';
import { buildModel, Note, Policy, policyTitle } from '../../core/policy';
import { reachCsv, ReachOfPolicy, reachOfPolicies, reachText } from '../../core/policy/reach';
import { toPolicyReach } from '../../model/to-policy-reach';
import { readCluster } from '../read-cluster';
import { INPUT_FILES } from '../read-connectivity';
import { CannotRun, ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

const WRITERS = {
  text: (reaches: readonly ReachOfPolicy[]) => reachText(reaches),
  json: (reaches: readonly ReachOfPolicy[], notes: readonly Note[]) =>
    printJson({ policies: reaches.map(toPolicyReach), notes: notes.map(({ what }) => what) }),
  csv: (reaches: readonly ReachOfPolicy[]) => reachCsv(reaches),
} as const;

interface PoliciesOptions {
  readonly format: keyof typeof WRITERS;
  readonly policy?: string;
}

const EXAMPLES = `${INPUT_FILES}
Policies come in the order in which Calico asks them, staged ones among them. What is said of pods holds for those of the manifests, and
for those that somebody may create with other labels.

Examples:
  $ cdk8s-calico policies dist
  $ cdk8s-calico policies dist --policy shop/allow-web
  $ cdk8s-calico policies dist --format csv > policies.csv

Exit status: 0; 2 if something couldn't be read.
`;

/** `cdk8s-calico policies`. */
export function policiesCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  return new Command('policies')
    .summary('list what each policy selects')
    .description('Lists the policies of a cluster by tier and order, with the namespaces, workloads and host endpoints that each selects.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .addOption(new Option('-f, --format <format>', 'form of the output').choices(Object.keys(WRITERS)).default('text'))
    .option('--policy <policy>', 'only the policies of this name: namespace/name, or name')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: PoliciesOptions) => end(await policies(inputs, options, terminal)));
}

async function policies(inputs: readonly string[], { format, policy: wanted }: PoliciesOptions, terminal: Terminal): Promise<ExitStatus> {
  const model = buildModel(await readCluster(inputs, terminal));
  const all = reachOfPolicies(model);
  const reaches = wanted === undefined ? all : all.filter(({ policy }) => isNamed(policy, wanted));
  if (wanted !== undefined && reaches.length === 0) {
    const near = all.map(({ policy }) => policy).filter(({ name }) => name.includes(wanted.slice(wanted.indexOf('/') + 1))).slice(0, MOST_SHOWN);
    throw new CannotRun(`--policy: no policy of the manifests is ${wanted}${near.length > 0 ? `; there is ${near.map(policyTitle).join(', ')}` : ''}`);
  }
  await writeChunks(terminal.output, [WRITERS[format](reaches, model.notes)]);
  return 0;
}

const MOST_SHOWN = 5;

function isNamed({ namespace, name }: Policy, wanted: string): boolean {
  return wanted === name || wanted === `${namespace ?? ''}/${name}`;
}
