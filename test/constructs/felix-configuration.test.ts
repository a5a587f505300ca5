import { App, Chart, Duration, Size } from 'cdk8s';
import {
  AwsSrcDstCheck, BpfAttachType, BpfConnectTimeLoadBalancing, BpfConntrackLogLevel, BpfConntrackMode, BpfConntrackScaling, BpfConntrackTimeout,
  BpfExternalServiceMode, BpfJitHardening, BpfLogLevel, BpfReversePathFilter, ChainInsertMode, Checks, Cidr, Dscp, EndpointToHostAction,
  FailsafePort, FelixConfiguration, FelixConfigurationProps, FelixRouteSource, IpAddress, IptablesBackend, LogRateLimit, LogSeverity, MemoryLimit,
  MetricsClientAuth, NatOutgoingExclusions, NftablesMode, PacketAllowAction, PacketDenyAction, PolicyEvaluationMode, Port, Selector,
  ServiceLoopPrevention, Toggle, WorkloadSourceSpoofing,
} from '../../src';
import { calicoKinds } from '../../src/core/schema/kinds.generated';

let chart: Chart;

beforeEach(() => {
  chart = new Chart(new App(), 'test', { disableResourceNameHashes: true });
});

/** A property, a value for it, the field, and what the field holds then. */
type Row = [keyof FelixConfigurationProps, unknown, string, unknown];

const ROWS: Row[] = [
  ['allowIpipPacketsFromWorkloads', true, 'allowIPIPPacketsFromWorkloads', true],
  ['allowVxlanPacketsFromWorkloads', true, 'allowVXLANPacketsFromWorkloads', true],
  ['awsSrcDstCheck', AwsSrcDstCheck.DISABLE, 'awsSrcDstCheck', 'Disable'],
  ['bpfAttachType', BpfAttachType.TC, 'bpfAttachType', 'TC'],
  ['bpfCtlbLogFilter', 'all', 'bpfCTLBLogFilter', 'all'],
  ['bpfConnectTimeLoadBalancing', BpfConnectTimeLoadBalancing.DISABLED, 'bpfConnectTimeLoadBalancing', 'Disabled'],
  ['bpfConnectTimeLoadBalancingEnabled', true, 'bpfConnectTimeLoadBalancingEnabled', true],
  ['bpfConntrackLogLevel', BpfConntrackLogLevel.DEBUG, 'bpfConntrackLogLevel', 'Debug'],
  ['bpfConntrackMode', BpfConntrackMode.BPF_PROGRAM, 'bpfConntrackMode', 'BPFProgram'],
  ['bpfConntrackTimeouts', { tcpEstablished: BpfConntrackTimeout.of(Duration.hours(2)), udpTimeout: BpfConntrackTimeout.AUTO }, 'bpfConntrackTimeouts', { tcpEstablished: '2h', udpTimeout: 'Auto' }],
  ['bpfDsrOptoutCidrs', [Cidr.parse('10.12.0.0/16')], 'bpfDSROptoutCIDRs', ['10.12.0.0/16']],
  ['bpfDataIfacePattern', '^eth', 'bpfDataIfacePattern', '^eth'],
  ['bpfDisableGroForIfaces', '^ens', 'bpfDisableGROForIfaces', '^ens'],
  ['bpfDisableUnprivileged', true, 'bpfDisableUnprivileged', true],
  ['bpfEnabled', true, 'bpfEnabled', true],
  ['bpfEnforceRpf', BpfReversePathFilter.LOOSE, 'bpfEnforceRPF', 'Loose'],
  ['bpfExcludeCidrsFromNat', [Cidr.parse('10.18.0.0/16')], 'bpfExcludeCIDRsFromNAT', ['10.18.0.0/16']],
  ['bpfExportBufferSizeMb', Size.mebibytes(2), 'bpfExportBufferSizeMB', 2],
  ['bpfExtToServiceConnmark', 20, 'bpfExtToServiceConnmark', 20],
  ['bpfExternalServiceMode', BpfExternalServiceMode.DSR, 'bpfExternalServiceMode', 'DSR'],
  ['bpfForceTrackPacketsFromIfaces', ['docker+'], 'bpfForceTrackPacketsFromIfaces', ['docker+']],
  ['bpfHostConntrackBypass', true, 'bpfHostConntrackBypass', true],
  ['bpfHostNetworkedNatWithoutCtlb', Toggle.DISABLED, 'bpfHostNetworkedNATWithoutCTLB', 'Disabled'],
  ['bpfJitHardening', BpfJitHardening.STRICT, 'bpfJITHardening', 'Strict'],
  ['bpfKubeProxyHealthzPort', Port.NONE, 'bpfKubeProxyHealthzPort', 0],
  ['bpfKubeProxyIptablesCleanupEnabled', true, 'bpfKubeProxyIptablesCleanupEnabled', true],
  ['bpfKubeProxyMinSyncPeriod', Duration.seconds(28), 'bpfKubeProxyMinSyncPeriod', '28s'],
  ['bpfL3IfacePattern', '^l3', 'bpfL3IfacePattern', '^l3'],
  ['bpfLogFilters', { eth0: 'tcp' }, 'bpfLogFilters', { eth0: 'tcp' }],
  ['bpfLogLevel', BpfLogLevel.DEBUG, 'bpfLogLevel', 'Debug'],
  ['bpfMaglevMaxEndpointsPerService', 32, 'bpfMaglevMaxEndpointsPerService', 32],
  ['bpfMaglevMaxServices', 33, 'bpfMaglevMaxServices', 33],
  ['bpfMapSizeConntrack', 34, 'bpfMapSizeConntrack', 34],
  ['bpfMapSizeConntrackCleanupQueue', 35, 'bpfMapSizeConntrackCleanupQueue', 35],
  ['bpfMapSizeConntrackScaling', BpfConntrackScaling.DISABLED, 'bpfMapSizeConntrackScaling', 'Disabled'],
  ['bpfMapSizeIpSets', 37, 'bpfMapSizeIPSets', 37],
  ['bpfMapSizeIfState', 38, 'bpfMapSizeIfState', 38],
  ['bpfMapSizeNatAffinity', 39, 'bpfMapSizeNATAffinity', 39],
  ['bpfMapSizeNatBackend', 40, 'bpfMapSizeNATBackend', 40],
  ['bpfMapSizeNatFrontend', 41, 'bpfMapSizeNATFrontend', 41],
  ['bpfMapSizePerCpuConntrack', 42, 'bpfMapSizePerCpuConntrack', 42],
  ['bpfMapSizeRoute', 43, 'bpfMapSizeRoute', 43],
  ['bpfPsnatPorts', Port.range(20000, 29999), 'bpfPSNATPorts', '20000:29999'],
  ['bpfPolicyDebugEnabled', true, 'bpfPolicyDebugEnabled', true],
  ['bpfProfiling', Toggle.DISABLED, 'bpfProfiling', 'Disabled'],
  ['bpfRedirectToPeer', Toggle.DISABLED, 'bpfRedirectToPeer', 'Disabled'],
  ['cgroupV2Path', '/some/cgroupV2Path', 'cgroupV2Path', '/some/cgroupV2Path'],
  ['chainInsertMode', ChainInsertMode.APPEND, 'chainInsertMode', 'Append'],
  ['dataplaneDriver', '/some/dataplaneDriver', 'dataplaneDriver', '/some/dataplaneDriver'],
  ['dataplaneWatchdogTimeout', Duration.seconds(51), 'dataplaneWatchdogTimeout', '51s'],
  ['debugDisableLogDropping', true, 'debugDisableLogDropping', true],
  ['debugHost', '/some/debugHost', 'debugHost', '/some/debugHost'],
  ['debugMemoryProfilePath', '/some/debugMemoryProfilePath', 'debugMemoryProfilePath', '/some/debugMemoryProfilePath'],
  ['debugPort', Port.of(9055), 'debugPort', 9055],
  ['debugSimulateCalcGraphHangAfter', Duration.seconds(56), 'debugSimulateCalcGraphHangAfter', '56s'],
  ['debugSimulateDataplaneApplyDelay', Duration.seconds(57), 'debugSimulateDataplaneApplyDelay', '57s'],
  ['debugSimulateDataplaneHangAfter', Duration.seconds(58), 'debugSimulateDataplaneHangAfter', '58s'],
  ['defaultEndpointToHostAction', EndpointToHostAction.ACCEPT, 'defaultEndpointToHostAction', 'Accept'],
  ['deviceRouteProtocol', 60, 'deviceRouteProtocol', 60],
  ['deviceRouteSourceAddress', IpAddress.parse('192.0.2.1'), 'deviceRouteSourceAddress', '192.0.2.1'],
  ['deviceRouteSourceAddressIpv6', IpAddress.parse('2001:db8::1'), 'deviceRouteSourceAddressIPv6', '2001:db8::1'],
  ['disableConntrackInvalidCheck', true, 'disableConntrackInvalidCheck', true],
  ['endpointReportingDelay', Duration.seconds(64), 'endpointReportingDelay', '64s'],
  ['endpointReportingEnabled', true, 'endpointReportingEnabled', true],
  ['endpointStatusPathPrefix', '/some/endpointStatusPathPrefix', 'endpointStatusPathPrefix', '/some/endpointStatusPathPrefix'],
  ['externalNodesList', [Cidr.parse('10.67.0.0/16')], 'externalNodesList', ['10.67.0.0/16']],
  ['failsafeInboundHostPorts', [FailsafePort.tcp(22)], 'failsafeInboundHostPorts', [{ protocol: 'TCP', port: 22 }]],
  ['failsafeOutboundHostPorts', [], 'failsafeOutboundHostPorts', []],
  ['featureDetectOverride', 'SNATFullyRandom=true', 'featureDetectOverride', 'SNATFullyRandom=true'],
  ['featureGates', 'BPFConnectTimeLoadBalancingWorkaround=enabled', 'featureGates', 'BPFConnectTimeLoadBalancingWorkaround=enabled'],
  ['floatingIps', Toggle.DISABLED, 'floatingIPs', 'Disabled'],
  ['flowLogsCollectorDebugTrace', true, 'flowLogsCollectorDebugTrace', true],
  ['flowLogsFlushInterval', Duration.seconds(74), 'flowLogsFlushInterval', '74s'],
  ['flowLogsGoldmaneServer', '/some/flowLogsGoldmaneServer', 'flowLogsGoldmaneServer', '/some/flowLogsGoldmaneServer'],
  ['flowLogsLocalReporter', Toggle.DISABLED, 'flowLogsLocalReporter', 'Disabled'],
  ['flowLogsPolicyEvaluationMode', PolicyEvaluationMode.NONE, 'flowLogsPolicyEvaluationMode', 'None'],
  ['genericXdpEnabled', true, 'genericXDPEnabled', true],
  ['goGcThreshold', 79, 'goGCThreshold', 79],
  ['goMaxProcs', 80, 'goMaxProcs', 80],
  ['goMemoryLimitMb', MemoryLimit.of(Size.gibibytes(1)), 'goMemoryLimitMB', 1024],
  ['healthEnabled', true, 'healthEnabled', true],
  ['healthHost', '/some/healthHost', 'healthHost', '/some/healthHost'],
  ['healthPort', Port.of(9084), 'healthPort', 9084],
  ['healthTimeoutOverrides', [{ name: 'InternalDataplaneMainLoop', timeout: Duration.minutes(2) }], 'healthTimeoutOverrides', [{ name: 'InternalDataplaneMainLoop', timeout: '2m' }]],
  ['interfaceExclude', '/some/interfaceExclude', 'interfaceExclude', '/some/interfaceExclude'],
  ['interfacePrefix', 'cali', 'interfacePrefix', 'cali'],
  ['interfaceRefreshInterval', Duration.seconds(88), 'interfaceRefreshInterval', '88s'],
  ['ipForwarding', Toggle.DISABLED, 'ipForwarding', 'Disabled'],
  ['ipipEnabled', true, 'ipipEnabled', true],
  ['ipipMtu', 91, 'ipipMTU', 91],
  ['ipsetsRefreshInterval', Duration.seconds(92), 'ipsetsRefreshInterval', '92s'],
  ['iptablesBackend', IptablesBackend.AUTO, 'iptablesBackend', 'Auto'],
  ['iptablesFilterAllowAction', PacketAllowAction.RETURN, 'iptablesFilterAllowAction', 'Return'],
  ['iptablesFilterDenyAction', PacketDenyAction.REJECT, 'iptablesFilterDenyAction', 'Reject'],
  ['iptablesLockProbeInterval', Duration.seconds(96), 'iptablesLockProbeInterval', '96s'],
  ['iptablesMangleAllowAction', PacketAllowAction.RETURN, 'iptablesMangleAllowAction', 'Return'],
  ['iptablesMarkMask', 98, 'iptablesMarkMask', 98],
  ['iptablesNatOutgoingInterfaceFilter', 'eth+', 'iptablesNATOutgoingInterfaceFilter', 'eth+'],
  ['iptablesPostWriteCheckInterval', Duration.seconds(100), 'iptablesPostWriteCheckInterval', '100s'],
  ['iptablesRefreshInterval', Duration.seconds(101), 'iptablesRefreshInterval', '101s'],
  ['ipv4ElevatedRoutePriority', 102, 'ipv4ElevatedRoutePriority', 102],
  ['ipv4NormalRoutePriority', 103, 'ipv4NormalRoutePriority', 103],
  ['ipv6ElevatedRoutePriority', 104, 'ipv6ElevatedRoutePriority', 104],
  ['ipv6NormalRoutePriority', 105, 'ipv6NormalRoutePriority', 105],
  ['ipv6Support', true, 'ipv6Support', true],
  ['istioAmbientMode', Toggle.DISABLED, 'istioAmbientMode', 'Disabled'],
  ['istioDscpMark', Dscp.AF21, 'istioDSCPMark', 'AF21'],
  ['kubeNodePortRanges', [Port.range(30000, 32767)], 'kubeNodePortRanges', ['30000:32767']],
  ['liveMigrationRouteConvergenceTime', Duration.seconds(110), 'liveMigrationRouteConvergenceTime', '110s'],
  ['logActionRateLimit', LogRateLimit.perMinute(10), 'logActionRateLimit', '10/minute'],
  ['logActionRateLimitBurst', 112, 'logActionRateLimitBurst', 112],
  ['logDebugFilenameRegex', '^calc', 'logDebugFilenameRegex', '^calc'],
  ['logFilePath', '/some/logFilePath', 'logFilePath', '/some/logFilePath'],
  ['logPrefix', 'calico-packet', 'logPrefix', 'calico-packet'],
  ['logSeverityFile', LogSeverity.FATAL, 'logSeverityFile', 'Fatal'],
  ['logSeverityScreen', LogSeverity.FATAL, 'logSeverityScreen', 'Fatal'],
  ['logSeveritySys', LogSeverity.FATAL, 'logSeveritySys', 'Fatal'],
  ['maxIpsetSize', 119, 'maxIpsetSize', 119],
  ['metadataAddr', '/some/metadataAddr', 'metadataAddr', '/some/metadataAddr'],
  ['metadataPort', Port.of(9121), 'metadataPort', 9121],
  ['mtuIfacePattern', '^eth', 'mtuIfacePattern', '^eth'],
  ['natOutgoingAddress', IpAddress.parse('192.0.2.2'), 'natOutgoingAddress', '192.0.2.2'],
  ['natOutgoingExclusions', NatOutgoingExclusions.IP_POOLS_AND_HOST_IPS, 'natOutgoingExclusions', 'IPPoolsAndHostIPs'],
  ['natPortRange', Port.range(32768, 60999), 'natPortRange', '32768:60999'],
  ['netlinkTimeout', Duration.seconds(126), 'netlinkTimeout', '126s'],
  ['nftablesFilterAllowAction', PacketAllowAction.RETURN, 'nftablesFilterAllowAction', 'Return'],
  ['nftablesFilterDenyAction', PacketDenyAction.REJECT, 'nftablesFilterDenyAction', 'Reject'],
  ['nftablesMangleAllowAction', PacketAllowAction.RETURN, 'nftablesMangleAllowAction', 'Return'],
  ['nftablesMarkMask', 130, 'nftablesMarkMask', 130],
  ['nftablesMode', NftablesMode.AUTO, 'nftablesMode', 'Auto'],
  ['nftablesRefreshInterval', Duration.seconds(132), 'nftablesRefreshInterval', '132s'],
  ['nodeSelector', Selector.label('gpu').exists(), 'nodeSelector', 'has(gpu)'],
  ['openstackRegion', 'north', 'openstackRegion', 'north'],
  ['policySyncPathPrefix', '/some/policySyncPathPrefix', 'policySyncPathPrefix', '/some/policySyncPathPrefix'],
  ['programClusterRoutes', Toggle.DISABLED, 'programClusterRoutes', 'Disabled'],
  ['prometheusGoMetricsEnabled', true, 'prometheusGoMetricsEnabled', true],
  ['prometheusMetricsCaFile', '/some/prometheusMetricsCaFile', 'prometheusMetricsCAFile', '/some/prometheusMetricsCaFile'],
  ['prometheusMetricsCertFile', '/some/prometheusMetricsCertFile', 'prometheusMetricsCertFile', '/some/prometheusMetricsCertFile'],
  ['prometheusMetricsClientAuth', MetricsClientAuth.NO_CERTIFICATE, 'prometheusMetricsClientAuth', 'NoClientCert'],
  ['prometheusMetricsEnabled', true, 'prometheusMetricsEnabled', true],
  ['prometheusMetricsHost', '192.0.2.3', 'prometheusMetricsHost', '192.0.2.3'],
  ['prometheusMetricsKeyFile', '/some/prometheusMetricsKeyFile', 'prometheusMetricsKeyFile', '/some/prometheusMetricsKeyFile'],
  ['prometheusMetricsPort', Port.of(9144), 'prometheusMetricsPort', 9144],
  ['prometheusProcessMetricsEnabled', true, 'prometheusProcessMetricsEnabled', true],
  ['prometheusWireGuardMetricsEnabled', true, 'prometheusWireGuardMetricsEnabled', true],
  ['removeExternalRoutes', true, 'removeExternalRoutes', true],
  ['reportingInterval', Duration.seconds(148), 'reportingInterval', '148s'],
  ['reportingTtl', Duration.seconds(149), 'reportingTTL', '149s'],
  ['requireMtuFile', true, 'requireMTUFile', true],
  ['routeRefreshInterval', Duration.seconds(151), 'routeRefreshInterval', '151s'],
  ['routeSource', FelixRouteSource.WORKLOAD_IPS, 'routeSource', 'WorkloadIPs'],
  ['routeSyncDisabled', true, 'routeSyncDisabled', true],
  ['routeTableRange', { min: 1, max: 250 }, 'routeTableRange', { min: 1, max: 250 }],
  ['routeTableRanges', [{ min: 1, max: 250 }], 'routeTableRanges', [{ min: 1, max: 250 }]],
  ['serviceLoopPrevention', ServiceLoopPrevention.DISABLED, 'serviceLoopPrevention', 'Disabled'],
  ['sidecarAccelerationEnabled', true, 'sidecarAccelerationEnabled', true],
  ['usageReportingEnabled', true, 'usageReportingEnabled', true],
  ['usageReportingInitialDelay', Duration.seconds(159), 'usageReportingInitialDelay', '159s'],
  ['usageReportingInterval', Duration.seconds(160), 'usageReportingInterval', '160s'],
  ['useInternalDataplaneDriver', true, 'useInternalDataplaneDriver', true],
  ['vxlanEnabled', true, 'vxlanEnabled', true],
  ['vxlanMtu', 163, 'vxlanMTU', 163],
  ['vxlanMtuV6', 164, 'vxlanMTUV6', 164],
  ['vxlanPort', Port.of(9165), 'vxlanPort', 9165],
  ['vxlanVni', 166, 'vxlanVNI', 166],
  ['windowsManageFirewallRules', Toggle.DISABLED, 'windowsManageFirewallRules', 'Disabled'],
  ['wireguardEnabled', true, 'wireguardEnabled', true],
  ['wireguardEnabledV6', true, 'wireguardEnabledV6', true],
  ['wireguardHostEncryptionEnabled', true, 'wireguardHostEncryptionEnabled', true],
  ['wireguardInterfaceName', 'wg0', 'wireguardInterfaceName', 'wg0'],
  ['wireguardInterfaceNameV6', 'wg6', 'wireguardInterfaceNameV6', 'wg6'],
  ['wireguardKeepAlive', Duration.seconds(173), 'wireguardKeepAlive', '173s'],
  ['wireguardListeningPort', Port.of(9174), 'wireguardListeningPort', 9174],
  ['wireguardListeningPortV6', Port.of(9175), 'wireguardListeningPortV6', 9175],
  ['wireguardMtu', 176, 'wireguardMTU', 176],
  ['wireguardMtuV6', 177, 'wireguardMTUV6', 177],
  ['wireguardRoutingRulePriority', 178, 'wireguardRoutingRulePriority', 178],
  ['wireguardThreadingEnabled', true, 'wireguardThreadingEnabled', true],
  ['workloadSourceSpoofing', WorkloadSourceSpoofing.ANY, 'workloadSourceSpoofing', 'Any'],
  ['xdpEnabled', true, 'xdpEnabled', true],
  ['xdpRefreshInterval', Duration.seconds(182), 'xdpRefreshInterval', '182s'],
];

function propsOf(rows: Row[]): FelixConfigurationProps {
  return Object.fromEntries(rows.map(([property, value]) => [property, value]));
}

function specOf(rows: Row[]): unknown {
  return Object.fromEntries(rows.map(([, , field, printed]) => [field, printed]));
}

function without(...fields: string[]): Row[] {
  return ROWS.filter(([, , field]) => !fields.includes(field));
}

test('every setting of the schema has its property', () => {
  const { properties } = calicoKinds().find(({ kind }) => kind === 'FelixConfiguration')!.schema.properties!.spec;
  expect(ROWS.map(([, , field]) => field).sort()).toEqual(Object.keys(properties!).sort());
});

test('every setting is written as Calico names it, and the checks take it', () => {
  const rows = without('routeTableRange', 'nodeSelector', 'bpfExportBufferSizeMB');
  const felix = new FelixConfiguration(chart, 'felix', propsOf(rows));
  expect(felix.toJson()).toEqual({
    apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration', metadata: { name: 'default' }, spec: specOf(rows),
  });
  // Lists of failsafe ports take the place of Felix's own, which is worth a word.
  expect(Checks.of(chart).report().findings.filter(({ id }) => id !== 'host/failsafe-ports')).toEqual([]);
});

test.each(ROWS)('the setting %s is written by itself', (property, value, field, printed) => {
  const felix = new FelixConfiguration(chart, 'felix', { metadata: { name: 'gpu' }, [property]: value });
  expect(felix.toJson().spec).toEqual({ [field]: printed });
});

test('a size that calicoctl crashes on is written, and reported', () => {
  new FelixConfiguration(chart, 'felix', { bpfExportBufferSizeMb: Size.mebibytes(2) });
  expect(Checks.of(chart).report().findings.map(({ id, field }) => [id, field])).toEqual([['resource/felix', 'spec.bpfExportBufferSizeMB']]);
});

test('a configuration is for all nodes, for one, or for those of a selector', () => {
  const names = [
    new FelixConfiguration(chart, 'all'),
    new FelixConfiguration(chart, 'labelled', { metadata: { labels: { team: 'net' } } }),
    new FelixConfiguration(chart, 'one', { metadata: FelixConfiguration.forNode('gpu-1') }),
    new FelixConfiguration(chart, 'some', { metadata: { name: 'gpus' }, nodeSelector: Selector.label('gpu').exists() }),
  ].map((felix) => felix.toJson().metadata);
  expect(names).toEqual([{ name: 'default' }, { name: 'default', labels: { team: 'net' } }, { name: 'node.gpu-1' }, { name: 'gpus' }]);
});

test('ports and blocks that are added come after those that are there', () => {
  const felix = new FelixConfiguration(chart, 'felix', { failsafeInboundHostPorts: FailsafePort.inboundDefaults.slice(0, 1) });
  felix.addFailsafeInboundHostPorts(FailsafePort.tcp(10250));
  felix.addFailsafeOutboundHostPorts(FailsafePort.udp(123, Cidr.parse('10.0.0.0/8')));
  felix.addExternalNodes(Cidr.parse('172.16.0.0/12'));
  expect(felix.toJson().spec).toEqual({
    failsafeInboundHostPorts: [{ protocol: 'TCP', port: 22 }, { protocol: 'TCP', port: 10250 }],
    failsafeOutboundHostPorts: [{ protocol: 'UDP', port: 123, net: '10.0.0.0/8' }],
    externalNodesList: ['172.16.0.0/12'],
  });
});

test.each<[string, FelixConfigurationProps, string]>([
  ['a node selector for all nodes', { nodeSelector: Selector.all() },
    'test/felix: nodeSelector is given, and the name "default" says by itself which nodes are meant; give metadata another name, or leave nodeSelector out'],
  ['a node selector for one node', { metadata: FelixConfiguration.forNode('a'), nodeSelector: Selector.all() },
    'test/felix: nodeSelector is given, and the name "node.a" says by itself which nodes are meant; give metadata another name, or leave nodeSelector out'],
  ['two kinds of table ranges', { routeTableRange: { min: 1, max: 9 }, routeTableRanges: [] },
    'test/felix: routeTableRange and routeTableRanges are both given; the former is the older word for one range, so keep routeTableRanges'],
  ['a range as the port of a server', { healthPort: Port.range(1, 9) },
    'test/felix: healthPort: "1:9" is the range of a port, and here goes one port by its number, such as Port.of(8080)'],
  ['no port for a server that has another switch', { healthPort: Port.NONE },
    'test/felix: healthPort: Port.NONE is no port to use here: it is for servers that can be switched off by it; give one such as Port.of(8080)'],
  ['a duration finer than milliseconds', { netlinkTimeout: Duration.millis(0.5) },
    'test/felix: netlinkTimeout: 0.5 millis is too fine: durations are whole milliseconds'],
  ['a size of less than a mebibyte', { bpfExportBufferSizeMb: Size.kibibytes(1) },
    'test/felix: bpfExportBufferSizeMb: 1Ki is no whole number of mebibytes, which is the unit here; give Size.mebibytes(1)'],
])('rejects %s', (_, props, message) => {
  expect(() => new FelixConfiguration(chart, 'felix', props)).toThrow(new Error(message));
});
