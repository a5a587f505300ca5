import { LOG_LEVELS } from './bgp-configuration';
import { form, goExpression, oneOf, oneOfGiven, range } from './field-rules';
import { ports } from './rule-ports';
import { isNet } from '../../cidr';
import { goDuration, parseGoDuration } from '../go/duration';
import { goUint16, goUint32 } from '../go/go-type';
import { goDscp, goPort } from '../go/network-types';
import { printValue } from '../printed-value';
import { Words } from '../resource-fault';
import { FieldRule } from '../structural/field-rule';
import { FieldEntry, FieldTable } from '../structural/field-table';

const RULE = 'resource/felix';

/** What configures Felix. */
export function felixWords(what: string, why: string, fix: string): Words {
  return { rule: RULE, what, why, fix };
}

const ENABLED = ['Enabled', 'Disabled'];
const INTERFACE = form(RULE, /^(?:\*|[a-zA-Z0-9_.-]{1,15})$/, 'the name of an interface: at most 15 letters, digits, "_", "." and "-"');
const PLAIN_INTERFACE = /^[a-zA-Z0-9_.-]{1,15}$/;
const INTERFACE_FILTER = /^[a-zA-Z0-9:._+-]{1,15}$/;
const PRIORITY = range(RULE, 1, 2 ** 31 - 2);
const PORT = range(RULE, 0, 65535);

/** `a=b,c=d` (`validateKeyValueList`): empty items and empty values pass. */
const KEY_VALUES: FieldRule<string> = {
  judge: (text) => text.trim() === '' || text.split(',').every((item) => item === '' || /^\s*\w+=/.test(item)) ? undefined : felixWords(
    `${printValue(text)} is no list of settings`, 'settings are key=value, joined by commas', 'write it as in "SNATFullyRandom=true,MASQFullyRandom=false"'),
};

const NETS: FieldRule<readonly string[]> = {
  judge: (list) => {
    const wrong = list.find((text) => !isNet(text));
    return wrong === undefined ? undefined : felixWords(`${printValue(wrong)} is not a network`, 'Felix programs these networks', 'give networks such as 10.0.0.0/16');
  },
};

const INTERFACE_FILTERS: FieldRule<readonly string[]> = {
  judge: (list) => {
    const wrong = list.find((text) => !INTERFACE_FILTER.test(text));
    return wrong === undefined ? undefined : felixWords(
      `${printValue(wrong)} is no interface`, 'names have at most 15 letters, digits, ":", ".", "_", "-", with "+" at the end for any rest', 'give names such as docker+');
  },
};

const INTERFACE_KEYS: FieldRule<Readonly<Record<string, string>>> = {
  judge: (map) => {
    const wrong = Object.keys(map).find((key) => !PLAIN_INTERFACE.test(key));
    return wrong === undefined ? undefined : felixWords(
      `${printValue(wrong)} is no interface`, 'filters are set for interfaces by name, or for "all" of them', 'give the name of an interface as the key');
  },
};

/** calicoctl's validator panics on any value here: the field is an integer with a rule for lists (felixconfig.go). */
const NOT_USABLE: FieldRule<number> = {
  judge: () => felixWords(
    'bpfExportBufferSizeMB can\'t be set', 'calicoctl and Calico\'s API server crash on any value of this field in v3.32', 'remove the field; Felix takes FELIX_BPFEXPORTBUFFERSIZEMB'),
};

const DURATIONS = [
  'dataplaneWatchdogTimeout', 'routeRefreshInterval', 'interfaceRefreshInterval', 'iptablesRefreshInterval', 'iptablesPostWriteCheckInterval',
  'iptablesLockProbeInterval', 'ipsetsRefreshInterval', 'xdpRefreshInterval', 'netlinkTimeout', 'reportingInterval', 'reportingTTL',
  'endpointReportingDelay', 'usageReportingInitialDelay', 'usageReportingInterval', 'debugSimulateCalcGraphHangAfter',
  'debugSimulateDataplaneHangAfter', 'debugSimulateDataplaneApplyDelay', 'nftablesRefreshInterval', 'bpfKubeProxyMinSyncPeriod',
  'flowLogsFlushInterval', 'liveMigrationRouteConvergenceTime', 'wireguardKeepAlive',
];

const RULES: Readonly<Record<string, FieldRule>> = {
  featureDetectOverride: KEY_VALUES,
  featureGates: KEY_VALUES,
  iptablesBackend: oneOf(RULE, 'Auto', 'NFT', 'Legacy'),
  defaultEndpointToHostAction: oneOf(RULE, 'Drop', 'Accept', 'Return'),
  iptablesFilterAllowAction: oneOf(RULE, 'Accept', 'Return'),
  iptablesMangleAllowAction: oneOf(RULE, 'Accept', 'Return'),
  iptablesFilterDenyAction: oneOf(RULE, 'Drop', 'Reject'),
  nftablesFilterAllowAction: oneOf(RULE, 'Accept', 'Return'),
  nftablesMangleAllowAction: oneOf(RULE, 'Accept', 'Return'),
  nftablesFilterDenyAction: oneOf(RULE, 'Drop', 'Reject'),
  logSeverityFile: oneOf(RULE, ...LOG_LEVELS),
  logSeverityScreen: oneOf(RULE, ...LOG_LEVELS),
  logSeveritySys: oneOf(RULE, ...LOG_LEVELS),
  logDebugFilenameRegex: goExpression(RULE),
  prometheusMetricsHost: form(RULE, /^[a-zA-Z0-9:._+-]{1,64}$/, 'an address or host name of at most 64 characters'),
  prometheusMetricsClientAuth: oneOfGiven(RULE, 'RequireAndVerifyClientCert', 'RequireAnyClientCert', 'VerifyClientCertIfGiven', 'NoClientCert'),
  natOutgoingExclusions: oneOfGiven(RULE, 'IPPoolsOnly', 'IPPoolsAndHostIPs'),
  debugPort: PORT,
  iptablesNATOutgoingInterfaceFilter: form(RULE, INTERFACE_FILTER, 'the name of an interface, with "+" at the end for any rest'),
  bpfJITHardening: oneOfGiven(RULE, 'Auto', 'Strict'),
  bpfLogLevel: oneOf(RULE, 'Off', 'Info', 'Debug'),
  bpfConntrackLogLevel: oneOf(RULE, 'Off', 'Debug'),
  bpfConntrackMode: oneOfGiven(RULE, 'Auto', 'Userspace', 'BPFProgram'),
  bpfLogFilters: INTERFACE_KEYS,
  bpfDataIfacePattern: goExpression(RULE),
  bpfL3IfacePattern: goExpression(RULE),
  bpfConnectTimeLoadBalancing: oneOfGiven(RULE, 'TCP', ...ENABLED),
  bpfHostNetworkedNATWithoutCTLB: oneOfGiven(RULE, ...ENABLED),
  bpfExternalServiceMode: oneOf(RULE, 'Tunnel', 'DSR'),
  bpfDSROptoutCIDRs: NETS,
  bpfExtToServiceConnmark: range(RULE, 0, 2 ** 32 - 1),
  bpfKubeProxyHealthzPort: PORT,
  bpfMapSizeConntrackCleanupQueue: range(RULE, 1),
  bpfForceTrackPacketsFromIfaces: INTERFACE_FILTERS,
  bpfDisableGROForIfaces: goExpression(RULE),
  bpfExcludeCIDRsFromNAT: NETS,
  bpfExportBufferSizeMB: NOT_USABLE,
  bpfAttachType: oneOfGiven(RULE, 'TC', 'TCX'),
  routeSource: goExpression(RULE),
  ipv4NormalRoutePriority: PRIORITY,
  ipv4ElevatedRoutePriority: PRIORITY,
  ipv6NormalRoutePriority: PRIORITY,
  ipv6ElevatedRoutePriority: PRIORITY,
  wireguardListeningPort: range(RULE, 1, 65535),
  wireguardListeningPortV6: range(RULE, 1, 65535),
  wireguardRoutingRulePriority: range(RULE, 1, 32765),
  wireguardInterfaceName: INTERFACE,
  wireguardInterfaceNameV6: INTERFACE,
  awsSrcDstCheck: oneOfGiven(RULE, 'DoNothing', 'Enable', 'Disable'),
  serviceLoopPrevention: oneOf(RULE, 'Drop', 'Reject', 'Disabled'),
  workloadSourceSpoofing: oneOf(RULE, 'Disabled', 'Any'),
  mtuIfacePattern: goExpression(RULE),
  windowsManageFirewallRules: oneOfGiven(RULE, ...ENABLED),
  goGCThreshold: range(RULE, -1),
  goMemoryLimitMB: range(RULE, -1),
  goMaxProcs: range(RULE, -1),
  bpfMaglevMaxEndpointsPerService: range(RULE, 1, 3000),
  bpfMaglevMaxServices: range(RULE, 1, 3000),
};

const HEALTH_NAME: FieldRule<string> = {
  zero: '',
  judge: (text) => /^[a-zA-Z0-9_ -]+$/.test(text) ? undefined : felixWords(
    text === '' ? 'the override has no name' : `${printValue(text)} is no name of a health check`, 'names hold letters, digits, "_", "-" and spaces', 'give the name as Felix logs it'),
};

const HEALTH_TIMEOUT: FieldRule<string> = {
  judge: (text) => parseGoDuration(text)! >= 0 ? undefined : felixWords(`${printValue(text)} is negative`, 'a check can\'t time out before it starts', 'give a positive duration'),
};

function spec(entries: readonly (readonly [string, FieldEntry])[]): FieldTable {
  return Object.fromEntries(entries.map(([field, entry]) => [`spec.${field}`, entry]));
}

/** What Calico adds to the configuration of Felix (api/pkg/apis/projectcalico/v3/felixconfig.go). */
export const FELIX_TABLE: FieldTable = {
  ...spec(Object.entries(RULES).map(([field, rule]) => [field, { rules: [rule] }])),
  ...spec(DURATIONS.map((field) => [field, { go: goDuration }])),
  'spec.iptablesMarkMask': { go: goUint32 },
  'spec.nftablesMarkMask': { go: goUint32 },
  'spec.kubeNodePortRanges[]': { go: goPort, rules: [ports] },
  'spec.natPortRange': { go: goPort, rules: [ports] },
  'spec.bpfPSNATPorts': { go: goPort, rules: [ports] },
  'spec.istioDSCPMark': { go: goDscp },
  'spec.failsafeInboundHostPorts[].port': { go: goUint16 },
  'spec.failsafeOutboundHostPorts[].port': { go: goUint16 },
  'spec.healthTimeoutOverrides[].name': { rules: [HEALTH_NAME] },
  'spec.healthTimeoutOverrides[].timeout': { go: goDuration, rules: [HEALTH_TIMEOUT] },
};
