// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface FelixConfigurationSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly allowIPIPPacketsFromWorkloads?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly allowVXLANPacketsFromWorkloads?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly awsSrcDstCheck?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfAttachType?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfCTLBLogFilter?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfConnectTimeLoadBalancing?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfConnectTimeLoadBalancingEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfConntrackLogLevel?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfConntrackMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfConntrackTimeouts?: BpfConntrackTimeoutsSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfDSROptoutCIDRs?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly bpfDataIfacePattern?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfDisableGROForIfaces?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfDisableUnprivileged?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfEnforceRPF?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfExcludeCIDRsFromNAT?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly bpfExportBufferSizeMB?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfExtToServiceConnmark?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfExternalServiceMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfForceTrackPacketsFromIfaces?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly bpfHostConntrackBypass?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfHostNetworkedNATWithoutCTLB?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfJITHardening?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfKubeProxyHealthzPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfKubeProxyIptablesCleanupEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfKubeProxyMinSyncPeriod?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfL3IfacePattern?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfLogFilters?: { [key: string]: string };
  /**
   *
   *
   * @default - not set
   */
  readonly bpfLogLevel?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMaglevMaxEndpointsPerService?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMaglevMaxServices?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeConntrack?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeConntrackCleanupQueue?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeConntrackScaling?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeIPSets?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeIfState?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeNATAffinity?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeNATBackend?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeNATFrontend?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizePerCpuConntrack?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfMapSizeRoute?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfPSNATPorts?: number | string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfPolicyDebugEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfProfiling?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly bpfRedirectToPeer?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly cgroupV2Path?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly chainInsertMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly dataplaneDriver?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly dataplaneWatchdogTimeout?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly debugDisableLogDropping?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly debugHost?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly debugMemoryProfilePath?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly debugPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly debugSimulateCalcGraphHangAfter?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly debugSimulateDataplaneApplyDelay?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly debugSimulateDataplaneHangAfter?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly defaultEndpointToHostAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly deviceRouteProtocol?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly deviceRouteSourceAddress?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly deviceRouteSourceAddressIPv6?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly disableConntrackInvalidCheck?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly endpointReportingDelay?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly endpointReportingEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly endpointStatusPathPrefix?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly externalNodesList?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly failsafeInboundHostPorts?: FailsafePortSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly failsafeOutboundHostPorts?: FailsafePortSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly featureDetectOverride?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly featureGates?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly floatingIPs?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly flowLogsCollectorDebugTrace?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly flowLogsFlushInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly flowLogsGoldmaneServer?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly flowLogsLocalReporter?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly flowLogsPolicyEvaluationMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly genericXDPEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly goGCThreshold?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly goMaxProcs?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly goMemoryLimitMB?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly healthEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly healthHost?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly healthPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly healthTimeoutOverrides?: HealthTimeoutOverrideSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly interfaceExclude?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly interfacePrefix?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly interfaceRefreshInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly ipForwarding?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly ipipEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly ipipMTU?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipsetsRefreshInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesBackend?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesFilterAllowAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesFilterDenyAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesLockProbeInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesMangleAllowAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesMarkMask?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesNATOutgoingInterfaceFilter?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesPostWriteCheckInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly iptablesRefreshInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv4ElevatedRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv4NormalRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv6ElevatedRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv6NormalRoutePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly ipv6Support?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly istioAmbientMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly istioDSCPMark?: number | string;
  /**
   *
   *
   * @default - not set
   */
  readonly kubeNodePortRanges?: (number | string)[];
  /**
   *
   *
   * @default - not set
   */
  readonly liveMigrationRouteConvergenceTime?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logActionRateLimit?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logActionRateLimitBurst?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly logDebugFilenameRegex?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logFilePath?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logPrefix?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logSeverityFile?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logSeverityScreen?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly logSeveritySys?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly maxIpsetSize?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly metadataAddr?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly metadataPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly mtuIfacePattern?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly natOutgoingAddress?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly natOutgoingExclusions?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly natPortRange?: number | string;
  /**
   *
   *
   * @default - not set
   */
  readonly netlinkTimeout?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesFilterAllowAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesFilterDenyAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesMangleAllowAction?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesMarkMask?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesMode?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nftablesRefreshInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly nodeSelector?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly openstackRegion?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly policySyncPathPrefix?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly programClusterRoutes?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusGoMetricsEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsCAFile?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsCertFile?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsClientAuth?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsHost?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsKeyFile?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusMetricsPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusProcessMetricsEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly prometheusWireGuardMetricsEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly removeExternalRoutes?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly reportingInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly reportingTTL?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly requireMTUFile?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly routeRefreshInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly routeSource?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly routeSyncDisabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly routeTableRange?: RouteTableRangeSpec;
  /**
   *
   *
   * @default - not set
   */
  readonly routeTableRanges?: RouteTableRangeSpec[];
  /**
   *
   *
   * @default - not set
   */
  readonly serviceLoopPrevention?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly sidecarAccelerationEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly usageReportingEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly usageReportingInitialDelay?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly usageReportingInterval?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly useInternalDataplaneDriver?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly vxlanEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly vxlanMTU?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly vxlanMTUV6?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly vxlanPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly vxlanVNI?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly windowsManageFirewallRules?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardEnabledV6?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardHostEncryptionEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardInterfaceName?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardInterfaceNameV6?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardKeepAlive?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardListeningPort?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardListeningPortV6?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardMTU?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardMTUV6?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardRoutingRulePriority?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly wireguardThreadingEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly workloadSourceSpoofing?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly xdpEnabled?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly xdpRefreshInterval?: string;
}

/**
 * A range of routing tables of the kernel.
 */
export interface RouteTableRangeSpec {
  /**
   *
   */
  readonly max: number;
  /**
   *
   */
  readonly min: number;
}

/**
 *
 */
export interface HealthTimeoutOverrideSpec {
  /**
   *
   */
  readonly name: string;
  /**
   *
   */
  readonly timeout: string;
}

/**
 *
 */
export interface FailsafePortSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly net?: string;
  /**
   *
   */
  readonly port: number;
  /**
   *
   *
   * @default - not set
   */
  readonly protocol?: string;
}

/**
 *
 */
export interface BpfConntrackTimeoutsSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly creationGracePeriod?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly genericTimeout?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly icmpTimeout?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly tcpEstablished?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly tcpFinsSeen?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly tcpResetSeen?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly tcpSynSent?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly udpTimeout?: string;
}

/**
 * Properties of `FelixConfigurationResource`.
 */
export interface FelixConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: FelixConfigurationSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `FelixConfiguration` is more comfortable where it exists.
 */
export class FelixConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration' };

  constructor(scope: Construct, id: string, props: FelixConfigurationResourceProps) {
    super(scope, id, { ...FelixConfigurationResource.GVK, ...props });
  }
}
