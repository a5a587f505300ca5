// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { Duration, Size } from 'cdk8s';
import { BpfConntrackTimeouts, HealthTimeoutOverride, printConntrackTimeouts, printTimeoutOverride } from './felix-parts';
import { RouteTableRangeSpec } from '../resources';
import { Cidr } from '../values/cidr';
import { Dscp } from '../values/dscp';
import { FailsafePort } from '../values/failsafe-port';
import { BpfAttachType, BpfConnectTimeLoadBalancing, BpfConntrackLogLevel, BpfConntrackMode, BpfConntrackScaling, BpfExternalServiceMode, BpfJitHardening, BpfLogLevel, BpfReversePathFilter } from '../values/felix-bpf-modes';
import { AwsSrcDstCheck, ChainInsertMode, EndpointToHostAction, FelixRouteSource, IptablesBackend, MetricsClientAuth, NatOutgoingExclusions, NftablesMode, PacketAllowAction, PacketDenyAction, PolicyEvaluationMode, ServiceLoopPrevention, WorkloadSourceSpoofing } from '../values/felix-modes';
import { goDuration } from '../values/go-duration';
import { IpAddress } from '../values/ip-address';
import { LogRateLimit } from '../values/log-rate-limit';
import { LogSeverity } from '../values/log-severity';
import { MemoryLimit, wholeMebibytes } from '../values/memory-limit';
import { Port } from '../values/port';
import { portNumber } from '../values/port-number';
import { Selector } from '../values/selector';
import { Toggle } from '../values/toggle';
import { withoutUndefined } from '../values/without-undefined';

/**
 * The settings of Felix, Calico's agent on each node, under Calico's own names. What isn't set is left to Calico; values that it refuses are
 * reported as `resource/felix`.
 */
export interface FelixSettings {
  /**
   * With true, pods may send IP-in-IP packets of their own.
   *
   * @default - Calico's: false
   */
  readonly allowIpipPacketsFromWorkloads?: boolean;
  /**
   * With true, pods may send VXLAN packets of their own.
   *
   * @default - Calico's: false
   */
  readonly allowVxlanPacketsFromWorkloads?: boolean;
  /**
   * What to do with the source and destination check of the EC2 instance, `DoNothing`, `Enable` or `Disable`. Packets of pods inside a subnet
   * need it off when they aren't encapsulated.
   *
   * @default - Calico's: AwsSrcDstCheck.DO_NOTHING
   */
  readonly awsSrcDstCheck?: AwsSrcDstCheck;
  /**
   * How eBPF programs are attached to interfaces, `TCX` (shares the interface with programs of others, and falls back to `TC` on old kernels)
   * or `TC`.
   *
   * @default - Calico's: BpfAttachType.TCX
   */
  readonly bpfAttachType?: BpfAttachType;
  /**
   * With `all`, the connect-time load balancer logs although `bpfLogFilters` is set.
   *
   * @default - it doesn't
   */
  readonly bpfCtlbLogFilter?: string;
  /**
   * Which connections to Services are balanced when a process connects, `TCP`, `Enabled` (UDP too) or `Disabled`. eBPF only.
   *
   * @default - Calico's: BpfConnectTimeLoadBalancing.TCP
   */
  readonly bpfConnectTimeLoadBalancing?: BpfConnectTimeLoadBalancing;
  /**
   * Superseded by `bpfConnectTimeLoadBalancing`.
   *
   * @default - not set
   */
  readonly bpfConnectTimeLoadBalancingEnabled?: boolean;
  /**
   * Severity that the clean-up of the eBPF connection table logs, `Off` or `Debug`.
   *
   * @default - Calico's: BpfConntrackLogLevel.OFF
   */
  readonly bpfConntrackLogLevel?: BpfConntrackLogLevel;
  /**
   * How old entries of the eBPF connection table are removed, `Auto`, `Userspace` or `BPFProgram`.
   *
   * @default - Calico's: BpfConntrackMode.AUTO
   */
  readonly bpfConntrackMode?: BpfConntrackMode;
  /**
   * Times after which entries of the eBPF connection table end.
   *
   * @default - Calico's own times
   */
  readonly bpfConntrackTimeouts?: BpfConntrackTimeouts;
  /**
   * CIDRs of clients that get answers through the tunnel although `bpfExternalServiceMode` is `DSR`.
   *
   * @default - none
   */
  readonly bpfDsrOptoutCidrs?: Cidr[];
  /**
   * Regular expression over the host's interfaces that get eBPF programs: those to the network, not those of pods or Calico's tunnels.
   *
   * @default - names of common Ethernet, Wi-Fi, InfiniBand and bond devices
   */
  readonly bpfDataIfacePattern?: string;
  /**
   * Regular expression over interfaces on which generic receive offload is switched off. It mustn't match those of pods. eBPF only.
   *
   * @default - none
   */
  readonly bpfDisableGroForIfaces?: string;
  /**
   * With true, users without privileges can't use eBPF on the host, so that they can't reach Calico's maps.
   *
   * @default - Calico's: true
   */
  readonly bpfDisableUnprivileged?: boolean;
  /**
   * With true, Felix uses the eBPF data plane.
   *
   * @default - Calico's: false
   */
  readonly bpfEnabled?: boolean;
  /**
   * How strictly packets from the network have to come in by the interface that leads back to their source, `Disabled`, `Strict` or `Loose`.
   * eBPF only.
   *
   * @default - Calico's: BpfReversePathFilter.LOOSE
   */
  readonly bpfEnforceRpf?: BpfReversePathFilter;
  /**
   * CIDRs of Services that Felix leaves to the host, such as a local DNS cache. eBPF only.
   *
   * @default - none
   */
  readonly bpfExcludeCidrsFromNat?: Cidr[];
  /**
   * Size of the buffer for events from eBPF programs, in MB.
   *
   * @default - Calico's: 1
   */
  readonly bpfExportBufferSizeMb?: Size;
  /**
   * Mark, as a 32-bit number, for connections from outside to Services, for use in routing rules. eBPF only.
   *
   * @default - Calico's: 0
   */
  readonly bpfExtToServiceConnmark?: number;
  /**
   * How connections from outside reach a Service's pod on another node: `Tunnel` (both ways through the first node) or `DSR` (answers go
   * straight, with the first node's address). eBPF only.
   *
   * @default - Calico's: BpfExternalServiceMode.TUNNEL
   */
  readonly bpfExternalServiceMode?: BpfExternalServiceMode;
  /**
   * Interfaces whose packets the kernel tracks too, such as those of other containers on the host; `+` ends a prefix. eBPF only.
   *
   * @default - Calico's: docker+
   */
  readonly bpfForceTrackPacketsFromIfaces?: string[];
  /**
   * With true, packets of pods and Services skip the kernel's connection tracking. eBPF only.
   *
   * @default - Calico's: false
   */
  readonly bpfHostConntrackBypass?: boolean;
  /**
   * Whether processes on the host reach Services by address translation where the connect-time load balancer doesn't act, `Enabled` or
   * `Disabled`. eBPF only.
   *
   * @default - Calico's: Toggle.ENABLED
   */
  readonly bpfHostNetworkedNatWithoutCtlb?: Toggle;
  /**
   * What to do with the kernel's hardening of eBPF code, `Auto` (lower the strict mode, which costs speed) or `Strict` (leave it).
   *
   * @default - Calico's: BpfJitHardening.AUTO
   */
  readonly bpfJitHardening?: BpfJitHardening;
  /**
   * Port for the health check of Felix's kube-proxy, 0 for none. eBPF only.
   *
   * @default - Calico's: 10256
   */
  readonly bpfKubeProxyHealthzPort?: Port;
  /**
   * With true, Felix removes the iptables rules that kube-proxy left; kube-proxy mustn't run then. eBPF only.
   *
   * @default - Calico's: true
   */
  readonly bpfKubeProxyIptablesCleanupEnabled?: boolean;
  /**
   * Least time between updates of Services. eBPF only.
   *
   * @default - Calico's: 1s
   */
  readonly bpfKubeProxyMinSyncPeriod?: Duration;
  /**
   * Regular expression over further tunnel devices without Ethernet headers, not made by Calico, that carry traffic. eBPF only.
   *
   * @default - none
   */
  readonly bpfL3IfacePattern?: string;
  /**
   * Which packets are logged at level `Debug`: pcap filters by interface, with `all`, `weps` (pods) and `heps` (host endpoints) as further
   * keys.
   *
   * @default - every packet
   */
  readonly bpfLogFilters?: { [key: string]: string };
  /**
   * Severity that eBPF programs log to the kernel's trace pipe, `Off`, `Info` or `Debug`.
   *
   * @default - Calico's: BpfLogLevel.OFF
   */
  readonly bpfLogLevel?: BpfLogLevel;
  /**
   * Most endpoints that a Service with Maglev balancing is expected to have; sets aside memory. eBPF only.
   *
   * @default - Calico's: 100
   */
  readonly bpfMaglevMaxEndpointsPerService?: number;
  /**
   * Most Services with Maglev balancing that are expected; sets aside memory. eBPF only.
   *
   * @default - Calico's: 100
   */
  readonly bpfMaglevMaxServices?: number;
  /**
   * Entries of the eBPF connection table. A change may break connections.
   *
   * @default - Calico's: 512000
   */
  readonly bpfMapSizeConntrack?: number;
  /**
   * Entries of the table of connections that wait to be removed.
   *
   * @default - Calico's: 100000
   */
  readonly bpfMapSizeConntrackCleanupQueue?: number;
  /**
   * What happens when the connection table is full, `DoubleIfFull` or `Disabled`.
   *
   * @default - Calico's: BpfConntrackScaling.DOUBLE_IF_FULL
   */
  readonly bpfMapSizeConntrackScaling?: BpfConntrackScaling;
  /**
   * Entries of the table of addresses that selectors of rules match. eBPF only.
   *
   * @default - Calico's: 1048576
   */
  readonly bpfMapSizeIpSets?: number;
  /**
   * Entries of the table of interfaces on a node. eBPF only.
   *
   * @default - Calico's: 1000
   */
  readonly bpfMapSizeIfState?: number;
  /**
   * Entries of the table of clients that stay with a Service's endpoint. eBPF only.
   *
   * @default - Calico's: 65536
   */
  readonly bpfMapSizeNatAffinity?: number;
  /**
   * Entries of the table of Service endpoints. eBPF only.
   *
   * @default - Calico's: 262144
   */
  readonly bpfMapSizeNatBackend?: number;
  /**
   * Entries of the table of Service addresses and ports, node ports included. eBPF only.
   *
   * @default - Calico's: 65536
   */
  readonly bpfMapSizeNatFrontend?: number;
  /**
   * Entries of the connection table for each CPU; more than 0 overrides `bpfMapSizeConntrack`.
   *
   * @default - Calico's: 0
   */
  readonly bpfMapSizePerCpuConntrack?: number;
  /**
   * Entries of the table of routes, at least one a pod and a few a node. eBPF only.
   *
   * @default - Calico's: 262144
   */
  readonly bpfMapSizeRoute?: number;
  /**
   * Range of ports to take a new source port from when two connections collide. eBPF only.
   *
   * @default - Calico's: 20000:29999
   */
  readonly bpfPsnatPorts?: Port;
  /**
   * With true, Felix keeps details on the eBPF programs of policies for `calico-node -bpf policy dump`.
   *
   * @default - Calico's: true
   */
  readonly bpfPolicyDebugEnabled?: boolean;
  /**
   * Whether eBPF programs are profiled, `Enabled` or `Disabled`.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly bpfProfiling?: Toggle;
  /**
   * Whether packets go straight to the pod's end of its interface, `Enabled` or `Disabled`. Captures on the host's end don't show them then.
   * eBPF only.
   *
   * @default - Calico's: Toggle.ENABLED
   */
  readonly bpfRedirectToPeer?: Toggle;
  /**
   * Path of the cgroup v2 tree. eBPF only.
   *
   * @default - found by Felix
   */
  readonly cgroupV2Path?: string;
  /**
   * Whether Calico's rules go before those of others in iptables, `Insert`, or after them, `Append`. With `Append` rules of others may bypass
   * all policy.
   *
   * @default - Calico's: ChainInsertMode.INSERT
   */
  readonly chainInsertMode?: ChainInsertMode;
  /**
   * File of an external data plane driver. Only with `useInternalDataplaneDriver` false.
   *
   * @default - Calico's: calico-iptables-plugin
   */
  readonly dataplaneDriver?: string;
  /**
   * Superseded by `healthTimeoutOverrides`. Time after which a data plane that doesn't answer counts as dead.
   *
   * @default - Calico's: 90s
   */
  readonly dataplaneWatchdogTimeout?: Duration;
  /**
   * With true, log lines wait when the buffer is full instead of being dropped, which slows Felix.
   *
   * @default - Calico's: false
   */
  readonly debugDisableLogDropping?: boolean;
  /**
   * Host name or address for `debugPort`.
   *
   * @default - Calico's: localhost
   */
  readonly debugHost?: string;
  /**
   * File for a memory profile, written on a signal.
   *
   * @default - none
   */
  readonly debugMemoryProfilePath?: string;
  /**
   * Port that serves memory and CPU profiles. Not safe to expose.
   *
   * @default - none is served
   */
  readonly debugPort?: Port;
  /**
   * For tests of the watchdog only. Time after which the calculation hangs.
   *
   * @default - never
   */
  readonly debugSimulateCalcGraphHangAfter?: Duration;
  /**
   * For tests only. Delay of each change of the data plane.
   *
   * @default - none
   */
  readonly debugSimulateDataplaneApplyDelay?: Duration;
  /**
   * For tests of the watchdog only. Time after which the data plane hangs.
   *
   * @default - never
   */
  readonly debugSimulateDataplaneHangAfter?: Duration;
  /**
   * What happens to packets from a pod to its own host after the pod's policy: `Drop`, `Return` (the host's own rules decide) or `Accept`.
   *
   * @default - Calico's: EndpointToHostAction.DROP
   */
  readonly defaultEndpointToHostAction?: EndpointToHostAction;
  /**
   * Protocol number of the routes that Felix makes, by which it knows them.
   *
   * @default - Calico's: 3
   */
  readonly deviceRouteProtocol?: number;
  /**
   * IPv4 source address for packets from the host to its pods.
   *
   * @default - the kernel chooses
   */
  readonly deviceRouteSourceAddress?: IpAddress;
  /**
   * IPv6 source address for packets from the host to its pods.
   *
   * @default - the kernel chooses
   */
  readonly deviceRouteSourceAddressIpv6?: IpAddress;
  /**
   * With true, packets that connection tracking calls invalid aren't dropped.
   *
   * @default - Calico's: false
   */
  readonly disableConntrackInvalidCheck?: boolean;
  /**
   * Time before Felix reports the state of an endpoint. OpenStack only.
   *
   * @default - Calico's: 1s
   */
  readonly endpointReportingDelay?: Duration;
  /**
   * With true, Felix reports the state of endpoints. OpenStack only.
   *
   * @default - Calico's: false
   */
  readonly endpointReportingEnabled?: boolean;
  /**
   * Folder for files on the state of endpoints, which the CNI plugin waits for; empty for none.
   *
   * @default - Calico's: /var/run/calico
   */
  readonly endpointStatusPathPrefix?: string;
  /**
   * CIDRs outside the cluster from which tunnelled packets are taken.
   *
   * @default - none
   */
  readonly externalNodesList?: Cidr[];
  /**
   * Ports of hosts that may be reached whatever policies say, so that nobody is locked out. An empty list means none.
   *
   * @default - TCP 22, 179, 2379, 2380, 5473, 6443, 6666 and 6667, UDP 68
   */
  readonly failsafeInboundHostPorts?: FailsafePort[];
  /**
   * Ports that hosts may reach whatever policies say, so that they aren't cut off. An empty list means none.
   *
   * @default - TCP 179, 2379, 2380, 5473, 6443, 6666 and 6667, UDP 53 and 67
   */
  readonly failsafeOutboundHostPorts?: FailsafePort[];
  /**
   * Features of the kernel to take as there or not, as `name=true,name=false`.
   *
   * @default - found by Felix
   */
  readonly featureDetectOverride?: string;
  /**
   * Previews of features to switch, as `name=value,name=value`.
   *
   * @default - none
   */
  readonly featureGates?: string;
  /**
   * Whether floating addresses of pods are served, `Enabled` or `Disabled`.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly floatingIps?: Toggle;
  /**
   * With true, the collector of flow logs logs all that it does.
   *
   * @default - Calico's: false
   */
  readonly flowLogsCollectorDebugTrace?: boolean;
  /**
   * Time between reports of flows.
   *
   * @default - Calico's: 300s
   */
  readonly flowLogsFlushInterval?: Duration;
  /**
   * Address of the Goldmane server that flows are reported to.
   *
   * @default - none
   */
  readonly flowLogsGoldmaneServer?: string;
  /**
   * Whether flows are reported on a socket of the node too, `Enabled` or `Disabled`.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly flowLogsLocalReporter?: Toggle;
  /**
   * Whether flows are judged again when policies change, `Continuous` or `None`.
   *
   * @default - Calico's: PolicyEvaluationMode.CONTINUOUS
   */
  readonly flowLogsPolicyEvaluationMode?: PolicyEvaluationMode;
  /**
   * With true, XDP is used on interfaces whose driver doesn't support it, which isn't faster than iptables.
   *
   * @default - Calico's: false
   */
  readonly genericXdpEnabled?: boolean;
  /**
   * Growth of the heap, in percent, that starts Felix's garbage collection; -1 for none.
   *
   * @default - Calico's: 40
   */
  readonly goGcThreshold?: number;
  /**
   * Most CPUs that Felix uses at once; -1 for all of them.
   *
   * @default - Calico's: -1
   */
  readonly goMaxProcs?: number;
  /**
   * Memory, in MB, above which Felix collects garbage more often; -1 for no limit.
   *
   * @default - Calico's: -1
   */
  readonly goMemoryLimitMb?: MemoryLimit;
  /**
   * With true, Felix serves its health.
   *
   * @default - Calico's: false
   */
  readonly healthEnabled?: boolean;
  /**
   * Host name or address for `healthPort`.
   *
   * @default - Calico's: localhost
   */
  readonly healthHost?: string;
  /**
   * TCP port of the health server.
   *
   * @default - Calico's: 9099
   */
  readonly healthPort?: Port;
  /**
   * Times after which parts of Felix count as dead.
   *
   * @default - Felix's own times
   */
  readonly healthTimeoutOverrides?: HealthTimeoutOverride[];
  /**
   * Interfaces that are no host endpoints, with commas between them; a regular expression stands between slashes.
   *
   * @default - Calico's: kube-ipvs0
   */
  readonly interfaceExclude?: string;
  /**
   * Prefixes of the names of pods' interfaces, with commas between them.
   *
   * @default - Calico's: cali
   */
  readonly interfacePrefix?: string;
  /**
   * Time between scans of the host's interfaces; 0 for none.
   *
   * @default - Calico's: 90s
   */
  readonly interfaceRefreshInterval?: Duration;
  /**
   * Whether Felix has the host forward packets, `Enabled` or `Disabled`. Pods need it; a host that Calico only protects doesn't.
   *
   * @default - Calico's: Toggle.ENABLED
   */
  readonly ipForwarding?: Toggle;
  /**
   * Whether there is an IP-in-IP device.
   *
   * @default - as the pools need it
   */
  readonly ipipEnabled?: boolean;
  /**
   * MTU of the IP-in-IP device; 0 to find it.
   *
   * @default - Calico's: 0
   */
  readonly ipipMtu?: number;
  /**
   * Time between comparisons of IP sets with the kernel's; 0 for none.
   *
   * @default - Calico's: 90s
   */
  readonly ipsetsRefreshInterval?: Duration;
  /**
   * Kind of iptables, `Legacy`, `NFT` or `Auto`. A change leaves rules behind in the other kind.
   *
   * @default - Calico's: IptablesBackend.AUTO
   */
  readonly iptablesBackend?: IptablesBackend;
  /**
   * What an allowed packet does in the filter table, `Accept`, or `Return` to go on with rules of others.
   *
   * @default - Calico's: PacketAllowAction.ACCEPT
   */
  readonly iptablesFilterAllowAction?: PacketAllowAction;
  /**
   * What a denied packet gets, `Drop` (nothing) or `Reject` (an answer).
   *
   * @default - Calico's: PacketDenyAction.DROP
   */
  readonly iptablesFilterDenyAction?: PacketDenyAction;
  /**
   * Time between attempts to take the lock of iptables.
   *
   * @default - Calico's: 50ms
   */
  readonly iptablesLockProbeInterval?: Duration;
  /**
   * What a packet does in the mangle table that pre-DNAT policy allowed, `Accept`, or `Return` to go on with rules of others.
   *
   * @default - Calico's: PacketAllowAction.ACCEPT
   */
  readonly iptablesMangleAllowAction?: PacketAllowAction;
  /**
   * Bits of the packet mark that Calico may use, at least 8 that nobody else does.
   *
   * @default - Calico's: 4294901760 (0xffff0000)
   */
  readonly iptablesMarkMask?: number;
  /**
   * Interfaces on which packets that leave a pool get the node's address; `+` ends a prefix.
   *
   * @default - all
   */
  readonly iptablesNatOutgoingInterfaceFilter?: string;
  /**
   * Time after a write to iptables at which Felix checks it once more.
   *
   * @default - Calico's: 5s
   */
  readonly iptablesPostWriteCheckInterval?: Duration;
  /**
   * Time between comparisons of iptables with what they should be; 0 for none.
   *
   * @default - Calico's: 180s
   */
  readonly iptablesRefreshInterval?: Duration;
  /**
   * Metric of IPv4 routes while a virtual machine moves. Less than the normal one, since less is preferred.
   *
   * @default - Calico's: 512
   */
  readonly ipv4ElevatedRoutePriority?: number;
  /**
   * Metric of the IPv4 routes that Felix makes. Less is preferred.
   *
   * @default - Calico's: 1024
   */
  readonly ipv4NormalRoutePriority?: number;
  /**
   * Metric of IPv6 routes while a virtual machine moves. Less than the normal one, since less is preferred.
   *
   * @default - Calico's: 512
   */
  readonly ipv6ElevatedRoutePriority?: number;
  /**
   * Metric of the IPv6 routes that Felix makes. Less is preferred.
   *
   * @default - Calico's: 1024
   */
  readonly ipv6NormalRoutePriority?: number;
  /**
   * Whether Felix handles IPv6.
   *
   * @default - Calico's: true
   */
  readonly ipv6Support?: boolean;
  /**
   * Whether Felix works with Istio's ambient mode as Tigera ships it, `Enabled` or `Disabled`.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly istioAmbientMode?: Toggle;
  /**
   * DSCP value, a number from 0 to 63 or its name, of packets on their way to Istio's tunnel.
   *
   * @default - Calico's: 23
   */
  readonly istioDscpMark?: Dscp;
  /**
   * Ranges of node ports, such as `30000:32767`. Used where kube-proxy runs in IPVS mode.
   *
   * @default - Calico's: 30000:32767
   */
  readonly kubeNodePortRanges?: Port[];
  /**
   * Time after the move of a virtual machine during which its route stays preferred.
   *
   * @default - Calico's: 30s
   */
  readonly liveMigrationRouteConvergenceTime?: Duration;
  /**
   * How often a `Log` rule logs.
   *
   * @default - no limit
   */
  readonly logActionRateLimit?: LogRateLimit;
  /**
   * Log lines that may come at once before `logActionRateLimit` holds.
   *
   * @default - Calico's: 5
   */
  readonly logActionRateLimitBurst?: number;
  /**
   * Regular expression over Felix's source files whose debug lines are logged.
   *
   * @default - all
   */
  readonly logDebugFilenameRegex?: string;
  /**
   * File of Felix's log, or `none`.
   *
   * @default - Calico's: /var/log/calico/felix.log
   */
  readonly logFilePath?: string;
  /**
   * Text that begins the lines of `Log` rules. `%t` is the tier, `%k` the kind, `%n` the policy's name and `%p` its namespace and name;
   * iptables keeps 29 characters.
   *
   * @default - Calico's: calico-packet
   */
  readonly logPrefix?: string;
  /**
   * Least severity that is logged to the file, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default - Calico's: LogSeverity.INFO
   */
  readonly logSeverityFile?: LogSeverity;
  /**
   * Least severity that is logged to standard output, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default - Calico's: LogSeverity.INFO
   */
  readonly logSeverityScreen?: LogSeverity;
  /**
   * Least severity that is logged to syslog, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default - Calico's: LogSeverity.INFO
   */
  readonly logSeveritySys?: LogSeverity;
  /**
   * Most addresses that an IP set holds. Not for nftables.
   *
   * @default - Calico's: 1048576
   */
  readonly maxIpsetSize?: number;
  /**
   * Address of the server of cloud-init data, or `None`. OpenStack only.
   *
   * @default - Calico's: 127.0.0.1
   */
  readonly metadataAddr?: string;
  /**
   * Port of the server of cloud-init data. OpenStack only.
   *
   * @default - Calico's: 8775
   */
  readonly metadataPort?: Port;
  /**
   * Regular expression over interfaces from which the host's MTU is found. It mustn't match those of pods.
   *
   * @default - names of common Ethernet, Wi-Fi and InfiniBand devices
   */
  readonly mtuIfacePattern?: string;
  /**
   * Source address of packets that leave a pool with `natOutgoing`.
   *
   * @default - the address of the interface that they leave by
   */
  readonly natOutgoingAddress?: IpAddress;
  /**
   * Which destinations packets of a pool with `natOutgoing` reach under their own address: `IPPoolsOnly`, or `IPPoolsAndHostIPs` (the
   * cluster's hosts too).
   *
   * @default - Calico's: NatOutgoingExclusions.IP_POOLS_ONLY
   */
  readonly natOutgoingExclusions?: NatOutgoingExclusions;
  /**
   * Range of source ports of packets that leave a pool with `natOutgoing`, such as `32768:60999`.
   *
   * @default - the kernel chooses
   */
  readonly natPortRange?: Port;
  /**
   * Time that the kernel has to answer.
   *
   * @default - Calico's: 10s
   */
  readonly netlinkTimeout?: Duration;
  /**
   * What an allowed packet does in the filter table, `Accept`, or `Return` to go on with rules of others.
   *
   * @default - Calico's: PacketAllowAction.ACCEPT
   */
  readonly nftablesFilterAllowAction?: PacketAllowAction;
  /**
   * What a denied packet gets, `Drop` (nothing) or `Reject` (an answer).
   *
   * @default - Calico's: PacketDenyAction.DROP
   */
  readonly nftablesFilterDenyAction?: PacketDenyAction;
  /**
   * What a packet does in the mangle table that pre-DNAT policy allowed, `Accept`, or `Return` to go on with rules of others.
   *
   * @default - Calico's: PacketAllowAction.ACCEPT
   */
  readonly nftablesMangleAllowAction?: PacketAllowAction;
  /**
   * Bits of the packet mark that Calico may use, at least 8 that nobody else does.
   *
   * @default - Calico's: 4294901760 (0xffff0000)
   */
  readonly nftablesMarkMask?: number;
  /**
   * Whether Felix uses nftables, `Enabled`, `Disabled` or `Auto` (as kube-proxy does).
   *
   * @default - Calico's: NftablesMode.AUTO
   */
  readonly nftablesMode?: NftablesMode;
  /**
   * Time between comparisons of nftables with what they should be; 0 for none.
   *
   * @default - Calico's: 180s
   */
  readonly nftablesRefreshInterval?: Duration;
  /**
   * Selector over the labels of nodes that the settings are for. Not for `default` and `node.` names; where several match a node, the oldest
   * counts.
   *
   * @default - none
   */
  readonly nodeSelector?: Selector;
  /**
   * Name of the region. OpenStack only.
   *
   * @default - none
   */
  readonly openstackRegion?: string;
  /**
   * Folder of the socket by which Felix gives policies to application layer policy.
   *
   * @default - none is served
   */
  readonly policySyncPathPrefix?: string;
  /**
   * `Enabled` has Felix make the routes to pods on other nodes for pools without VXLAN. With `Disabled` BIRD makes them, by BGPConfiguration's
   * setting of the same name.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly programClusterRoutes?: Toggle;
  /**
   * With true, the metrics hold those of the Go runtime.
   *
   * @default - Calico's: true
   */
  readonly prometheusGoMetricsEnabled?: boolean;
  /**
   * Path of the CA certificate that clients of the metrics need to be signed by.
   *
   * @default - none
   */
  readonly prometheusMetricsCaFile?: string;
  /**
   * Path of the certificate of the metrics server; with it, the server speaks TLS.
   *
   * @default - none
   */
  readonly prometheusMetricsCertFile?: string;
  /**
   * How certificates of clients are judged: `RequireAndVerifyClientCert`, `RequireAnyClientCert`, `VerifyClientCertIfGiven` or `NoClientCert`.
   *
   * @default - Calico's: MetricsClientAuth.REQUIRE_AND_VERIFY
   */
  readonly prometheusMetricsClientAuth?: MetricsClientAuth;
  /**
   * With true, Felix serves metrics for Prometheus.
   *
   * @default - Calico's: false
   */
  readonly prometheusMetricsEnabled?: boolean;
  /**
   * Host name or address of the metrics server.
   *
   * @default - all addresses
   */
  readonly prometheusMetricsHost?: string;
  /**
   * Path of the key to `prometheusMetricsCertFile`.
   *
   * @default - none
   */
  readonly prometheusMetricsKeyFile?: string;
  /**
   * TCP port of the metrics server.
   *
   * @default - Calico's: 9091
   */
  readonly prometheusMetricsPort?: Port;
  /**
   * With true, the metrics hold those of the process.
   *
   * @default - Calico's: true
   */
  readonly prometheusProcessMetricsEnabled?: boolean;
  /**
   * With true, the metrics hold those of WireGuard.
   *
   * @default - Calico's: true
   */
  readonly prometheusWireGuardMetricsEnabled?: boolean;
  /**
   * With true, Felix removes routes to pods' interfaces that it didn't make.
   *
   * @default - Calico's: true
   */
  readonly removeExternalRoutes?: boolean;
  /**
   * Time between reports of Felix's state to the datastore; 0 for none.
   *
   * @default - Calico's: 30s
   */
  readonly reportingInterval?: Duration;
  /**
   * Time that a report of Felix's state holds.
   *
   * @default - Calico's: 90s
   */
  readonly reportingTtl?: Duration;
  /**
   * With true, Felix doesn't start without the file that gives the MTU.
   *
   * @default - Calico's: false
   */
  readonly requireMtuFile?: boolean;
  /**
   * Time between comparisons of routes with what they should be; 0 for none.
   *
   * @default - Calico's: 90s
   */
  readonly routeRefreshInterval?: Duration;
  /**
   * Where Felix learns of routes, `CalicoIPAM` or `WorkloadIPs`.
   *
   * @default - Calico's: FelixRouteSource.CALICO_IPAM
   */
  readonly routeSource?: FelixRouteSource;
  /**
   * With true, Felix leaves all routes alone and only enforces policy.
   *
   * @default - Calico's: false
   */
  readonly routeSyncDisabled?: boolean;
  /**
   * Superseded by `routeTableRanges`. Routing tables that Calico may use.
   *
   * @default - Calico's: 1 to 250
   */
  readonly routeTableRange?: RouteTableRangeSpec;
  /**
   * Routing tables that Calico may use.
   *
   * @default - Calico's: 1 to 250
   */
  readonly routeTableRanges?: RouteTableRangeSpec[];
  /**
   * What happens to packets for advertised Service addresses that nobody serves, `Drop`, `Reject` or `Disabled` (they may go round in
   * circles).
   *
   * @default - Calico's: ServiceLoopPrevention.DROP
   */
  readonly serviceLoopPrevention?: ServiceLoopPrevention;
  /**
   * With true, packets between a pod and its sidecar take a shorter way. An experiment.
   *
   * @default - Calico's: false
   */
  readonly sidecarAccelerationEnabled?: boolean;
  /**
   * With true, Calico's version and the size of the cluster are sent to projectcalico.org, without names.
   *
   * @default - Calico's: true
   */
  readonly usageReportingEnabled?: boolean;
  /**
   * Time before the first such report.
   *
   * @default - Calico's: 300s
   */
  readonly usageReportingInitialDelay?: Duration;
  /**
   * Time between such reports.
   *
   * @default - Calico's: 86400s
   */
  readonly usageReportingInterval?: Duration;
  /**
   * With true, Felix programs the kernel itself; with false, `dataplaneDriver` does.
   *
   * @default - Calico's: true
   */
  readonly useInternalDataplaneDriver?: boolean;
  /**
   * Whether there is a VXLAN device.
   *
   * @default - as the pools need it
   */
  readonly vxlanEnabled?: boolean;
  /**
   * MTU of the IPv4 VXLAN device; 0 to find it.
   *
   * @default - Calico's: 0
   */
  readonly vxlanMtu?: number;
  /**
   * MTU of the IPv6 VXLAN device; 0 to find it.
   *
   * @default - Calico's: 0
   */
  readonly vxlanMtuV6?: number;
  /**
   * UDP port of VXLAN.
   *
   * @default - Calico's: 4789
   */
  readonly vxlanPort?: Port;
  /**
   * Network identifier of VXLAN.
   *
   * @default - Calico's: 4096
   */
  readonly vxlanVni?: number;
  /**
   * Whether Felix opens its metrics ports in the firewall of Windows, `Enabled` or `Disabled`.
   *
   * @default - Calico's: Toggle.DISABLED
   */
  readonly windowsManageFirewallRules?: Toggle;
  /**
   * With true, IPv4 packets between nodes are encrypted with WireGuard.
   *
   * @default - Calico's: false
   */
  readonly wireguardEnabled?: boolean;
  /**
   * With true, IPv6 packets between nodes are encrypted with WireGuard.
   *
   * @default - Calico's: false
   */
  readonly wireguardEnabledV6?: boolean;
  /**
   * With true, packets between the hosts themselves are encrypted too.
   *
   * @default - Calico's: false
   */
  readonly wireguardHostEncryptionEnabled?: boolean;
  /**
   * Name of the IPv4 WireGuard device.
   *
   * @default - Calico's: wireguard.cali
   */
  readonly wireguardInterfaceName?: string;
  /**
   * Name of the IPv6 WireGuard device.
   *
   * @default - Calico's: wg-v6.cali
   */
  readonly wireguardInterfaceNameV6?: string;
  /**
   * Time between WireGuard's keepalive packets; 0 for none.
   *
   * @default - Calico's: 0
   */
  readonly wireguardKeepAlive?: Duration;
  /**
   * UDP port of IPv4 WireGuard.
   *
   * @default - Calico's: 51820
   */
  readonly wireguardListeningPort?: Port;
  /**
   * UDP port of IPv6 WireGuard.
   *
   * @default - Calico's: 51821
   */
  readonly wireguardListeningPortV6?: Port;
  /**
   * MTU of the IPv4 WireGuard device; 0 to find it.
   *
   * @default - Calico's: 0
   */
  readonly wireguardMtu?: number;
  /**
   * MTU of the IPv6 WireGuard device; 0 to find it.
   *
   * @default - Calico's: 0
   */
  readonly wireguardMtuV6?: number;
  /**
   * Priority of the routing rule for WireGuard.
   *
   * @default - Calico's: 99
   */
  readonly wireguardRoutingRulePriority?: number;
  /**
   * With true, WireGuard uses several threads, which helps where one CPU is the limit. Some kernels hang with it.
   *
   * @default - Calico's: false
   */
  readonly wireguardThreadingEnabled?: boolean;
  /**
   * Whether pods may ask, by annotation, to send from addresses that aren't theirs: `Disabled` or `Any`.
   *
   * @default - Calico's: WorkloadSourceSpoofing.DISABLED
   */
  readonly workloadSourceSpoofing?: WorkloadSourceSpoofing;
  /**
   * With true, untracked policies that deny use XDP where they can.
   *
   * @default - Calico's: true
   */
  readonly xdpEnabled?: boolean;
  /**
   * Time between comparisons of XDP programs with what they should be; 0 for none.
   *
   * @default - Calico's: 90s
   */
  readonly xdpRefreshInterval?: Duration;
}

/**
 * The spec that holds the settings.
 *
 * @param path of the construct, for messages
 * @throws where a duration, size or port can't be what its setting takes
 */
export function felixSpec(settings: FelixSettings, path: string): Record<string, unknown> {
  return withoutUndefined({
    allowIPIPPacketsFromWorkloads: settings.allowIpipPacketsFromWorkloads,
    allowVXLANPacketsFromWorkloads: settings.allowVxlanPacketsFromWorkloads,
    awsSrcDstCheck: settings.awsSrcDstCheck,
    bpfAttachType: settings.bpfAttachType,
    bpfCTLBLogFilter: settings.bpfCtlbLogFilter,
    bpfConnectTimeLoadBalancing: settings.bpfConnectTimeLoadBalancing,
    bpfConnectTimeLoadBalancingEnabled: settings.bpfConnectTimeLoadBalancingEnabled,
    bpfConntrackLogLevel: settings.bpfConntrackLogLevel,
    bpfConntrackMode: settings.bpfConntrackMode,
    bpfConntrackTimeouts: settings.bpfConntrackTimeouts && printConntrackTimeouts(settings.bpfConntrackTimeouts),
    bpfDSROptoutCIDRs: settings.bpfDsrOptoutCidrs?.map(String),
    bpfDataIfacePattern: settings.bpfDataIfacePattern,
    bpfDisableGROForIfaces: settings.bpfDisableGroForIfaces,
    bpfDisableUnprivileged: settings.bpfDisableUnprivileged,
    bpfEnabled: settings.bpfEnabled,
    bpfEnforceRPF: settings.bpfEnforceRpf,
    bpfExcludeCIDRsFromNAT: settings.bpfExcludeCidrsFromNat?.map(String),
    bpfExportBufferSizeMB: settings.bpfExportBufferSizeMb && wholeMebibytes(settings.bpfExportBufferSizeMb, `${path}: bpfExportBufferSizeMb`),
    bpfExtToServiceConnmark: settings.bpfExtToServiceConnmark,
    bpfExternalServiceMode: settings.bpfExternalServiceMode,
    bpfForceTrackPacketsFromIfaces: settings.bpfForceTrackPacketsFromIfaces,
    bpfHostConntrackBypass: settings.bpfHostConntrackBypass,
    bpfHostNetworkedNATWithoutCTLB: settings.bpfHostNetworkedNatWithoutCtlb,
    bpfJITHardening: settings.bpfJitHardening,
    bpfKubeProxyHealthzPort: settings.bpfKubeProxyHealthzPort && portNumber(settings.bpfKubeProxyHealthzPort, `${path}: bpfKubeProxyHealthzPort`, true),
    bpfKubeProxyIptablesCleanupEnabled: settings.bpfKubeProxyIptablesCleanupEnabled,
    bpfKubeProxyMinSyncPeriod: settings.bpfKubeProxyMinSyncPeriod && goDuration(settings.bpfKubeProxyMinSyncPeriod, `${path}: bpfKubeProxyMinSyncPeriod`),
    bpfL3IfacePattern: settings.bpfL3IfacePattern,
    bpfLogFilters: settings.bpfLogFilters,
    bpfLogLevel: settings.bpfLogLevel,
    bpfMaglevMaxEndpointsPerService: settings.bpfMaglevMaxEndpointsPerService,
    bpfMaglevMaxServices: settings.bpfMaglevMaxServices,
    bpfMapSizeConntrack: settings.bpfMapSizeConntrack,
    bpfMapSizeConntrackCleanupQueue: settings.bpfMapSizeConntrackCleanupQueue,
    bpfMapSizeConntrackScaling: settings.bpfMapSizeConntrackScaling,
    bpfMapSizeIPSets: settings.bpfMapSizeIpSets,
    bpfMapSizeIfState: settings.bpfMapSizeIfState,
    bpfMapSizeNATAffinity: settings.bpfMapSizeNatAffinity,
    bpfMapSizeNATBackend: settings.bpfMapSizeNatBackend,
    bpfMapSizeNATFrontend: settings.bpfMapSizeNatFrontend,
    bpfMapSizePerCpuConntrack: settings.bpfMapSizePerCpuConntrack,
    bpfMapSizeRoute: settings.bpfMapSizeRoute,
    bpfPSNATPorts: settings.bpfPsnatPorts?._toManifest(),
    bpfPolicyDebugEnabled: settings.bpfPolicyDebugEnabled,
    bpfProfiling: settings.bpfProfiling,
    bpfRedirectToPeer: settings.bpfRedirectToPeer,
    cgroupV2Path: settings.cgroupV2Path,
    chainInsertMode: settings.chainInsertMode,
    dataplaneDriver: settings.dataplaneDriver,
    dataplaneWatchdogTimeout: settings.dataplaneWatchdogTimeout && goDuration(settings.dataplaneWatchdogTimeout, `${path}: dataplaneWatchdogTimeout`),
    debugDisableLogDropping: settings.debugDisableLogDropping,
    debugHost: settings.debugHost,
    debugMemoryProfilePath: settings.debugMemoryProfilePath,
    debugPort: settings.debugPort && portNumber(settings.debugPort, `${path}: debugPort`),
    debugSimulateCalcGraphHangAfter: settings.debugSimulateCalcGraphHangAfter && goDuration(settings.debugSimulateCalcGraphHangAfter, `${path}: debugSimulateCalcGraphHangAfter`),
    debugSimulateDataplaneApplyDelay: settings.debugSimulateDataplaneApplyDelay && goDuration(settings.debugSimulateDataplaneApplyDelay, `${path}: debugSimulateDataplaneApplyDelay`),
    debugSimulateDataplaneHangAfter: settings.debugSimulateDataplaneHangAfter && goDuration(settings.debugSimulateDataplaneHangAfter, `${path}: debugSimulateDataplaneHangAfter`),
    defaultEndpointToHostAction: settings.defaultEndpointToHostAction,
    deviceRouteProtocol: settings.deviceRouteProtocol,
    deviceRouteSourceAddress: settings.deviceRouteSourceAddress?.toString(),
    deviceRouteSourceAddressIPv6: settings.deviceRouteSourceAddressIpv6?.toString(),
    disableConntrackInvalidCheck: settings.disableConntrackInvalidCheck,
    endpointReportingDelay: settings.endpointReportingDelay && goDuration(settings.endpointReportingDelay, `${path}: endpointReportingDelay`),
    endpointReportingEnabled: settings.endpointReportingEnabled,
    endpointStatusPathPrefix: settings.endpointStatusPathPrefix,
    externalNodesList: settings.externalNodesList?.map(String),
    failsafeInboundHostPorts: settings.failsafeInboundHostPorts?.map((port) => port._toManifest()),
    failsafeOutboundHostPorts: settings.failsafeOutboundHostPorts?.map((port) => port._toManifest()),
    featureDetectOverride: settings.featureDetectOverride,
    featureGates: settings.featureGates,
    floatingIPs: settings.floatingIps,
    flowLogsCollectorDebugTrace: settings.flowLogsCollectorDebugTrace,
    flowLogsFlushInterval: settings.flowLogsFlushInterval && goDuration(settings.flowLogsFlushInterval, `${path}: flowLogsFlushInterval`),
    flowLogsGoldmaneServer: settings.flowLogsGoldmaneServer,
    flowLogsLocalReporter: settings.flowLogsLocalReporter,
    flowLogsPolicyEvaluationMode: settings.flowLogsPolicyEvaluationMode,
    genericXDPEnabled: settings.genericXdpEnabled,
    goGCThreshold: settings.goGcThreshold,
    goMaxProcs: settings.goMaxProcs,
    goMemoryLimitMB: settings.goMemoryLimitMb?.mebibytes,
    healthEnabled: settings.healthEnabled,
    healthHost: settings.healthHost,
    healthPort: settings.healthPort && portNumber(settings.healthPort, `${path}: healthPort`),
    healthTimeoutOverrides: settings.healthTimeoutOverrides?.map((override) => printTimeoutOverride(override, path)),
    interfaceExclude: settings.interfaceExclude,
    interfacePrefix: settings.interfacePrefix,
    interfaceRefreshInterval: settings.interfaceRefreshInterval && goDuration(settings.interfaceRefreshInterval, `${path}: interfaceRefreshInterval`),
    ipForwarding: settings.ipForwarding,
    ipipEnabled: settings.ipipEnabled,
    ipipMTU: settings.ipipMtu,
    ipsetsRefreshInterval: settings.ipsetsRefreshInterval && goDuration(settings.ipsetsRefreshInterval, `${path}: ipsetsRefreshInterval`),
    iptablesBackend: settings.iptablesBackend,
    iptablesFilterAllowAction: settings.iptablesFilterAllowAction,
    iptablesFilterDenyAction: settings.iptablesFilterDenyAction,
    iptablesLockProbeInterval: settings.iptablesLockProbeInterval && goDuration(settings.iptablesLockProbeInterval, `${path}: iptablesLockProbeInterval`),
    iptablesMangleAllowAction: settings.iptablesMangleAllowAction,
    iptablesMarkMask: settings.iptablesMarkMask,
    iptablesNATOutgoingInterfaceFilter: settings.iptablesNatOutgoingInterfaceFilter,
    iptablesPostWriteCheckInterval: settings.iptablesPostWriteCheckInterval && goDuration(settings.iptablesPostWriteCheckInterval, `${path}: iptablesPostWriteCheckInterval`),
    iptablesRefreshInterval: settings.iptablesRefreshInterval && goDuration(settings.iptablesRefreshInterval, `${path}: iptablesRefreshInterval`),
    ipv4ElevatedRoutePriority: settings.ipv4ElevatedRoutePriority,
    ipv4NormalRoutePriority: settings.ipv4NormalRoutePriority,
    ipv6ElevatedRoutePriority: settings.ipv6ElevatedRoutePriority,
    ipv6NormalRoutePriority: settings.ipv6NormalRoutePriority,
    ipv6Support: settings.ipv6Support,
    istioAmbientMode: settings.istioAmbientMode,
    istioDSCPMark: settings.istioDscpMark?._toManifest(),
    kubeNodePortRanges: settings.kubeNodePortRanges?.map((port) => port._toManifest()),
    liveMigrationRouteConvergenceTime: settings.liveMigrationRouteConvergenceTime && goDuration(settings.liveMigrationRouteConvergenceTime, `${path}: liveMigrationRouteConvergenceTime`),
    logActionRateLimit: settings.logActionRateLimit?.toString(),
    logActionRateLimitBurst: settings.logActionRateLimitBurst,
    logDebugFilenameRegex: settings.logDebugFilenameRegex,
    logFilePath: settings.logFilePath,
    logPrefix: settings.logPrefix,
    logSeverityFile: settings.logSeverityFile,
    logSeverityScreen: settings.logSeverityScreen,
    logSeveritySys: settings.logSeveritySys,
    maxIpsetSize: settings.maxIpsetSize,
    metadataAddr: settings.metadataAddr,
    metadataPort: settings.metadataPort && portNumber(settings.metadataPort, `${path}: metadataPort`),
    mtuIfacePattern: settings.mtuIfacePattern,
    natOutgoingAddress: settings.natOutgoingAddress?.toString(),
    natOutgoingExclusions: settings.natOutgoingExclusions,
    natPortRange: settings.natPortRange?._toManifest(),
    netlinkTimeout: settings.netlinkTimeout && goDuration(settings.netlinkTimeout, `${path}: netlinkTimeout`),
    nftablesFilterAllowAction: settings.nftablesFilterAllowAction,
    nftablesFilterDenyAction: settings.nftablesFilterDenyAction,
    nftablesMangleAllowAction: settings.nftablesMangleAllowAction,
    nftablesMarkMask: settings.nftablesMarkMask,
    nftablesMode: settings.nftablesMode,
    nftablesRefreshInterval: settings.nftablesRefreshInterval && goDuration(settings.nftablesRefreshInterval, `${path}: nftablesRefreshInterval`),
    nodeSelector: settings.nodeSelector?._toManifest(),
    openstackRegion: settings.openstackRegion,
    policySyncPathPrefix: settings.policySyncPathPrefix,
    programClusterRoutes: settings.programClusterRoutes,
    prometheusGoMetricsEnabled: settings.prometheusGoMetricsEnabled,
    prometheusMetricsCAFile: settings.prometheusMetricsCaFile,
    prometheusMetricsCertFile: settings.prometheusMetricsCertFile,
    prometheusMetricsClientAuth: settings.prometheusMetricsClientAuth,
    prometheusMetricsEnabled: settings.prometheusMetricsEnabled,
    prometheusMetricsHost: settings.prometheusMetricsHost,
    prometheusMetricsKeyFile: settings.prometheusMetricsKeyFile,
    prometheusMetricsPort: settings.prometheusMetricsPort && portNumber(settings.prometheusMetricsPort, `${path}: prometheusMetricsPort`),
    prometheusProcessMetricsEnabled: settings.prometheusProcessMetricsEnabled,
    prometheusWireGuardMetricsEnabled: settings.prometheusWireGuardMetricsEnabled,
    removeExternalRoutes: settings.removeExternalRoutes,
    reportingInterval: settings.reportingInterval && goDuration(settings.reportingInterval, `${path}: reportingInterval`),
    reportingTTL: settings.reportingTtl && goDuration(settings.reportingTtl, `${path}: reportingTtl`),
    requireMTUFile: settings.requireMtuFile,
    routeRefreshInterval: settings.routeRefreshInterval && goDuration(settings.routeRefreshInterval, `${path}: routeRefreshInterval`),
    routeSource: settings.routeSource,
    routeSyncDisabled: settings.routeSyncDisabled,
    routeTableRange: settings.routeTableRange,
    routeTableRanges: settings.routeTableRanges,
    serviceLoopPrevention: settings.serviceLoopPrevention,
    sidecarAccelerationEnabled: settings.sidecarAccelerationEnabled,
    usageReportingEnabled: settings.usageReportingEnabled,
    usageReportingInitialDelay: settings.usageReportingInitialDelay && goDuration(settings.usageReportingInitialDelay, `${path}: usageReportingInitialDelay`),
    usageReportingInterval: settings.usageReportingInterval && goDuration(settings.usageReportingInterval, `${path}: usageReportingInterval`),
    useInternalDataplaneDriver: settings.useInternalDataplaneDriver,
    vxlanEnabled: settings.vxlanEnabled,
    vxlanMTU: settings.vxlanMtu,
    vxlanMTUV6: settings.vxlanMtuV6,
    vxlanPort: settings.vxlanPort && portNumber(settings.vxlanPort, `${path}: vxlanPort`),
    vxlanVNI: settings.vxlanVni,
    windowsManageFirewallRules: settings.windowsManageFirewallRules,
    wireguardEnabled: settings.wireguardEnabled,
    wireguardEnabledV6: settings.wireguardEnabledV6,
    wireguardHostEncryptionEnabled: settings.wireguardHostEncryptionEnabled,
    wireguardInterfaceName: settings.wireguardInterfaceName,
    wireguardInterfaceNameV6: settings.wireguardInterfaceNameV6,
    wireguardKeepAlive: settings.wireguardKeepAlive && goDuration(settings.wireguardKeepAlive, `${path}: wireguardKeepAlive`),
    wireguardListeningPort: settings.wireguardListeningPort && portNumber(settings.wireguardListeningPort, `${path}: wireguardListeningPort`),
    wireguardListeningPortV6: settings.wireguardListeningPortV6 && portNumber(settings.wireguardListeningPortV6, `${path}: wireguardListeningPortV6`),
    wireguardMTU: settings.wireguardMtu,
    wireguardMTUV6: settings.wireguardMtuV6,
    wireguardRoutingRulePriority: settings.wireguardRoutingRulePriority,
    wireguardThreadingEnabled: settings.wireguardThreadingEnabled,
    workloadSourceSpoofing: settings.workloadSourceSpoofing,
    xdpEnabled: settings.xdpEnabled,
    xdpRefreshInterval: settings.xdpRefreshInterval && goDuration(settings.xdpRefreshInterval, `${path}: xdpRefreshInterval`),
  });
}
