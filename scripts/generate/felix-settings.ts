/**
 * Prints the properties of `FelixConfiguration` and how they become its spec. Felix has some 180 settings: their names and words come from
 * `crds/`, and the table below says which of them hold more than text, numbers and switches. A field of `crds/` that isn't in the table keeps its
 * plain type, so none is ever missing.
 */
import { allowedValues, readDescription } from './descriptions';
import { doc, MARK } from './resource-classes';
import { Field, Model } from './structs';
import * as bpfModes from '../../src/values/felix-bpf-modes';
import * as modes from '../../src/values/felix-modes';
import { LogSeverity } from '../../src/values/log-severity';
import { Toggle } from '../../src/values/toggle';

const ENUMS: Record<string, Record<string, string>> = { ...modes, ...bpfModes, LogSeverity, Toggle };

/** Fields with a closed set of words, by the enum that holds them. */
const WORDS: Record<string, string[]> = {
  AwsSrcDstCheck: ['awsSrcDstCheck'],
  BpfAttachType: ['bpfAttachType'],
  BpfConnectTimeLoadBalancing: ['bpfConnectTimeLoadBalancing'],
  BpfConntrackLogLevel: ['bpfConntrackLogLevel'],
  BpfConntrackMode: ['bpfConntrackMode'],
  BpfConntrackScaling: ['bpfMapSizeConntrackScaling'],
  BpfExternalServiceMode: ['bpfExternalServiceMode'],
  BpfJitHardening: ['bpfJITHardening'],
  BpfLogLevel: ['bpfLogLevel'],
  BpfReversePathFilter: ['bpfEnforceRPF'],
  ChainInsertMode: ['chainInsertMode'],
  EndpointToHostAction: ['defaultEndpointToHostAction'],
  FelixRouteSource: ['routeSource'],
  IptablesBackend: ['iptablesBackend'],
  LogSeverity: ['logSeverityFile', 'logSeverityScreen', 'logSeveritySys'],
  MetricsClientAuth: ['prometheusMetricsClientAuth'],
  NatOutgoingExclusions: ['natOutgoingExclusions'],
  NftablesMode: ['nftablesMode'],
  PacketAllowAction: ['iptablesFilterAllowAction', 'iptablesMangleAllowAction', 'nftablesFilterAllowAction', 'nftablesMangleAllowAction'],
  PacketDenyAction: ['iptablesFilterDenyAction', 'nftablesFilterDenyAction'],
  PolicyEvaluationMode: ['flowLogsPolicyEvaluationMode'],
  ServiceLoopPrevention: ['serviceLoopPrevention'],
  Toggle: [
    'bpfHostNetworkedNATWithoutCTLB', 'bpfProfiling', 'bpfRedirectToPeer', 'floatingIPs', 'flowLogsLocalReporter', 'ipForwarding', 'istioAmbientMode',
    'programClusterRoutes', 'windowsManageFirewallRules',
  ],
  WorkloadSourceSpoofing: ['workloadSourceSpoofing'],
};

/** Fields of Go type `metav1.Duration` (api felixconfig.go). */
const DURATIONS = [
  'bpfKubeProxyMinSyncPeriod', 'dataplaneWatchdogTimeout', 'debugSimulateCalcGraphHangAfter', 'debugSimulateDataplaneApplyDelay',
  'debugSimulateDataplaneHangAfter', 'endpointReportingDelay', 'flowLogsFlushInterval', 'interfaceRefreshInterval', 'ipsetsRefreshInterval',
  'iptablesLockProbeInterval', 'iptablesPostWriteCheckInterval', 'iptablesRefreshInterval', 'liveMigrationRouteConvergenceTime', 'netlinkTimeout',
  'nftablesRefreshInterval', 'reportingInterval', 'reportingTTL', 'routeRefreshInterval', 'usageReportingInitialDelay', 'usageReportingInterval',
  'wireguardKeepAlive', 'xdpRefreshInterval',
];

interface Typed {
  readonly type: string;
  /** The expression that prints the value. */
  readonly print: (value: string, property: string) => string;
}

const text: Typed['print'] = (value) => `${value}?.toString()`;
const manifest: Typed['print'] = (value) => `${value}?._toManifest()`;
const port: Typed = { type: 'Port', print: (value, property) => `${value} && portNumber(${value}, \`\${path}: ${property}\`)` };
const cidrs: Typed = { type: 'Cidr[]', print: (value) => `${value}?.map(String)` };

/** Fields of other types of ours. */
const TYPES: Record<string, Typed> = {
  bpfConntrackTimeouts: { type: 'BpfConntrackTimeouts', print: (value) => `${value} && printConntrackTimeouts(${value})` },
  bpfDSROptoutCIDRs: cidrs,
  bpfExcludeCIDRsFromNAT: cidrs,
  bpfExportBufferSizeMB: { type: 'Size', print: (value, property) => `${value} && wholeMebibytes(${value}, \`\${path}: ${property}\`)` },
  bpfKubeProxyHealthzPort: { type: 'Port', print: (value, property) => `${value} && portNumber(${value}, \`\${path}: ${property}\`, true)` },
  bpfPSNATPorts: { type: 'Port', print: manifest },
  debugPort: port,
  deviceRouteSourceAddress: { type: 'IpAddress', print: text },
  deviceRouteSourceAddressIPv6: { type: 'IpAddress', print: text },
  externalNodesList: cidrs,
  failsafeInboundHostPorts: { type: 'FailsafePort[]', print: (value) => `${value}?.map((port) => port._toManifest())` },
  failsafeOutboundHostPorts: { type: 'FailsafePort[]', print: (value) => `${value}?.map((port) => port._toManifest())` },
  goMemoryLimitMB: { type: 'MemoryLimit', print: (value) => `${value}?.mebibytes` },
  healthPort: port,
  healthTimeoutOverrides: { type: 'HealthTimeoutOverride[]', print: (value) => `${value}?.map((override) => printTimeoutOverride(override, path))` },
  istioDSCPMark: { type: 'Dscp', print: manifest },
  kubeNodePortRanges: { type: 'Port[]', print: (value) => `${value}?.map((port) => port._toManifest())` },
  logActionRateLimit: { type: 'LogRateLimit', print: text },
  metadataPort: port,
  natOutgoingAddress: { type: 'IpAddress', print: text },
  natPortRange: { type: 'Port', print: manifest },
  nodeSelector: { type: 'Selector', print: manifest },
  prometheusMetricsPort: port,
  routeTableRange: { type: 'RouteTableRangeSpec', print: (value) => value },
  routeTableRanges: { type: 'RouteTableRangeSpec[]', print: (value) => value },
  vxlanPort: port,
  wireguardListeningPort: port,
  wireguardListeningPortV6: port,
  ...Object.fromEntries(DURATIONS.map((field): [string, Typed] => [field, {
    type: 'Duration', print: (value, property) => `${value} && goDuration(${value}, \`\${path}: ${property}\`)`,
  }])),
  ...Object.fromEntries(Object.entries(WORDS).flatMap(([type, fields]) => fields.map((field): [string, Typed] => [field, {
    type, print: (value) => value,
  }]))),
};

/** What Calico writes in capitals inside names, the longer ones first. */
const ACRONYMS = ['PSNAT', 'CIDR', 'CTLB', 'IPIP', 'DSCP', 'VXLAN', 'CPU', 'DSR', 'GRO', 'JIT', 'MTU', 'NAT', 'RPF', 'TTL', 'VNI', 'XDP', 'CA', 'GC', 'IP', 'MB'];

/** The property of L2, in which an acronym has one capital: `bpfDSROptoutCIDRs` is `bpfDsrOptoutCidrs`. */
export function felixProperty(field: string): string {
  return field.replace(new RegExp(ACRONYMS.join('|'), 'g'), (acronym) => acronym[0] + acronym.slice(1).toLowerCase());
}

/** Path to text of the file. */
export function printFelixSettings(models: Model[]): [string, string] {
  const { fields } = models.flatMap(({ kinds }) => kinds).find(({ name }) => name === 'FelixConfiguration')!.spec;
  const unknown = Object.keys(TYPES).filter((name) => !fields.some((field) => field.name === name));
  if (unknown.length > 0) throw new Error(`FelixConfiguration has no fields ${unknown.join(', ')}`);
  const properties = new Map(fields.map(({ name }) => [name, felixProperty(name)]));
  const enums = (module: object) => Object.keys(module).filter((name) => name in WORDS).sort().join(', ');
  return ['src/constructs/felix-settings.generated.ts', [
    MARK + [
      'import { Duration, Size } from \'cdk8s\';',
      'import { BpfConntrackTimeouts, HealthTimeoutOverride, printConntrackTimeouts, printTimeoutOverride } from \'./felix-parts\';',
      'import { RouteTableRangeSpec } from \'../resources\';',
      'import { Cidr } from \'../values/cidr\';',
      'import { Dscp } from \'../values/dscp\';',
      'import { FailsafePort } from \'../values/failsafe-port\';',
      `import { ${enums(bpfModes)} } from '../values/felix-bpf-modes';`,
      `import { ${enums(modes)} } from '../values/felix-modes';`,
      'import { goDuration } from \'../values/go-duration\';',
      'import { IpAddress } from \'../values/ip-address\';',
      'import { LogRateLimit } from \'../values/log-rate-limit\';',
      'import { LogSeverity } from \'../values/log-severity\';',
      'import { MemoryLimit, wholeMebibytes } from \'../values/memory-limit\';',
      'import { Port } from \'../values/port\';',
      'import { portNumber } from \'../values/port-number\';',
      'import { Selector } from \'../values/selector\';',
      'import { Toggle } from \'../values/toggle\';',
      'import { withoutUndefined } from \'../values/without-undefined\';',
    ].join('\n'),
    [
      doc('The settings of Felix, Calico\'s agent on each node, under Calico\'s own names. What isn\'t set is left to Calico; values that it refuses are '
        + 'reported as `resource/felix`.'),
      'export interface FelixSettings {',
      ...fields.flatMap((field) => [
        docOf(field, properties),
        `  readonly ${properties.get(field.name)}?: ${TYPES[field.name]?.type ?? field.type};`,
      ]),
      '}',
    ].join('\n'),
    [
      doc('The spec that holds the settings.\n\n@param path of the construct, for messages\n@throws where a duration, size or port can\'t be what its setting takes'),
      'export function felixSpec(settings: FelixSettings, path: string): Record<string, unknown> {',
      '  return withoutUndefined({',
      ...fields.map(({ name }) => {
        const property = properties.get(name)!;
        const value = `settings.${property}`;
        return `    ${name}: ${TYPES[name]?.print(value, property) ?? value},`;
      }),
      '  });',
      '}',
    ].join('\n'),
  ].join('\n\n') + '\n'];
}

function docOf({ name, schema }: Field, properties: Map<string, string>): string {
  const { text: said, defaultText } = readDescription(schema);
  const type = TYPES[name]?.type ?? '';
  const words = ENUMS[type];
  checkWords(name, words, allowedValues(schema));
  const withoutExample = type === 'Duration' || type === 'LogRateLimit' ? said.replace(/,? (?:such )?as `[^`]+`(?:, `[^`]+`| and the like \([^)]*\))*/, '') : said;
  const renamed = withoutExample.replace(/`(\w+)`/g, (_, word: string) => `\`${properties.get(word) ?? word}\``);
  return doc(renamed, defaultTag(defaultText, type, words), '  ');
}

/** An enum holds the very words of the schema, where that lists them. */
function checkWords(field: string, words: Record<string, string> | undefined, allowed: readonly (string | number)[] | undefined): void {
  const held = words && Object.values(words).sort().join();
  if (allowed !== undefined && held !== [...allowed].sort().join()) throw new Error(`${field} takes ${allowed.join(', ')}; its enum holds ${held}`);
}

function defaultTag(said: string | undefined, type: string, words: Record<string, string> | undefined): string {
  if (said === undefined) return '- Calico\'s own';
  const code = /^`([^`]+)`$/.exec(said)?.[1];
  const member = words && Object.keys(words).find((key) => words[key] === code);
  if (member !== undefined) return `- Calico's: ${type}.${member}`;
  return code !== undefined || /^(?:true|false|-?\d.*)$/.test(said) ? `- Calico's: ${code ?? said}` : `- ${said}`;
}
