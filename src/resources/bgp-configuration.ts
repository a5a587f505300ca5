// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { BgpPasswordSpec } from './bgp-password';
import { dropChartNamespace } from './cluster-scope';

/**
 * The settings of BGP.
 */
export interface BgpConfigurationSpec {
  /**
   * AS number of nodes that have none of their own. Only in `default`.
   *
   * @default 64512
   */
  readonly asNumber?: number;
  /**
   * Addresses on which a node listens for BGP, `None` (all of them) or `NodeIP` (the node's own only).
   *
   * @default "None"
   */
  readonly bindMode?: string;
  /**
   * Names for BGP communities, for use in `prefixAdvertisements`.
   *
   * @default - none
   */
  readonly communities?: CommunitySpec[];
  /**
   * Names of interfaces whose routes are not read; a name may hold `*`.
   *
   * @default - none besides those of pods and `kube-ipvs*`
   */
  readonly ignoredInterfaces?: string[];
  /**
   * Metric of the routes that Felix makes for IPv4 pods. BIRD tells by it which routes have a raised priority, so it has to equal Felix's
   * setting.
   *
   * @default 1024
   */
  readonly ipv4NormalRoutePriority?: number;
  /**
   * Metric of the routes that Felix makes for IPv6 pods. BIRD tells by it which routes have a raised priority, so it has to equal Felix's
   * setting.
   *
   * @default 1024
   */
  readonly ipv6NormalRoutePriority?: number;
  /**
   * TCP port on which nodes listen for BGP.
   *
   * @default 179
   */
  readonly listenPort?: number;
  /**
   * IPv4 address, best a link-local one, at which a node's own workloads reach it for BGP.
   *
   * @default - none
   */
  readonly localWorkloadPeeringIPV4?: string;
  /**
   * IPv6 address, best a link-local one, at which a node's own workloads reach it for BGP.
   *
   * @default - none
   */
  readonly localWorkloadPeeringIPV6?: string;
  /**
   * Least severity that is logged to standard output, `Trace`, `Debug`, `Info`, `Warning`, `Error` or `Fatal`.
   *
   * @default "Info"
   */
  readonly logSeverityScreen?: string;
  /**
   * Time that a restarting neighbour of the mesh keeps its routes, such as `120s`. Only in `default` and with the mesh.
   *
   * @default - 120s, BIRD's own
   */
  readonly nodeMeshMaxRestartTime?: string;
  /**
   * Password of all sessions of the mesh. Only in `default` and with the mesh.
   *
   * @default - none
   */
  readonly nodeMeshPassword?: BgpPasswordSpec;
  /**
   * With true, every node peers with every other. Only in `default`.
   *
   * @default true
   */
  readonly nodeToNodeMeshEnabled?: boolean;
  /**
   * Communities to add to routes, by prefix.
   *
   * @default - none
   */
  readonly prefixAdvertisements?: PrefixAdvertisementSpec[];
  /**
   * `Enabled` has BIRD make the routes to pods on other nodes for pools without VXLAN. With `Disabled` Felix has to make them, by its setting
   * of the same name.
   *
   * @default "Enabled"
   */
  readonly programClusterRoutes?: string;
  /**
   * Cluster addresses of Services, advertised as these blocks, and one by one for Services with a local traffic policy.
   *
   * @default - none
   */
  readonly serviceClusterIPs?: CidrBlockSpec[];
  /**
   * Blocks whose addresses are advertised where a Service has them as external addresses.
   *
   * @default - none
   */
  readonly serviceExternalIPs?: CidrBlockSpec[];
  /**
   * `Enabled` advertises load balancer addresses as whole blocks, `Disabled` one by one, so that the route of a failed Service goes away.
   *
   * @default "Enabled"
   */
  readonly serviceLoadBalancerAggregation?: string;
  /**
   * Blocks whose addresses are advertised where a Service has them as load balancer addresses.
   *
   * @default - none
   */
  readonly serviceLoadBalancerIPs?: CidrBlockSpec[];
}

/**
 * A CIDR whose addresses are advertised.
 */
export interface CidrBlockSpec {
  /**
   * The block.
   *
   * @default - none
   */
  readonly cidr?: string;
}

/**
 * Communities for the routes to a prefix.
 */
export interface PrefixAdvertisementSpec {
  /**
   * The prefix.
   *
   * @default - none, which Calico refuses
   */
  readonly cidr?: string;
  /**
   * Communities to add, by name or as values such as `64512:100`.
   *
   * @default - none, which Calico refuses
   */
  readonly communities?: string[];
}

/**
 * A name for a BGP community.
 */
export interface CommunitySpec {
  /**
   * The name.
   *
   * @default - none, which Calico refuses
   */
  readonly name?: string;
  /**
   * The community, two 16-bit numbers (`64512:100`) or three 32-bit ones (`64512:1:2`).
   *
   * @default - none, which Calico refuses
   */
  readonly value?: string;
}

/**
 * Properties of `BgpConfigurationResource`.
 */
export interface BgpConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The settings of BGP.
   */
  readonly spec: BgpConfigurationSpec;
}

/**
 * How nodes speak BGP. The one named `default` holds for the cluster; one named `node.` and a node's name overrides part of it there.
 *
 * The manifest's fields as they are, without checks; `BgpConfiguration` is more comfortable where it exists.
 */
export class BgpConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BGPConfiguration' };

  constructor(scope: Construct, id: string, props: BgpConfigurationResourceProps) {
    super(scope, id, { ...BgpConfigurationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
