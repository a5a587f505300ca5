import { Cidr } from './cidr';
import { linkMtuFault } from './link-mtu';
import { Underlay } from './underlay';
import { AddressPlan, PlannedRange, PlannedUnderlay } from '../core/manifests';

/**
 * What a range around a cluster is for.
 */
export enum RangeRole {
  /** Addresses of nodes. */
  NODES = 'nodes',
  /** Cluster IPs of Services: the API server's service-cluster-ip-range. */
  SERVICES = 'services',
  /** The cloud network that holds the nodes. */
  VPC = 'vpc',
  /** Networks that are reached over a VPN. */
  VPN = 'vpn',
  /** The company's own networks. */
  ON_PREMISES = 'onPremises',
  /** Pods or nodes of another cluster. */
  OTHER_CLUSTER = 'otherCluster',
  /** Anything else that pods reach. */
  OTHER = 'other',
}

/**
 * The ranges around a cluster. Pools may overlap none of them.
 */
export interface NetworkRanges {
  /** Addresses of nodes. @default - not declared */
  readonly nodes?: Cidr[];

  /** Cluster IPs of Services. @default - not declared */
  readonly services?: Cidr[];

  /** The cloud network that holds the nodes. @default - not declared */
  readonly vpc?: Cidr[];

  /** Networks that are reached over a VPN. @default - not declared */
  readonly vpn?: Cidr[];

  /** The company's own networks. @default - not declared */
  readonly onPremises?: Cidr[];

  /** Networks of other clusters, by the cluster's name. @default - not declared */
  readonly otherClusters?: { readonly [cluster: string]: Cidr[] };

  /** Further ranges, by the name that findings use, such as `the partner network`. @default - none */
  readonly further?: { readonly [name: string]: Cidr[] };

  /** Names of the cluster's nodes. @default - not declared, so nothing is said of nodes that objects name */
  readonly nodeNames?: string[];

  /** The network between the nodes: what it lets through, how great packets may be, whether it routes pods. @default - not declared */
  readonly underlay?: Underlay;
}

/** The name that findings give a range of a role, where the user gave none. */
export const RANGE_NAMES: Readonly<Record<RangeRole, string>> = {
  [RangeRole.NODES]: 'the node range',
  [RangeRole.SERVICES]: 'the service range',
  [RangeRole.VPC]: 'the VPC range',
  [RangeRole.VPN]: 'the VPN range',
  [RangeRole.ON_PREMISES]: 'the on-premises range',
  [RangeRole.OTHER_CLUSTER]: 'the range of another cluster',
  [RangeRole.OTHER]: 'the range',
};

/** The ranges as plain data, in a fixed order. */
export function plannedRanges(ranges: NetworkRanges): PlannedRange[] {
  const planned: PlannedRange[] = [];
  const add = (role: RangeRole, name: string, cidrs: readonly Cidr[] = []) =>
    planned.push(...cidrs.map((cidr) => ({ role, name, cidr: cidr.toString() })));
  for (const role of [RangeRole.NODES, RangeRole.SERVICES, RangeRole.VPC, RangeRole.VPN, RangeRole.ON_PREMISES] as const) {
    add(role, RANGE_NAMES[role], ranges[role]);
  }
  for (const [cluster, cidrs] of Object.entries(ranges.otherClusters ?? {})) {
    add(RangeRole.OTHER_CLUSTER, `the range of the cluster ${cluster}`, cidrs);
  }
  for (const [name, cidrs] of Object.entries(ranges.further ?? {})) {
    add(RangeRole.OTHER, name, cidrs);
  }
  return planned;
}

/** What is said of the underlay, as plain data. @throws where its MTU is none */
export function plannedUnderlay({ underlay }: NetworkRanges): { readonly underlay?: PlannedUnderlay } {
  if (underlay === undefined) {
    return {};
  }
  const { allows, routesPods = false, linkMtu } = underlay;
  const fault = linkMtu === undefined ? undefined : linkMtuFault(linkMtu);
  if (fault !== undefined) {
    throw new Error(`underlay.linkMtu: ${fault}`);
  }
  return { underlay: { allows: allows.map((traffic) => traffic._toPlan()), routesPods, ...(linkMtu !== undefined && { linkMtu }) } };
}

/** A plan of these ranges alone, for manifests that come as text. */
export function addressPlan(name: string, ranges: NetworkRanges): AddressPlan {
  return { name, ranges: plannedRanges(ranges), nodeNames: ranges.nodeNames ?? [], routedTo: [], ...plannedUnderlay(ranges) };
}
