import { Fields, listOf, memberOf, plain, struct, text, Writer } from './snippet';
import { selector } from './write-selector';
import {
  cidrs, conntrackTimeout, dscp, duration, failsafePort, ipAddress, logRateLimit, mebibytes, memoryLimit, port, ports, toggle,
} from './write-values';
import { felixSpec } from '../constructs/felix-settings.generated';
import { calicoKinds } from '../core/schema/kinds.generated';
import * as bpfModes from '../values/felix-bpf-modes';
import * as modes from '../values/felix-modes';
import { LogSeverity } from '../values/log-severity';

/** Settings by the writer of what they hold. Those that aren't here hold text, numbers, switches or lists of such. */
const WRITERS: readonly (readonly [Writer, readonly string[]])[] = [
  [duration, [
    'bpfKubeProxyMinSyncPeriod', 'dataplaneWatchdogTimeout', 'debugSimulateCalcGraphHangAfter', 'debugSimulateDataplaneApplyDelay',
    'debugSimulateDataplaneHangAfter', 'endpointReportingDelay', 'flowLogsFlushInterval', 'interfaceRefreshInterval', 'ipsetsRefreshInterval',
    'iptablesLockProbeInterval', 'iptablesPostWriteCheckInterval', 'iptablesRefreshInterval', 'liveMigrationRouteConvergenceTime', 'netlinkTimeout',
    'nftablesRefreshInterval', 'reportingInterval', 'reportingTTL', 'routeRefreshInterval', 'usageReportingInitialDelay',
    'usageReportingInterval', 'wireguardKeepAlive', 'xdpRefreshInterval',
  ]],
  [port, [
    'bpfKubeProxyHealthzPort', 'bpfPSNATPorts', 'debugPort', 'healthPort', 'metadataPort', 'natPortRange', 'prometheusMetricsPort', 'vxlanPort',
    'wireguardListeningPort', 'wireguardListeningPortV6',
  ]],
  [ports, ['kubeNodePortRanges']],
  [cidrs, ['bpfDSROptoutCIDRs', 'bpfExcludeCIDRsFromNAT', 'externalNodesList']],
  [ipAddress, ['deviceRouteSourceAddress', 'deviceRouteSourceAddressIPv6', 'natOutgoingAddress']],
  [listOf(failsafePort), ['failsafeInboundHostPorts', 'failsafeOutboundHostPorts']],
  [listOf(struct({ name: ['name', text], timeout: ['timeout', duration] }, ['name', 'timeout'])), ['healthTimeoutOverrides']],
  [struct(Object.fromEntries([
    'creationGracePeriod', 'genericTimeout', 'icmpTimeout', 'tcpEstablished', 'tcpFinsSeen', 'tcpResetSeen', 'tcpSynSent', 'udpTimeout',
  ].map((name) => [name, [name, conntrackTimeout]]))), ['bpfConntrackTimeouts']],
  [mebibytes, ['bpfExportBufferSizeMB']],
  [memoryLimit, ['goMemoryLimitMB']],
  [dscp, ['istioDSCPMark']],
  [logRateLimit, ['logActionRateLimit']],
  [selector, ['nodeSelector']],
  [memberOf('LogSeverity', LogSeverity), ['logSeverityFile', 'logSeverityScreen', 'logSeveritySys']],
  [toggle, [
    'bpfHostNetworkedNATWithoutCTLB', 'bpfProfiling', 'bpfRedirectToPeer', 'floatingIPs', 'flowLogsLocalReporter', 'ipForwarding',
    'istioAmbientMode', 'programClusterRoutes', 'windowsManageFirewallRules',
  ]],
  [memberOf('AwsSrcDstCheck', modes.AwsSrcDstCheck), ['awsSrcDstCheck']],
  [memberOf('BpfAttachType', bpfModes.BpfAttachType), ['bpfAttachType']],
  [memberOf('BpfConnectTimeLoadBalancing', bpfModes.BpfConnectTimeLoadBalancing), ['bpfConnectTimeLoadBalancing']],
  [memberOf('BpfConntrackLogLevel', bpfModes.BpfConntrackLogLevel), ['bpfConntrackLogLevel']],
  [memberOf('BpfConntrackMode', bpfModes.BpfConntrackMode), ['bpfConntrackMode']],
  [memberOf('BpfConntrackScaling', bpfModes.BpfConntrackScaling), ['bpfMapSizeConntrackScaling']],
  [memberOf('BpfExternalServiceMode', bpfModes.BpfExternalServiceMode), ['bpfExternalServiceMode']],
  [memberOf('BpfJitHardening', bpfModes.BpfJitHardening), ['bpfJITHardening']],
  [memberOf('BpfLogLevel', bpfModes.BpfLogLevel), ['bpfLogLevel']],
  [memberOf('BpfReversePathFilter', bpfModes.BpfReversePathFilter), ['bpfEnforceRPF']],
  [memberOf('ChainInsertMode', modes.ChainInsertMode), ['chainInsertMode']],
  [memberOf('EndpointToHostAction', modes.EndpointToHostAction), ['defaultEndpointToHostAction']],
  [memberOf('FelixRouteSource', modes.FelixRouteSource), ['routeSource']],
  [memberOf('IptablesBackend', modes.IptablesBackend), ['iptablesBackend']],
  [memberOf('MetricsClientAuth', modes.MetricsClientAuth), ['prometheusMetricsClientAuth']],
  [memberOf('NatOutgoingExclusions', modes.NatOutgoingExclusions), ['natOutgoingExclusions']],
  [memberOf('NftablesMode', modes.NftablesMode), ['nftablesMode']],
  [memberOf('PacketAllowAction', modes.PacketAllowAction), [
    'iptablesFilterAllowAction', 'iptablesMangleAllowAction', 'nftablesFilterAllowAction', 'nftablesMangleAllowAction',
  ]],
  [memberOf('PacketDenyAction', modes.PacketDenyAction), ['iptablesFilterDenyAction', 'nftablesFilterDenyAction']],
  [memberOf('PolicyEvaluationMode', modes.PolicyEvaluationMode), ['flowLogsPolicyEvaluationMode']],
  [memberOf('ServiceLoopPrevention', modes.ServiceLoopPrevention), ['serviceLoopPrevention']],
  [memberOf('WorkloadSourceSpoofing', modes.WorkloadSourceSpoofing), ['workloadSourceSpoofing']],
];

let fields: Fields | undefined;

/** Felix's settings by their names in manifests. They are many and generated, so the construct itself is asked what properties it reads. */
export function felixFields(): Fields {
  return fields ??= build();
}

function build(): Fields {
  const properties = new Map(propertiesRead().map((property) => [property.toLowerCase(), property]));
  const writers = new Map(WRITERS.flatMap(([write, names]) => names.map((name) => [name, write] as const)));
  const { schema } = calicoKinds().find(({ kind }) => kind === 'FelixConfiguration')!;
  const settings = Object.keys(schema.properties!.spec.properties!);
  // A property differs from its setting by capitals only.
  return Object.fromEntries(settings.map((name) => [name, [properties.get(name.toLowerCase())!, writers.get(name) ?? plain]]));
}

function propertiesRead(): string[] {
  const read: string[] = [];
  felixSpec(new Proxy({}, { get: (_, property) => void read.push(String(property)) }), '');
  return read;
}
