// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The settings.
 */
export interface FelixConfigurationSpec {
  /**
   * With true, pods may send IP-in-IP packets of their own.
   *
   * @default false
   */
  readonly allowIPIPPacketsFromWorkloads?: boolean;
  /**
   * With true, pods may send VXLAN packets of their own.
   *
   * @default false
   */
  readonly allowVXLANPacketsFromWorkloads?: boolean;
  /**
   * What to do with the source and destination check of the EC2 instance, `DoNothing`, `Enable` or `Disable`. Packets of pods inside a subnet
   * need it off when they aren't encapsulated.
   *
   * @default "DoNothing"
   */
  readonly awsSrcDstCheck?: string;
  /**
   * How eBPF programs are attached to interfaces, `TCX` (shares the interface with programs of others, and falls back to `TC` on old kernels)
   * or `TC`.
   *
   * @default "TCX"
   */
  readonly bpfAttachType?: string;
  /**
   * With `all`, the connect-time load balancer logs although `bpfLogFilters` is set.
   *
   * @default - it doesn't
   */
  readonly bpfCTLBLogFilter?: string;
  /**
   * Which connections to Services are balanced when a process connects, `TCP`, `Enabled` (UDP too) or `Disabled`. eBPF only.
   *
   * @default "TCP"
   */
  readonly bpfConnectTimeLoadBalancing?: string;
  /**
   * Superseded by `bpfConnectTimeLoadBalancing`.
   *
   * @default - not set
   */
  readonly bpfConnectTimeLoadBalancingEnabled?: boolean;
  /**
   * Severity that the clean-up of the eBPF connection table logs, `Off` or `Debug`.
   *
   * @default "Off"
   */
  readonly bpfConntrackLogLevel?: string;
  /**
   * How old entries of the eBPF connection table are removed, `Auto`, `Userspace` or `BPFProgram`.
   *
   * @default "Auto"
   */
  readonly bpfConntrackMode?: string;
  /**
   * Times after which entries of the eBPF connection table end.
   *
   * @default - Calico's own times
   */
  readonly bpfConntrackTimeouts?: BpfConntrackTimeoutsSpec;
  /**
   * CIDRs of clients that get answers through the tunnel although `bpfExternalServiceMode` is `DSR`.
   *
   * @default - none
   */
  readonly bpfDSROptoutCIDRs?: string[];
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
  readonly bpfDisableGROForIfaces?: string;
  /**
   * With true, users without privileges can't use eBPF on the host, so that they can't reach Calico's maps.
   *
   * @default true
   */
  readonly bpfDisableUnprivileged?: boolean;
  /**
   * With true, Felix uses the eBPF data plane.
   *
   * @default false
   */
  readonly bpfEnabled?: boolean;
  /**
   * How strictly packets from the network have to come in by the interface that leads back to their source, `Disabled`, `Strict` or `Loose`.
   * eBPF only.
   *
   * @default "Loose"
   */
  readonly bpfEnforceRPF?: string;
  /**
   * CIDRs of Services that Felix leaves to the host, such as a local DNS cache. eBPF only.
   *
   * @default - none
   */
  readonly bpfExcludeCIDRsFromNAT?: string[];
  /**
   * Size of the buffer for events from eBPF programs, in MB.
   *
   * @default 1
   */
  readonly bpfExportBufferSizeMB?: number;
  /**
   * Mark, as a 32-bit number, for connections from outside to Services, for use in routing rules. eBPF only.
   *
   * @default 0
   */
  readonly bpfExtToServiceConnmark?: number;
  /**
   * How connections from outside reach a Service's pod on another node: `Tunnel` (both ways through the first node) or `DSR` (answers go
   * straight, with the first node's address). eBPF only.
   *
   * @default "Tunnel"
   */
  readonly bpfExternalServiceMode?: string;
  /**
   * Interfaces whose packets the kernel tracks too, such as those of other containers on the host; `+` ends a prefix. eBPF only.
   *
   * @default "docker+"
   */
  readonly bpfForceTrackPacketsFromIfaces?: string[];
  /**
   * With true, packets of pods and Services skip the kernel's connection tracking. eBPF only.
   *
   * @default false
   */
  readonly bpfHostConntrackBypass?: boolean;
  /**
   * Whether processes on the host reach Services by address translation where the connect-time load balancer doesn't act, `Enabled` or
   * `Disabled`. eBPF only.
   *
   * @default "Enabled"
   */
  readonly bpfHostNetworkedNATWithoutCTLB?: string;
  /**
   * What to do with the kernel's hardening of eBPF code, `Auto` (lower the strict mode, which costs speed) or `Strict` (leave it).
   *
   * @default "Auto"
   */
  readonly bpfJITHardening?: string;
  /**
   * Port for the health check of Felix's kube-proxy, 0 for none. eBPF only.
   *
   * @default 10256
   */
  readonly bpfKubeProxyHealthzPort?: number;
  /**
   * With true, Felix removes the iptables rules that kube-proxy left; kube-proxy mustn't run then. eBPF only.
   *
   * @default true
   */
  readonly bpfKubeProxyIptablesCleanupEnabled?: boolean;
  /**
   * Least time between updates of Services, such as `1s`. eBPF only.
   *
   * @default - 1s
   */
  readonly bpfKubeProxyMinSyncPeriod?: string;
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
   * @default "Off"
   */
  readonly bpfLogLevel?: string;
  /**
   * Most endpoints that a Service with Maglev balancing is expected to have; sets aside memory. eBPF only.
   *
   * @default 100
   */
  readonly bpfMaglevMaxEndpointsPerService?: number;
  /**
   * Most Services with Maglev balancing that are expected; sets aside memory. eBPF only.
   *
   * @default 100
   */
  readonly bpfMaglevMaxServices?: number;
  /**
   * Entries of the eBPF connection table. A change may break connections.
   *
   * @default 512000
   */
  readonly bpfMapSizeConntrack?: number;
  /**
   * Entries of the table of connections that wait to be removed.
   *
   * @default 100000
   */
  readonly bpfMapSizeConntrackCleanupQueue?: number;
  /**
   * What happens when the connection table is full, `DoubleIfFull` or `Disabled`.
   *
   * @default "DoubleIfFull"
   */
  readonly bpfMapSizeConntrackScaling?: string;
  /**
   * Entries of the table of addresses that selectors of rules match. eBPF only.
   *
   * @default 1048576
   */
  readonly bpfMapSizeIPSets?: number;
  /**
   * Entries of the table of interfaces on a node. eBPF only.
   *
   * @default 1000
   */
  readonly bpfMapSizeIfState?: number;
  /**
   * Entries of the table of clients that stay with a Service's endpoint. eBPF only.
   *
   * @default 65536
   */
  readonly bpfMapSizeNATAffinity?: number;
  /**
   * Entries of the table of Service endpoints. eBPF only.
   *
   * @default 262144
   */
  readonly bpfMapSizeNATBackend?: number;
  /**
   * Entries of the table of Service addresses and ports, node ports included. eBPF only.
   *
   * @default 65536
   */
  readonly bpfMapSizeNATFrontend?: number;
  /**
   * Entries of the connection table for each CPU; more than 0 overrides `bpfMapSizeConntrack`.
   *
   * @default 0
   */
  readonly bpfMapSizePerCpuConntrack?: number;
  /**
   * Entries of the table of routes, at least one a pod and a few a node. eBPF only.
   *
   * @default 262144
   */
  readonly bpfMapSizeRoute?: number;
  /**
   * Range of ports to take a new source port from when two connections collide. eBPF only.
   *
   * @default "20000:29999"
   */
  readonly bpfPSNATPorts?: number | string;
  /**
   * With true, Felix keeps details on the eBPF programs of policies for `calico-node -bpf policy dump`.
   *
   * @default true
   */
  readonly bpfPolicyDebugEnabled?: boolean;
  /**
   * Whether eBPF programs are profiled, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly bpfProfiling?: string;
  /**
   * Whether packets go straight to the pod's end of its interface, `Enabled` or `Disabled`. Captures on the host's end don't show them then.
   * eBPF only.
   *
   * @default "Enabled"
   */
  readonly bpfRedirectToPeer?: string;
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
   * @default "Insert"
   */
  readonly chainInsertMode?: string;
  /**
   * File of an external data plane driver. Only with `useInternalDataplaneDriver` false.
   *
   * @default "calico-iptables-plugin"
   */
  readonly dataplaneDriver?: string;
  /**
   * Superseded by `healthTimeoutOverrides`. Time after which a data plane that doesn't answer counts as dead.
   *
   * @default - 90s
   */
  readonly dataplaneWatchdogTimeout?: string;
  /**
   * With true, log lines wait when the buffer is full instead of being dropped, which slows Felix.
   *
   * @default false
   */
  readonly debugDisableLogDropping?: boolean;
  /**
   * Host name or address for `debugPort`.
   *
   * @default "localhost"
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
  readonly debugPort?: number;
  /**
   * For tests of the watchdog only. Time after which the calculation hangs.
   *
   * @default - never
   */
  readonly debugSimulateCalcGraphHangAfter?: string;
  /**
   * For tests only. Delay of each change of the data plane.
   *
   * @default - none
   */
  readonly debugSimulateDataplaneApplyDelay?: string;
  /**
   * For tests of the watchdog only. Time after which the data plane hangs.
   *
   * @default - never
   */
  readonly debugSimulateDataplaneHangAfter?: string;
  /**
   * What happens to packets from a pod to its own host after the pod's policy: `Drop`, `Return` (the host's own rules decide) or `Accept`.
   *
   * @default "Drop"
   */
  readonly defaultEndpointToHostAction?: string;
  /**
   * Protocol number of the routes that Felix makes, by which it knows them.
   *
   * @default 3
   */
  readonly deviceRouteProtocol?: number;
  /**
   * IPv4 source address for packets from the host to its pods.
   *
   * @default - the kernel chooses
   */
  readonly deviceRouteSourceAddress?: string;
  /**
   * IPv6 source address for packets from the host to its pods.
   *
   * @default - the kernel chooses
   */
  readonly deviceRouteSourceAddressIPv6?: string;
  /**
   * With true, packets that connection tracking calls invalid aren't dropped.
   *
   * @default false
   */
  readonly disableConntrackInvalidCheck?: boolean;
  /**
   * Time before Felix reports the state of an endpoint. OpenStack only.
   *
   * @default - 1s
   */
  readonly endpointReportingDelay?: string;
  /**
   * With true, Felix reports the state of endpoints. OpenStack only.
   *
   * @default false
   */
  readonly endpointReportingEnabled?: boolean;
  /**
   * Folder for files on the state of endpoints, which the CNI plugin waits for; empty for none.
   *
   * @default "/var/run/calico"
   */
  readonly endpointStatusPathPrefix?: string;
  /**
   * CIDRs outside the cluster from which tunnelled packets are taken.
   *
   * @default - none
   */
  readonly externalNodesList?: string[];
  /**
   * Ports of hosts that may be reached whatever policies say, so that nobody is locked out. An empty list means none.
   *
   * @default - TCP 22, 179, 2379, 2380, 5473, 6443, 6666 and 6667, UDP 68
   */
  readonly failsafeInboundHostPorts?: FailsafePortSpec[];
  /**
   * Ports that hosts may reach whatever policies say, so that they aren't cut off. An empty list means none.
   *
   * @default - TCP 179, 2379, 2380, 5473, 6443, 6666 and 6667, UDP 53 and 67
   */
  readonly failsafeOutboundHostPorts?: FailsafePortSpec[];
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
   * @default "Disabled"
   */
  readonly floatingIPs?: string;
  /**
   * With true, the collector of flow logs logs all that it does.
   *
   * @default false
   */
  readonly flowLogsCollectorDebugTrace?: boolean;
  /**
   * Time between reports of flows, such as `15s`.
   *
   * @default - 300s
   */
  readonly flowLogsFlushInterval?: string;
  /**
   * Address of the Goldmane server that flows are reported to.
   *
   * @default - none
   */
  readonly flowLogsGoldmaneServer?: string;
  /**
   * Whether flows are reported on a socket of the node too, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly flowLogsLocalReporter?: string;
  /**
   * Whether flows are judged again when policies change, `Continuous` or `None`.
   *
   * @default "Continuous"
   */
  readonly flowLogsPolicyEvaluationMode?: string;
  /**
   * With true, XDP is used on interfaces whose driver doesn't support it, which isn't faster than iptables.
   *
   * @default false
   */
  readonly genericXDPEnabled?: boolean;
  /**
   * Growth of the heap, in percent, that starts Felix's garbage collection; -1 for none.
   *
   * @default 40
   */
  readonly goGCThreshold?: number;
  /**
   * Most CPUs that Felix uses at once; -1 for all of them.
   *
   * @default -1
   */
  readonly goMaxProcs?: number;
  /**
   * Memory, in MB, above which Felix collects garbage more often; -1 for no limit.
   *
   * @default -1
   */
  readonly goMemoryLimitMB?: number;
  /**
   * With true, Felix serves its health.
   *
   * @default false
   */
  readonly healthEnabled?: boolean;
  /**
   * Host name or address for `healthPort`.
   *
   * @default "localhost"
   */
  readonly healthHost?: string;
  /**
   * TCP port of the health server.
   *
   * @default 9099
   */
  readonly healthPort?: number;
  /**
   * Times after which parts of Felix count as dead.
   *
   * @default - Felix's own times
   */
  readonly healthTimeoutOverrides?: HealthTimeoutOverrideSpec[];
  /**
   * Interfaces that are no host endpoints, with commas between them; a regular expression stands between slashes.
   *
   * @default "kube-ipvs0"
   */
  readonly interfaceExclude?: string;
  /**
   * Prefixes of the names of pods' interfaces, with commas between them.
   *
   * @default "cali"
   */
  readonly interfacePrefix?: string;
  /**
   * Time between scans of the host's interfaces, such as `90s`; 0 for none.
   *
   * @default - 90s
   */
  readonly interfaceRefreshInterval?: string;
  /**
   * Whether Felix has the host forward packets, `Enabled` or `Disabled`. Pods need it; a host that Calico only protects doesn't.
   *
   * @default "Enabled"
   */
  readonly ipForwarding?: string;
  /**
   * Whether there is an IP-in-IP device.
   *
   * @default - as the pools need it
   */
  readonly ipipEnabled?: boolean;
  /**
   * MTU of the IP-in-IP device; 0 to find it.
   *
   * @default 0
   */
  readonly ipipMTU?: number;
  /**
   * Time between comparisons of IP sets with the kernel's, such as `90s`; 0 for none.
   *
   * @default - 90s
   */
  readonly ipsetsRefreshInterval?: string;
  /**
   * Kind of iptables, `Legacy`, `NFT` or `Auto`. A change leaves rules behind in the other kind.
   *
   * @default "Auto"
   */
  readonly iptablesBackend?: string;
  /**
   * What an allowed packet does in the filter table, `Accept`, or `Return` to go on with rules of others.
   *
   * @default "Accept"
   */
  readonly iptablesFilterAllowAction?: string;
  /**
   * What a denied packet gets, `Drop` (nothing) or `Reject` (an answer).
   *
   * @default "Drop"
   */
  readonly iptablesFilterDenyAction?: string;
  /**
   * Time between attempts to take the lock of iptables, such as `50ms`.
   *
   * @default - 50ms
   */
  readonly iptablesLockProbeInterval?: string;
  /**
   * What a packet does in the mangle table that pre-DNAT policy allowed, `Accept`, or `Return` to go on with rules of others.
   *
   * @default "Accept"
   */
  readonly iptablesMangleAllowAction?: string;
  /**
   * Bits of the packet mark that Calico may use, at least 8 that nobody else does.
   *
   * @default - 4294901760 (0xffff0000)
   */
  readonly iptablesMarkMask?: number;
  /**
   * Interfaces on which packets that leave a pool get the node's address; `+` ends a prefix.
   *
   * @default - all
   */
  readonly iptablesNATOutgoingInterfaceFilter?: string;
  /**
   * Time after a write to iptables at which Felix checks it once more.
   *
   * @default - 5s
   */
  readonly iptablesPostWriteCheckInterval?: string;
  /**
   * Time between comparisons of iptables with what they should be, such as `180s`; 0 for none.
   *
   * @default - 180s
   */
  readonly iptablesRefreshInterval?: string;
  /**
   * Metric of IPv4 routes while a virtual machine moves. Less than the normal one, since less is preferred.
   *
   * @default 512
   */
  readonly ipv4ElevatedRoutePriority?: number;
  /**
   * Metric of the IPv4 routes that Felix makes. Less is preferred.
   *
   * @default 1024
   */
  readonly ipv4NormalRoutePriority?: number;
  /**
   * Metric of IPv6 routes while a virtual machine moves. Less than the normal one, since less is preferred.
   *
   * @default 512
   */
  readonly ipv6ElevatedRoutePriority?: number;
  /**
   * Metric of the IPv6 routes that Felix makes. Less is preferred.
   *
   * @default 1024
   */
  readonly ipv6NormalRoutePriority?: number;
  /**
   * Whether Felix handles IPv6.
   *
   * @default true
   */
  readonly ipv6Support?: boolean;
  /**
   * Whether Felix works with Istio's ambient mode as Tigera ships it, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly istioAmbientMode?: string;
  /**
   * DSCP value, a number from 0 to 63 or its name, of packets on their way to Istio's tunnel.
   *
   * @default 23
   */
  readonly istioDSCPMark?: number | string;
  /**
   * Ranges of node ports, such as `30000:32767`. Used where kube-proxy runs in IPVS mode.
   *
   * @default "30000:32767"
   */
  readonly kubeNodePortRanges?: (number | string)[];
  /**
   * Time after the move of a virtual machine during which its route stays preferred.
   *
   * @default - 30s
   */
  readonly liveMigrationRouteConvergenceTime?: string;
  /**
   * How often a `Log` rule logs, as `10/second`, `100/hour` and the like (also `minute`, `day`).
   *
   * @default - no limit
   */
  readonly logActionRateLimit?: string;
  /**
   * Log lines that may come at once before `logActionRateLimit` holds.
   *
   * @default 5
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
   * @default "/var/log/calico/felix.log"
   */
  readonly logFilePath?: string;
  /**
   * Text that begins the lines of `Log` rules. `%t` is the tier, `%k` the kind, `%n` the policy's name and `%p` its namespace and name;
   * iptables keeps 29 characters.
   *
   * @default "calico-packet"
   */
  readonly logPrefix?: string;
  /**
   * Least severity that is logged to the file, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default "Info"
   */
  readonly logSeverityFile?: string;
  /**
   * Least severity that is logged to standard output, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default "Info"
   */
  readonly logSeverityScreen?: string;
  /**
   * Least severity that is logged to syslog, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default "Info"
   */
  readonly logSeveritySys?: string;
  /**
   * Most addresses that an IP set holds. Not for nftables.
   *
   * @default 1048576
   */
  readonly maxIpsetSize?: number;
  /**
   * Address of the server of cloud-init data, or `None`. OpenStack only.
   *
   * @default "127.0.0.1"
   */
  readonly metadataAddr?: string;
  /**
   * Port of the server of cloud-init data. OpenStack only.
   *
   * @default 8775
   */
  readonly metadataPort?: number;
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
  readonly natOutgoingAddress?: string;
  /**
   * Which destinations packets of a pool with `natOutgoing` reach under their own address: `IPPoolsOnly`, or `IPPoolsAndHostIPs` (the
   * cluster's hosts too).
   *
   * @default "IPPoolsOnly"
   */
  readonly natOutgoingExclusions?: string;
  /**
   * Range of source ports of packets that leave a pool with `natOutgoing`, such as `32768:60999`.
   *
   * @default - the kernel chooses
   */
  readonly natPortRange?: number | string;
  /**
   * Time that the kernel has to answer.
   *
   * @default - 10s
   */
  readonly netlinkTimeout?: string;
  /**
   * What an allowed packet does in the filter table, `Accept`, or `Return` to go on with rules of others.
   *
   * @default "Accept"
   */
  readonly nftablesFilterAllowAction?: string;
  /**
   * What a denied packet gets, `Drop` (nothing) or `Reject` (an answer).
   *
   * @default "Drop"
   */
  readonly nftablesFilterDenyAction?: string;
  /**
   * What a packet does in the mangle table that pre-DNAT policy allowed, `Accept`, or `Return` to go on with rules of others.
   *
   * @default "Accept"
   */
  readonly nftablesMangleAllowAction?: string;
  /**
   * Bits of the packet mark that Calico may use, at least 8 that nobody else does.
   *
   * @default - 4294901760 (0xffff0000)
   */
  readonly nftablesMarkMask?: number;
  /**
   * Whether Felix uses nftables, `Enabled`, `Disabled` or `Auto` (as kube-proxy does).
   *
   * @default "Auto"
   */
  readonly nftablesMode?: string;
  /**
   * Time between comparisons of nftables with what they should be, such as `180s`; 0 for none.
   *
   * @default - 180s
   */
  readonly nftablesRefreshInterval?: string;
  /**
   * Selector over the labels of nodes that the settings are for. Not for `default` and `node.` names; where several match a node, the oldest
   * counts.
   *
   * @default - none
   */
  readonly nodeSelector?: string;
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
   * @default "Disabled"
   */
  readonly programClusterRoutes?: string;
  /**
   * With true, the metrics hold those of the Go runtime.
   *
   * @default true
   */
  readonly prometheusGoMetricsEnabled?: boolean;
  /**
   * Path of the CA certificate that clients of the metrics need to be signed by.
   *
   * @default - none
   */
  readonly prometheusMetricsCAFile?: string;
  /**
   * Path of the certificate of the metrics server; with it, the server speaks TLS.
   *
   * @default - none
   */
  readonly prometheusMetricsCertFile?: string;
  /**
   * How certificates of clients are judged: `RequireAndVerifyClientCert`, `RequireAnyClientCert`, `VerifyClientCertIfGiven` or `NoClientCert`.
   *
   * @default "RequireAndVerifyClientCert"
   */
  readonly prometheusMetricsClientAuth?: string;
  /**
   * With true, Felix serves metrics for Prometheus.
   *
   * @default false
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
   * @default 9091
   */
  readonly prometheusMetricsPort?: number;
  /**
   * With true, the metrics hold those of the process.
   *
   * @default true
   */
  readonly prometheusProcessMetricsEnabled?: boolean;
  /**
   * With true, the metrics hold those of WireGuard.
   *
   * @default true
   */
  readonly prometheusWireGuardMetricsEnabled?: boolean;
  /**
   * With true, Felix removes routes to pods' interfaces that it didn't make.
   *
   * @default true
   */
  readonly removeExternalRoutes?: boolean;
  /**
   * Time between reports of Felix's state to the datastore; 0 for none.
   *
   * @default - 30s
   */
  readonly reportingInterval?: string;
  /**
   * Time that a report of Felix's state holds.
   *
   * @default - 90s
   */
  readonly reportingTTL?: string;
  /**
   * With true, Felix doesn't start without the file that gives the MTU.
   *
   * @default false
   */
  readonly requireMTUFile?: boolean;
  /**
   * Time between comparisons of routes with what they should be, such as `90s`; 0 for none.
   *
   * @default - 90s
   */
  readonly routeRefreshInterval?: string;
  /**
   * Where Felix learns of routes, `CalicoIPAM` or `WorkloadIPs`.
   *
   * @default "CalicoIPAM"
   */
  readonly routeSource?: string;
  /**
   * With true, Felix leaves all routes alone and only enforces policy.
   *
   * @default false
   */
  readonly routeSyncDisabled?: boolean;
  /**
   * Superseded by `routeTableRanges`. Routing tables that Calico may use.
   *
   * @default - 1 to 250
   */
  readonly routeTableRange?: RouteTableRangeSpec;
  /**
   * Routing tables that Calico may use.
   *
   * @default - 1 to 250
   */
  readonly routeTableRanges?: RouteTableRangeSpec[];
  /**
   * What happens to packets for advertised Service addresses that nobody serves, `Drop`, `Reject` or `Disabled` (they may go round in
   * circles).
   *
   * @default "Drop"
   */
  readonly serviceLoopPrevention?: string;
  /**
   * With true, packets between a pod and its sidecar take a shorter way. An experiment.
   *
   * @default false
   */
  readonly sidecarAccelerationEnabled?: boolean;
  /**
   * With true, Calico's version and the size of the cluster are sent to projectcalico.org, without names.
   *
   * @default true
   */
  readonly usageReportingEnabled?: boolean;
  /**
   * Time before the first such report.
   *
   * @default - 300s
   */
  readonly usageReportingInitialDelay?: string;
  /**
   * Time between such reports.
   *
   * @default - 86400s
   */
  readonly usageReportingInterval?: string;
  /**
   * With true, Felix programs the kernel itself; with false, `dataplaneDriver` does.
   *
   * @default true
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
   * @default 0
   */
  readonly vxlanMTU?: number;
  /**
   * MTU of the IPv6 VXLAN device; 0 to find it.
   *
   * @default 0
   */
  readonly vxlanMTUV6?: number;
  /**
   * UDP port of VXLAN.
   *
   * @default 4789
   */
  readonly vxlanPort?: number;
  /**
   * Network identifier of VXLAN.
   *
   * @default 4096
   */
  readonly vxlanVNI?: number;
  /**
   * Whether Felix opens its metrics ports in the firewall of Windows, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly windowsManageFirewallRules?: string;
  /**
   * With true, IPv4 packets between nodes are encrypted with WireGuard.
   *
   * @default false
   */
  readonly wireguardEnabled?: boolean;
  /**
   * With true, IPv6 packets between nodes are encrypted with WireGuard.
   *
   * @default false
   */
  readonly wireguardEnabledV6?: boolean;
  /**
   * With true, packets between the hosts themselves are encrypted too.
   *
   * @default false
   */
  readonly wireguardHostEncryptionEnabled?: boolean;
  /**
   * Name of the IPv4 WireGuard device.
   *
   * @default "wireguard.cali"
   */
  readonly wireguardInterfaceName?: string;
  /**
   * Name of the IPv6 WireGuard device.
   *
   * @default "wg-v6.cali"
   */
  readonly wireguardInterfaceNameV6?: string;
  /**
   * Time between WireGuard's keepalive packets; 0 for none.
   *
   * @default 0
   */
  readonly wireguardKeepAlive?: string;
  /**
   * UDP port of IPv4 WireGuard.
   *
   * @default 51820
   */
  readonly wireguardListeningPort?: number;
  /**
   * UDP port of IPv6 WireGuard.
   *
   * @default 51821
   */
  readonly wireguardListeningPortV6?: number;
  /**
   * MTU of the IPv4 WireGuard device; 0 to find it.
   *
   * @default 0
   */
  readonly wireguardMTU?: number;
  /**
   * MTU of the IPv6 WireGuard device; 0 to find it.
   *
   * @default 0
   */
  readonly wireguardMTUV6?: number;
  /**
   * Priority of the routing rule for WireGuard.
   *
   * @default 99
   */
  readonly wireguardRoutingRulePriority?: number;
  /**
   * With true, WireGuard uses several threads, which helps where one CPU is the limit. Some kernels hang with it.
   *
   * @default false
   */
  readonly wireguardThreadingEnabled?: boolean;
  /**
   * Whether pods may ask, by annotation, to send from addresses that aren't theirs: `Disabled` or `Any`.
   *
   * @default "Disabled"
   */
  readonly workloadSourceSpoofing?: string;
  /**
   * With true, untracked policies that deny use XDP where they can.
   *
   * @default true
   */
  readonly xdpEnabled?: boolean;
  /**
   * Time between comparisons of XDP programs with what they should be, such as `90s`; 0 for none.
   *
   * @default - 90s
   */
  readonly xdpRefreshInterval?: string;
}

/**
 * A range of routing tables of the kernel.
 */
export interface RouteTableRangeSpec {
  /**
   * Last table.
   */
  readonly max: number;
  /**
   * First table.
   */
  readonly min: number;
}

/**
 * Time that a part of Felix has.
 */
export interface HealthTimeoutOverrideSpec {
  /**
   * Name of the part, as Felix's log has it.
   */
  readonly name: string;
  /**
   * The time, such as `90s`; 0 for no limit.
   */
  readonly timeout: string;
}

/**
 * A port that stays open.
 */
export interface FailsafePortSpec {
  /**
   * CIDR of the other end.
   *
   * @default - any address
   */
  readonly net?: string;
  /**
   * Port number.
   */
  readonly port: number;
  /**
   * Protocol, `TCP`, `UDP` or `SCTP`.
   *
   * @default "TCP"
   */
  readonly protocol?: string;
}

/**
 * Times after which entries of the eBPF connection table end.
 */
export interface BpfConntrackTimeoutsSpec {
  /**
   * Time for which a new entry stays whatever happens, such as `10s`, or `Auto` for the kernel's own.
   *
   * @default - 10s
   */
  readonly creationGracePeriod?: string;
  /**
   * Time for which other protocols may be silent, such as `10m`, or `Auto` for the kernel's own.
   *
   * @default - 10m
   */
  readonly genericTimeout?: string;
  /**
   * Time for which ICMP may be silent, such as `5s`, or `Auto` for the kernel's own.
   *
   * @default - 5s
   */
  readonly icmpTimeout?: string;
  /**
   * Time for which an established TCP connection may be silent, such as `1h`, or `Auto` for the kernel's own.
   *
   * @default - 1h
   */
  readonly tcpEstablished?: string;
  /**
   * Time after both ends closed a TCP connection, such as `30s`, or `Auto` for the kernel's own.
   *
   * @default "Auto"
   */
  readonly tcpFinsSeen?: string;
  /**
   * Time after a TCP connection was reset, such as `40s`, or `Auto` for the kernel's own.
   *
   * @default - 40s
   */
  readonly tcpResetSeen?: string;
  /**
   * Time that a TCP connection has to be answered, such as `20s`, or `Auto` for the kernel's own.
   *
   * @default - 20s
   */
  readonly tcpSynSent?: string;
  /**
   * Time for which UDP may be silent, such as `60s`, or `Auto` for the kernel's own.
   *
   * @default - 60s
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
   * The settings.
   */
  readonly spec: FelixConfigurationSpec;
}

/**
 * Settings of Felix, the agent on each node. The one named `default` holds for all nodes; one named `node.` and a node's name overrides it
 * there; others need a `nodeSelector`.
 *
 * The manifest's fields as they are, without checks; `FelixConfiguration` is more comfortable where it exists.
 */
export class FelixConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'FelixConfiguration' };

  constructor(scope: Construct, id: string, props: FelixConfigurationResourceProps) {
    super(scope, id, { ...FelixConfigurationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
