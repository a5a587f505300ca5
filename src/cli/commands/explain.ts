import { Command, Option } from 'commander';
import { buildModel, decide, FlowFault, FlowQuery, Packet, PolicyModel, resolveFlow } from '../../core/policy';
import { Verdict } from '../../model/verdict';
import { wholeNumber } from '../cluster-options';
import { explainJson, explainText } from '../explain-report';
import { readFlowEnd } from '../flow-ends';
import { readCluster } from '../read-cluster';
import { CannotRun, ExitStatus, Terminal } from '../terminal';
import { writeChunks } from '../write-report';

interface ExplainOptions {
  readonly from: string;
  readonly to: string;
  readonly port?: number;
  readonly protocol: string;
  readonly sourcePort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly ipVersion?: '4' | '6';
  readonly httpMethod?: string;
  readonly httpPath?: string;
  readonly format: 'text' | 'json';
  readonly strict?: true;
}

const HIGHEST_PORT = 65535;
const HIGHEST_ICMP = 255;

const EXAMPLES = `
Each input is a YAML or JSON file, a folder that is searched for .yaml, .yml and .json files (hidden ones and node_modules are
passed over), or - for what is piped in. All inputs together are one cluster. Without inputs, dist is read, or cdk8s.out.

An end is an address; namespace/name of a pod, or of a workload (Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob) where
no pod has the name; or the name of a HostEndpoint. What isn't given, such as the port, isn't known, and the verdict may not be certain.

Examples:
  $ cdk8s-calico explain --from shop/web --to shop/api --port 8080
  $ cdk8s-calico explain --from 203.0.113.7 --to shop/web-0 --port 443 dist
  $ kubectl get pods,namespaces,networkpolicies -A -o yaml | cdk8s-calico explain --from a/web --to b/db --port 5432 -

Exit status: 0 if the flow is allowed, 1 if it is denied, 2 if something couldn't be read or isn't there.
`;

/** `cdk8s-calico explain`. */
export function explainCommand(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const port = (text: string) => wholeNumber(text, 1, HIGHEST_PORT);
  const icmp = (text: string) => wholeNumber(text, 0, HIGHEST_ICMP);
  return new Command('explain')
    .summary('say whether policies allow a flow, and why')
    .description('Says whether the policies of a cluster allow a flow, as Calico decides, and shows the walk that led there.')
    .argument('[inputs...]', 'files, folders, or - for standard input')
    .requiredOption('--from <end>', 'who opens the connection')
    .requiredOption('--to <end>', 'who it goes to')
    .option('-p, --port <number>', 'port at the destination', port)
    .option('--protocol <protocol>', 'TCP, UDP, SCTP, ICMP, ICMPv6, UDPLite or a number', 'TCP')
    .option('--source-port <number>', 'port at the source', port)
    .option('--icmp-type <number>', 'ICMP type', icmp)
    .option('--icmp-code <number>', 'ICMP code', icmp)
    .addOption(new Option('--ip-version <version>', 'version of the Internet Protocol (default: one that both ends have)').choices(['4', '6']))
    .option('--http-method <method>', 'method of a request, where application layer policy is on')
    .option('--http-path <path>', 'path of a request, where application layer policy is on')
    .addOption(new Option('-f, --format <format>', 'form of the report').choices(['text', 'json']).default('text'))
    .option('-s, --strict', 'end with 2 where the verdict isn\'t certain')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: string[], options: ExplainOptions) => end(await explainFlow(inputs, options, terminal)));
}

async function explainFlow(inputs: readonly string[], options: ExplainOptions, terminal: Terminal): Promise<ExitStatus> {
  const manifests = await readCluster(inputs, terminal);
  const model = buildModel(manifests);
  const packet = packetOf(model, {
    source: readFlowEnd('--from', options.from, model, manifests),
    destination: readFlowEnd('--to', options.to, model, manifests),
    protocol: options.protocol,
    destinationPort: options.port,
    sourcePort: options.sourcePort,
    icmpType: options.icmpType,
    icmpCode: options.icmpCode,
    ...(options.ipVersion !== undefined && { ipVersion: options.ipVersion === '4' ? 4 : 6 }),
    ...((options.httpMethod !== undefined || options.httpPath !== undefined) && { http: { method: options.httpMethod, path: options.httpPath } }),
  });
  const { allowed, certain } = decide(model, packet);
  const verdict = new Verdict(model, packet, allowed, certain);
  const report = options.format === 'json' ? explainJson(packet, verdict, model.notes) : explainText(verdict, model.notes);
  await writeChunks(terminal.output, [report]);
  if (options.strict && !certain) {
    return 2;
  }
  return allowed ? 0 : 1;
}

function packetOf(model: PolicyModel, query: FlowQuery): Packet {
  try {
    return resolveFlow(model, query);
  } catch (error) {
    throw error instanceof FlowFault ? new CannotRun(error.message) : error;
  }
}
