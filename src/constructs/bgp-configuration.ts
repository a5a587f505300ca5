import { ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { CLUSTER_WIDE, configurationMetadata, nodeMetadata } from './configuration-metadata';
import { BgpPasswordSpec } from '../resources';
import { AsNumber } from '../values/as-number';
import { BgpCommunity } from '../values/bgp-community';
import { routePriority } from '../values/bgp-filter-operation';
import { BgpBindMode } from '../values/bgp-modes';
import { Cidr } from '../values/cidr';
import { goDuration } from '../values/go-duration';
import { IpAddress } from '../values/ip-address';
import { IpFamily } from '../values/ip-family';
import { LogSeverity } from '../values/log-severity';
import { Port } from '../values/port';
import { portNumber } from '../values/port-number';
import { Toggle } from '../values/toggle';
import { withoutUndefined } from '../values/without-undefined';

/**
 * A BGP community under a name.
 */
export interface NamedCommunity {
  /** The name: lower case letters, digits, dashes and dots. */
  readonly name: string;

  /** The community itself; no name. */
  readonly value: BgpCommunity;
}

/**
 * Communities for the routes to a prefix.
 */
export interface PrefixAdvertisement {
  /** The prefix. */
  readonly cidr: Cidr;

  /** Communities to add: values, or names that `communities` of the same object define. */
  readonly communities: BgpCommunity[];
}

/**
 * Properties of a `BgpConfiguration`.
 */
export interface BgpConfigurationProps {
  /**
   * Name, labels and annotations: `default` holds for the cluster, `BgpConfiguration.forNode` for one node.
   *
   * @default - named `default`
   */
  readonly metadata?: ApiObjectMetadata;

  /** AS number of nodes that have none of their own. Only in `default`. @default - Calico's: 64512 */
  readonly asNumber?: AsNumber;

  /** Addresses on which a node listens for BGP. @default - Calico's: BgpBindMode.NONE */
  readonly bindMode?: BgpBindMode;

  /** Names for communities, for use in `prefixAdvertisements`. @default - none; see `addCommunity` */
  readonly communities?: NamedCommunity[];

  /**
   * Interfaces whose routes are not read, at most 15 characters each; `*` stands for any text.
   *
   * @default - none besides those of pods and `kube-ipvs*`
   */
  readonly ignoredInterfaces?: string[];

  /** Metric of the routes that Felix makes for IPv4 pods, 1 to 2147483646: the same as Felix's setting. @default - Calico's: 1024 */
  readonly ipv4NormalRoutePriority?: number;

  /** Metric of the routes that Felix makes for IPv6 pods, 1 to 2147483646: the same as Felix's setting. @default - Calico's: 1024 */
  readonly ipv6NormalRoutePriority?: number;

  /** TCP port on which nodes listen for BGP. @default - Calico's: 179 */
  readonly listenPort?: Port;

  /** IPv4 address, best a link-local one, at which a node's own workloads reach it for BGP. @default - none */
  readonly localWorkloadPeeringIpV4?: IpAddress;

  /** IPv6 address, best a link-local one, at which a node's own workloads reach it for BGP. @default - none */
  readonly localWorkloadPeeringIpV6?: IpAddress;

  /** Least severity that is logged. @default - Calico's: LogSeverity.INFO */
  readonly logSeverityScreen?: LogSeverity;

  /** Time that a restarting neighbour of the mesh keeps its routes. Only in `default` and with the mesh. @default - BIRD's: 120s */
  readonly nodeMeshMaxRestartTime?: Duration;

  /** Password of all sessions of the mesh, by the key of a Secret in calico-node's namespace. Only in `default` and with the mesh. @default - none */
  readonly nodeMeshPassword?: BgpPasswordSpec;

  /** Whether every node peers with every other. Only in `default`. @default - Calico's: true */
  readonly nodeToNodeMeshEnabled?: boolean;

  /** Communities to add to routes, by prefix. @default - none; see `addPrefixAdvertisement` */
  readonly prefixAdvertisements?: PrefixAdvertisement[];

  /**
   * Whether BIRD makes the routes to pods on other nodes for pools without VXLAN. If not, Felix has to, by its setting of the same name.
   *
   * @default - Calico's: Toggle.ENABLED
   */
  readonly programClusterRoutes?: Toggle;

  /**
   * Cluster addresses of Services to advertise: as these blocks, and one by one for Services with a local traffic policy. Only in `default`.
   *
   * @default - none; see `addServiceClusterIps`
   */
  readonly serviceClusterIps?: Cidr[];

  /**
   * Blocks whose addresses are advertised where a Service has them as external addresses. Only in `default`.
   *
   * @default - none; see `addServiceExternalIps`
   */
  readonly serviceExternalIps?: Cidr[];

  /**
   * Whether load balancer addresses are advertised as whole blocks. If not, one by one: the route of a failed Service goes away.
   *
   * @default - Calico's: Toggle.ENABLED
   */
  readonly serviceLoadBalancerAggregation?: Toggle;

  /**
   * Blocks whose addresses are advertised where a Service has them as load balancer addresses. Only in `default`.
   *
   * @default - none; see `addServiceLoadBalancerIps`
   */
  readonly serviceLoadBalancerIps?: Cidr[];
}

/**
 * How nodes speak BGP. Values that Calico refuses are reported as `resource/bgp-configuration`.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/bgpconfig
 */
export class BgpConfiguration extends CalicoObject {
  /** Metadata for the configuration of one node, which overrides part of `default` there. */
  public static forNode(node: string): ApiObjectMetadata {
    return nodeMetadata(node);
  }

  private readonly lists: Lists;

  /**
   * @throws where settings of the mesh are given with the mesh off, or settings of the cluster for a node, or a value can't be what the
   * setting takes
   */
  constructor(scope: Construct, id: string, props: BgpConfigurationProps = {}) {
    const metadata = configurationMetadata(props.metadata);
    const path = `${scope.node.path}/${id}`;
    checkProps(path, metadata.name!, props);
    const lists = listsOf(props);
    super(scope, id, 'BGPConfiguration', metadata, () => printSpec({ ...props, ...lists }, path));
    this.lists = lists;
  }

  /**
   * Names a community, for use in `prefixAdvertisements` by `BgpCommunity.named`.
   * @throws where the value is a name
   */
  public addCommunity(name: string, value: BgpCommunity): void {
    value._toValue(this.node.path);
    this.lists.communities.push({ name, value });
  }

  /** Adds communities to the routes to a prefix. */
  public addPrefixAdvertisement(cidr: Cidr, ...communities: BgpCommunity[]): void {
    this.lists.prefixAdvertisements.push({ cidr, communities });
  }

  /** Adds interfaces whose routes are not read. */
  public addIgnoredInterfaces(...interfaces: string[]): void {
    this.lists.ignoredInterfaces.push(...interfaces);
  }

  /** Adds blocks of cluster addresses to advertise. */
  public addServiceClusterIps(...blocks: Cidr[]): void {
    this.lists.serviceClusterIps.push(...blocks);
  }

  /** Adds blocks of external addresses to advertise. */
  public addServiceExternalIps(...blocks: Cidr[]): void {
    this.lists.serviceExternalIps.push(...blocks);
  }

  /** Adds blocks of load balancer addresses to advertise. */
  public addServiceLoadBalancerIps(...blocks: Cidr[]): void {
    this.lists.serviceLoadBalancerIps.push(...blocks);
  }
}

type ListName = 'communities' | 'ignoredInterfaces' | 'prefixAdvertisements' | 'serviceClusterIps' | 'serviceExternalIps' | 'serviceLoadBalancerIps';
type Lists = Required<Pick<BgpConfigurationProps, ListName>>;

function listsOf(props: BgpConfigurationProps): Lists {
  return {
    communities: [...props.communities ?? []],
    ignoredInterfaces: [...props.ignoredInterfaces ?? []],
    prefixAdvertisements: [...props.prefixAdvertisements ?? []],
    serviceClusterIps: [...props.serviceClusterIps ?? []],
    serviceExternalIps: [...props.serviceExternalIps ?? []],
    serviceLoadBalancerIps: [...props.serviceLoadBalancerIps ?? []],
  };
}

function printSpec(props: BgpConfigurationProps & Lists, path: string): object {
  return withoutUndefined({
    asNumber: props.asNumber?._toManifest(),
    bindMode: props.bindMode,
    communities: filled(props.communities.map(({ name, value }) => ({ name, value: value._toValue(`${path}: communities`) }))),
    ignoredInterfaces: filled(props.ignoredInterfaces),
    ipv4NormalRoutePriority: props.ipv4NormalRoutePriority,
    ipv6NormalRoutePriority: props.ipv6NormalRoutePriority,
    listenPort: props.listenPort && portNumber(props.listenPort, `${path}: listenPort`),
    localWorkloadPeeringIPV4: props.localWorkloadPeeringIpV4?.toString(),
    localWorkloadPeeringIPV6: props.localWorkloadPeeringIpV6?.toString(),
    logSeverityScreen: props.logSeverityScreen,
    nodeMeshMaxRestartTime: props.nodeMeshMaxRestartTime && goDuration(props.nodeMeshMaxRestartTime, `${path}: nodeMeshMaxRestartTime`),
    nodeMeshPassword: props.nodeMeshPassword,
    nodeToNodeMeshEnabled: props.nodeToNodeMeshEnabled,
    prefixAdvertisements: filled(props.prefixAdvertisements.map(printAdvertisement)),
    programClusterRoutes: props.programClusterRoutes,
    serviceClusterIPs: filled(props.serviceClusterIps.map(printBlock)),
    serviceExternalIPs: filled(props.serviceExternalIps.map(printBlock)),
    serviceLoadBalancerAggregation: props.serviceLoadBalancerAggregation,
    serviceLoadBalancerIPs: filled(props.serviceLoadBalancerIps.map(printBlock)),
  });
}

function printAdvertisement({ cidr, communities }: PrefixAdvertisement): object {
  return { cidr: cidr.toString(), communities: communities.map(String) };
}

function printBlock(cidr: Cidr): object {
  return { cidr: cidr.toString() };
}

function filled<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Settings that lib/clientv3/bgpconfig.go takes in `default` only. */
const CLUSTER_ONLY: (keyof BgpConfigurationProps)[] = [
  'asNumber', 'nodeMeshMaxRestartTime', 'nodeMeshPassword', 'nodeToNodeMeshEnabled', 'serviceClusterIps', 'serviceExternalIps', 'serviceLoadBalancerIps',
];

function checkProps(path: string, name: string, props: BgpConfigurationProps): void {
  const misplaced = name === CLUSTER_WIDE ? undefined : CLUSTER_ONLY.find((field) => props[field] !== undefined);
  if (misplaced !== undefined) {
    throw new Error(`${path}: ${misplaced} is given for ${JSON.stringify(name)}; it holds for the cluster, so move it to the BgpConfiguration named "${CLUSTER_WIDE}"`);
  }
  for (const field of ['nodeMeshMaxRestartTime', 'nodeMeshPassword'] as const) {
    if (props[field] && props.nodeToNodeMeshEnabled === false) {
      throw new Error(`${path}: ${field} is given, and nodeToNodeMeshEnabled is false; leave it out, or enable the mesh`);
    }
  }
  for (const field of ['ipv4NormalRoutePriority', 'ipv6NormalRoutePriority'] as const) {
    if (props[field] !== undefined) {
      routePriority(props[field], `${path}: ${field}`);
    }
  }
  for (const [field, family] of [['localWorkloadPeeringIpV4', IpFamily.IPV4], ['localWorkloadPeeringIpV6', IpFamily.IPV6]] as const) {
    if (props[field] && props[field].family !== family) {
      throw new Error(`${path}: ${field} is ${props[field]}, an ${props[field].family} address; give one of ${family}`);
    }
  }
  printSpec({ ...props, ...listsOf(props) }, path);
}
