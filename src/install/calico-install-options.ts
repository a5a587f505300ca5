import { k8s } from 'cdk8s-plus-27';
import { DataPlane } from './data-plane';
import { Encapsulation } from './encapsulation';
import { InstallImages } from './install-images';
import { InstallMetrics } from './install-metrics';
import { InstallPool } from './install-pool';
import { InstallResources } from './install-resources';
import { Mtu } from './mtu';
import { NodeAddressDetection } from './node-address-detection';
import { Platform } from './platform';
import { FelixSettings } from '../constructs/felix-settings.generated';
import { Cidr } from '../values/cidr';
import { LogSeverity } from '../values/log-severity';

/**
 * What Calico is to be, whichever way it is installed.
 */
export interface CalicoInstallOptions {
  /** Where the cluster runs: changes the defaults of the other options. @default Platform.GENERIC */
  readonly platform?: Platform;

  /**
   * The pools that the install makes. IPv6 pools give pods IPv6; both families, both.
   *
   * @default - the platform's; without one, Calico takes kubeadm's `podSubnet`, or else 192.168.0.0/16
   */
  readonly pools?: InstallPool[];

  /** What packets between pods of pools without a mode of their own are put into. @default - the platform's; IP in IP for a generic one */
  readonly encapsulation?: Encapsulation;

  /** Whether nodes tell each other by BGP where pods are. IP in IP and no encapsulation need it. @default - the platform's; true for a generic one */
  readonly bgp?: boolean;

  /** What programs the kernel. @default DataPlane.IPTABLES */
  readonly dataPlane?: DataPlane;

  /** How the IPv4 address of a node is found. @default - the platform's; otherwise the first one found */
  readonly ipv4Detection?: NodeAddressDetection;

  /** How the IPv6 address of a node is found, where there are IPv6 pools. @default - the first one found */
  readonly ipv6Detection?: NodeAddressDetection;

  /** The size of packets that pods send. @default Mtu.auto() */
  readonly mtu?: Mtu;

  /**
   * Encrypt what pods of different nodes say to each other, with WireGuard, in the families of the pools. UDP ports 51820 (IPv4) and 51821
   * (IPv6) must pass the underlay.
   *
   * @default false
   */
  readonly wireguard?: boolean;

  /** Settings of Felix: makes the FelixConfiguration `default`, in the last phase. @default - Calico's */
  readonly felix?: FelixSettings;

  /** The least severity that nodes log: Felix, and the CNI plugin. @default - Calico's: Info */
  readonly logSeverity?: LogSeverity;

  /** What serves metrics. @default - nothing */
  readonly metrics?: InstallMetrics;

  /** Where the images come from. @default - quay.io, by tag */
  readonly images?: InstallImages;

  /** Use the images that are built for FIPS 140-2. The cluster has to be compliant itself. @default false */
  readonly fips?: boolean;

  /** Further taints that Calico's Deployments tolerate. @default - control plane nodes only */
  readonly controlPlaneTolerations?: k8s.Toleration[];

  /** Further labels of the nodes that Calico's Deployments run on. @default - any Linux node */
  readonly controlPlaneNodeSelector?: { readonly [label: string]: string };

  /** CPU and memory of the components. @default - Calico's */
  readonly resources?: InstallResources;

  /** Let containers forward packets, as those that route or run a VPN need. @default - the platform's: true for k3s, otherwise false */
  readonly containerIpForwarding?: boolean;

  /**
   * The networks that the cluster has for pods: kubeadm's `podSubnet`, the `clusterCIDR` of kube-proxy, OpenShift's `clusterNetwork`. Pools outside
   * of them are reported (`install/pool-outside-pod-cidrs`). Recorded as an annotation.
   *
   * @default - not declared
   */
  readonly podCidrs?: Cidr[];
}
