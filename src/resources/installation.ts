// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { CalicoNodeOverridesSpec, CalicoNodeWindowsOverridesSpec, ComponentOverridesSpec, TyphaOverridesSpec } from './component-overrides';
import { plainValues } from './plain-values';

/**
 * What to install.
 */
export interface InstallationSpec {
  /**
   * Settings for Azure.
   *
   * @default - none
   */
  readonly azure?: AzureSpec;
  /**
   * Changes to the Deployment calico-kube-controllers. Its containers are `calico-kube-controllers` and `es-calico-kube-controllers`.
   *
   * @default - none
   */
  readonly calicoKubeControllersDeployment?: ComponentOverridesSpec;
  /**
   * How pods are networked.
   *
   * @default - as provider and CNI plugin need it
   */
  readonly calicoNetwork?: CalicoNetworkSpec;
  /**
   * Changes to the DaemonSet calico-node. Its container is `calico-node`; its init containers are `install-cni`, `hostpath-init`,
   * `flexvol-driver`, `ebpf-bootstrap`, `node-certs-key-cert-provisioner`, `calico-node-prometheus-server-tls-key-cert-provisioner` and
   * `mount-bpffs`.
   *
   * @default - none
   */
  readonly calicoNodeDaemonSet?: CalicoNodeOverridesSpec;
  /**
   * Changes to the DaemonSet calico-node-windows. Its containers are `calico-node-windows`, `node`, `felix` and `confd`; its init containers
   * are `install-cni`, `hostpath-init`, `flexvol-driver`, `node-certs-key-cert-provisioner` and
   * `calico-node-windows-prometheus-server-tls-key-cert-provisioner`.
   *
   * @default - none
   */
  readonly calicoNodeWindowsDaemonSet?: CalicoNodeWindowsOverridesSpec;
  /**
   * Has no effect any more. Changes to a DaemonSet of older versions, with the container `calico-windows-upgrade`.
   *
   * @default - none
   */
  readonly calicoWindowsUpgradeDaemonSet?: ComponentOverridesSpec;
  /**
   * Certificates by signing requests to Kubernetes. Without somebody who signs them, pods don't start.
   *
   * @default - the operator makes them itself
   */
  readonly certificateManagement?: CertificateManagementSpec;
  /**
   * The CNI plugin.
   *
   * @default - as the provider has it
   */
  readonly cni?: CniSpec;
  /**
   * Superseded by the fields of the components. CPU and memory of components.
   *
   * @default - none
   */
  readonly componentResources?: ComponentResourceSpec[];
  /**
   * Labels of the nodes on which Deployments run.
   *
   * @default - any node
   */
  readonly controlPlaneNodeSelector?: { [key: string]: string };
  /**
   * Replicas of each Deployment that can have several.
   *
   * @default 2
   */
  readonly controlPlaneReplicas?: number;
  /**
   * Tolerations of all pods of Calico.
   *
   * @default - none besides the components' own
   */
  readonly controlPlaneTolerations?: k8s.Toleration[];
  /**
   * Changes to the DaemonSet csi-node-driver. Its containers are `calico-csi`, `csi-node-driver-registrar` and `csi-node-driver`.
   *
   * @default - none
   */
  readonly csiNodeDriverDaemonSet?: ComponentOverridesSpec;
  /**
   * Whether only cryptography validated for FIPS 140-2 is used, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly fipsMode?: string;
  /**
   * Folder of FlexVolume drivers on the hosts; `None` for no driver.
   *
   * @default - as the provider has it
   */
  readonly flexVolumePath?: string;
  /**
   * Path of the images inside the registry, for mirrors; `UseDefault` for the usual one.
   *
   * @default - the usual one
   */
  readonly imagePath?: string;
  /**
   * Text in front of the images' names, for mirrors; `UseDefault` for none.
   *
   * @default - none
   */
  readonly imagePrefix?: string;
  /**
   * Secrets in the operator's namespace with which images are pulled.
   *
   * @default - none
   */
  readonly imagePullSecrets?: k8s.LocalObjectReference[];
  /**
   * Folder of the kubelet on the hosts, for the CSI driver; `None` for no driver.
   *
   * @default "/var/lib/kubelet"
   */
  readonly kubeletVolumePluginPath?: string;
  /**
   * The platform, `EKS`, `GKE`, `AKS`, `OpenShift`, `DockerEnterprise`, `RKE2`, `TKG` or `Kind`.
   *
   * @default - found by the operator
   */
  readonly kubernetesProvider?: string;
  /**
   * What components log.
   *
   * @default - all at their defaults
   */
  readonly logging?: InstallationLoggingSpec;
  /**
   * TCP port of calico-node for Prometheus metrics. Wins over FelixConfiguration.
   *
   * @default - as FelixConfiguration has it
   */
  readonly nodeMetricsPort?: number;
  /**
   * How the DaemonSet calico-node is updated.
   *
   * @default - one node after another
   */
  readonly nodeUpdateStrategy?: k8s.DaemonSetUpdateStrategy;
  /**
   * Whether calico-node runs without privileges where it can, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly nonPrivileged?: string;
  /**
   * Proxy that components use.
   *
   * @default - none
   */
  readonly proxy?: ProxySpec;
  /**
   * Registry of all images, with a slash at its end, for mirrors; `UseDefault` for the usual ones.
   *
   * @default - the usual ones
   */
  readonly registry?: string;
  /**
   * Ranges of Service addresses. Needed for Windows nodes.
   *
   * @default - none
   */
  readonly serviceCIDRs?: string[];
  /**
   * Cipher suites for TLS, best first.
   *
   * @default - as Go has them
   */
  readonly tlsCipherSuites?: TlsCipherSuiteSpec[];
  /**
   * Superseded by `typhaDeployment`. Nodes that Typha prefers or needs.
   *
   * @default - none
   */
  readonly typhaAffinity?: TyphaAffinitySpec;
  /**
   * Changes to the Deployment calico-typha. Its container is `calico-typha`; its init container is `typha-certs-key-cert-provisioner`.
   *
   * @default - none
   */
  readonly typhaDeployment?: TyphaOverridesSpec;
  /**
   * TCP port of Typha for Prometheus metrics.
   *
   * @default - none are served
   */
  readonly typhaMetricsPort?: number;
  /**
   * What to install, `Calico` or `TigeraSecureEnterprise`.
   *
   * @default "Calico"
   */
  readonly variant?: string;
  /**
   * Settings of Windows nodes.
   *
   * @default - all at their defaults
   */
  readonly windowsNodes?: WindowsNodeSpec;
}

/**
 * Settings of Windows nodes.
 */
export interface WindowsNodeSpec {
  /**
   * Folder of plugins on the hosts.
   *
   * @default "/opt/cni/bin"
   */
  readonly cniBinDir?: string;
  /**
   * Folder of their configuration on the hosts.
   *
   * @default "/etc/cni/net.d"
   */
  readonly cniConfigDir?: string;
  /**
   * Folder of their logs on the hosts.
   *
   * @default "/var/log/calico/cni"
   */
  readonly cniLogDir?: string;
  /**
   * Network adapter for VXLAN.
   *
   * @default - the first one
   */
  readonly vxlanAdapter?: string;
  /**
   * First two bytes of the MAC addresses of VXLAN, such as `0E-2A`.
   *
   * @default "0E-2A"
   */
  readonly vxlanMACPrefix?: string;
}

/**
 * Superseded by `typhaDeployment`. Nodes that Typha prefers or needs.
 */
export interface TyphaAffinitySpec {
  /**
   * Nodes that Typha prefers or needs. Where none fits, Typha doesn't run.
   *
   * @default - none
   */
  readonly nodeAffinity?: k8s.NodeAffinity;
}

/**
 * One cipher suite.
 */
export interface TlsCipherSuiteSpec {
  /**
   * Name of the suite: `TLS_AES_256_GCM_SHA384`, `TLS_CHACHA20_POLY1305_SHA256`, `TLS_AES_128_GCM_SHA256`,
   * `TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384`, `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384`, `TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256`,
   * `TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256`, `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256`, `TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256`,
   * `TLS_RSA_WITH_AES_256_GCM_SHA384`, `TLS_RSA_WITH_AES_128_GCM_SHA256`, `TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA`,
   * `TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA` or `TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA`.
   *
   * @default - none
   */
  readonly name?: string;
}

/**
 * Proxy that components use.
 */
export interface ProxySpec {
  /**
   * Proxy for HTTP.
   *
   * @default - none
   */
  readonly httpProxy?: string;
  /**
   * Proxy for HTTPS.
   *
   * @default - none
   */
  readonly httpsProxy?: string;
  /**
   * Hosts and CIDRs that are reached without it, with commas between them.
   *
   * @default - none
   */
  readonly noProxy?: string;
}

/**
 * What components log.
 */
export interface InstallationLoggingSpec {
  /**
   * What the CNI plugin logs.
   *
   * @default - all at its defaults
   */
  readonly cni?: CniLoggingSpec;
}

/**
 * What the CNI plugin logs.
 */
export interface CniLoggingSpec {
  /**
   * Days that files are kept.
   *
   * @default 30
   */
  readonly logFileMaxAgeDays?: number;
  /**
   * Number of files that are kept.
   *
   * @default 10
   */
  readonly logFileMaxCount?: number;
  /**
   * Size at which a new file begins, such as `100Mi`.
   *
   * @default "100Mi"
   */
  readonly logFileMaxSize?: number | string;
  /**
   * Least severity that is logged, `Error`, `Warning`, `Info` or `Debug`.
   *
   * @default "Info"
   */
  readonly logSeverity?: string;
}

/**
 * CPU and memory of one component.
 */
export interface ComponentResourceSpec {
  /**
   * The component, `Node`, `Typha`, `KubeControllers`, `NodeWindows`, `FelixWindows` or `ConfdWindows`.
   */
  readonly componentName: string;
  /**
   * CPU and memory.
   */
  readonly resourceRequirements: k8s.ResourceRequirements;
}

/**
 * The CNI plugin.
 */
export interface CniSpec {
  /**
   * Folder of plugins on the hosts.
   *
   * @default - `/opt/cni/bin`, or as the provider has it
   */
  readonly binDir?: string;
  /**
   * Folder of their configuration on the hosts.
   *
   * @default - `/etc/cni/net.d`, or as the provider has it
   */
  readonly confDir?: string;
  /**
   * Who gives addresses.
   *
   * @default - as the plugin has it
   */
  readonly ipam?: CniIpamSpec;
  /**
   * The plugin, `Calico`, `GKE`, `AmazonVPC` or `AzureVNET`.
   */
  readonly type: string;
}

/**
 * Who gives addresses.
 */
export interface CniIpamSpec {
  /**
   * Who gives addresses, `Calico`, `HostLocal`, `AmazonVPC` or `AzureVNET`.
   */
  readonly type: string;
}

/**
 * Certificates by signing requests to Kubernetes. Without somebody who signs them, pods don't start.
 */
export interface CertificateManagementSpec {
  /**
   * Certificate of the authority in PEM, encoded in base64.
   */
  readonly caCert: string;
  /**
   * Algorithm of keys, `RSAWithSize2048`, `RSAWithSize4096`, `RSAWithSize8192`, `ECDSAWithCurve256`, `ECDSAWithCurve384` or
   * `ECDSAWithCurve521`.
   *
   * @default "RSAWithSize2048"
   */
  readonly keyAlgorithm?: string;
  /**
   * Algorithm of signatures, `SHA256WithRSA`, `SHA384WithRSA`, `SHA512WithRSA`, `ECDSAWithSHA256`, `ECDSAWithSHA384` or `ECDSAWithSHA512`.
   *
   * @default "SHA256WithRSA"
   */
  readonly signatureAlgorithm?: string;
  /**
   * Name of the signer, such as `example.com/signer`.
   */
  readonly signerName: string;
}

/**
 * How pods are networked.
 */
export interface CalicoNetworkSpec {
  /**
   * Whether nodes speak BGP, `Enabled` or `Disabled`.
   *
   * @default - `Enabled` with Calico's CNI plugin, otherwise `Disabled`
   */
  readonly bgp?: string;
  /**
   * Whether the operator finds the API server's own addresses for the eBPF data plane, `Enabled` or `Disabled` (a ConfigMap has to give them).
   *
   * @default "Disabled"
   */
  readonly bpfNetworkBootstrap?: string;
  /**
   * Who makes the routes between nodes, `BIRD` or `Felix`.
   *
   * @default "BIRD"
   */
  readonly clusterRoutingMode?: string;
  /**
   * Whether pods may forward packets, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly containerIPForwarding?: string;
  /**
   * Whether pods may have ports of the host, `Enabled` or `Disabled`. Calico's CNI plugin only.
   *
   * @default "Enabled"
   */
  readonly hostPorts?: string;
  /**
   * Pools to make and keep, 25 at most.
   *
   * @default - one pool, as provider and CNI plugin need it
   */
  readonly ipPools?: InstallationIpPoolSpec[];
  /**
   * Whether the operator switches kube-proxy off for the eBPF data plane, `Enabled` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly kubeProxyManagement?: string;
  /**
   * Data plane of Linux nodes, `Iptables`, `BPF`, `VPP` or `Nftables`.
   *
   * @default "Iptables"
   */
  readonly linuxDataplane?: string;
  /**
   * Seconds that a pod waits at most for its policies before it starts; 0 for no wait.
   *
   * @default 0
   */
  readonly linuxPolicySetupTimeoutSeconds?: number;
  /**
   * MTU of pods.
   *
   * @default - found by Calico
   */
  readonly mtu?: number;
  /**
   * Who gives pods further interfaces, `None` or `Multus`.
   *
   * @default "None"
   */
  readonly multiInterfaceMode?: string;
  /**
   * How a node's IPv4 address is found.
   *
   * @default - the first one
   */
  readonly nodeAddressAutodetectionV4?: NodeAddressAutodetectionSpec;
  /**
   * How a node's IPv6 address is found.
   *
   * @default - none is looked for
   */
  readonly nodeAddressAutodetectionV6?: NodeAddressAutodetectionSpec;
  /**
   * Kernel settings of pods.
   *
   * @default - none
   */
  readonly sysctl?: SysctlSpec[];
  /**
   * Data plane of Windows nodes, `HNS` or `Disabled`.
   *
   * @default "Disabled"
   */
  readonly windowsDataplane?: string;
}

/**
 * One kernel setting.
 */
export interface SysctlSpec {
  /**
   * Name, `net.ipv4.tcp_keepalive_intvl`, `net.ipv4.tcp_keepalive_probes` or `net.ipv4.tcp_keepalive_time`.
   */
  readonly key: string;
  /**
   * Value.
   */
  readonly value: string;
}

/**
 * How a node's IPv4 address is found.
 */
export interface NodeAddressAutodetectionSpec {
  /**
   * Address or name; the node's address is the one from which it is reached.
   *
   * @default - not this way
   */
  readonly canReach?: string;
  /**
   * CIDRs, one of which has to hold the address.
   *
   * @default - not this way
   */
  readonly cidrs?: string[];
  /**
   * With true, the first address of the first interface that isn't a local one.
   *
   * @default false
   */
  readonly firstFound?: boolean;
  /**
   * Regular expression over interfaces, with commas between several.
   *
   * @default - not this way
   */
  readonly interface?: string;
  /**
   * Take the address from the Kubernetes node; `NodeInternalIP` is the one choice.
   *
   * @default - not this way
   */
  readonly kubernetes?: string;
  /**
   * Regular expression over interfaces that don't count.
   *
   * @default - not this way
   */
  readonly skipInterface?: string;
}

/**
 * A pool that the operator makes and keeps.
 */
export interface InstallationIpPoolSpec {
  /**
   * What the addresses are for, `Workload`, `Tunnel` or `LoadBalancer`.
   *
   * @default - `Workload` and `Tunnel`
   */
  readonly allowedUses?: string[];
  /**
   * Whether addresses are given to all, `Automatic`, or on demand, `Manual`.
   *
   * @default "Automatic"
   */
  readonly assignmentMode?: string;
  /**
   * Prefix length of the blocks that nodes take.
   *
   * @default - 26 for IPv4, 122 for IPv6
   */
  readonly blockSize?: number;
  /**
   * The range.
   */
  readonly cidr: string;
  /**
   * With true, routes to the pool's blocks aren't sent to BGP peers.
   *
   * @default false
   */
  readonly disableBGPExport?: boolean;
  /**
   * With true, no new addresses are given.
   *
   * @default false
   */
  readonly disableNewAllocations?: boolean;
  /**
   * How packets travel between nodes, `IPIPCrossSubnet`, `IPIP`, `VXLAN`, `VXLANCrossSubnet` or `None`.
   *
   * @default - `IPIP` for IPv4, `None` for IPv6
   */
  readonly encapsulation?: string;
  /**
   * Name of the IPPool.
   *
   * @default - made of the range
   */
  readonly name?: string;
  /**
   * Whether packets to addresses outside all pools leave with the node's address, `Enabled` or `Disabled`.
   *
   * @default "Enabled"
   */
  readonly natOutgoing?: string;
  /**
   * Selector over the labels of nodes that take addresses, in Calico's language.
   *
   * @default "all()"
   */
  readonly nodeSelector?: string;
}

/**
 * Settings for Azure.
 */
export interface AzureSpec {
  /**
   * Who labels Azure's own namespaces for policies, `Default` (the operator) or `Manual`.
   *
   * @default "Default"
   */
  readonly policyMode?: string;
}

/**
 * Properties of `InstallationResource`.
 */
export interface InstallationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * What to install.
   *
   * @default - everything at its default
   */
  readonly spec?: InstallationSpec;
}

/**
 * Calico as the operator installs it. The one named `default` is the installation; one named `overlay` is merged over it.
 *
 * The manifest's fields as they are, without checks; `Installation` is more comfortable where it exists.
 */
export class InstallationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'operator.tigera.io/v1', kind: 'Installation' };

  constructor(scope: Construct, id: string, props: InstallationResourceProps = {}) {
    super(scope, id, { ...InstallationResource.GVK, ...props, spec: plainValues(props.spec) });
    dropChartNamespace(this, props.metadata);
  }
}
