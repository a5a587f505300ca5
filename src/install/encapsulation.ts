import { IpipMode, VxlanMode } from '../values/pool-modes';

/** What packets between pods on different nodes are put into. */
export enum Encapsulation {
  /** Nothing: the network between the nodes knows the routes to pods, by BGP or because the nodes share a subnet. */
  NONE = 'None',
  /** IP in IP, always. IPv4 only; needs BGP, and IP protocol 4 between nodes. Azure drops it. */
  IPIP = 'IPIP',
  /** IP in IP between nodes of different subnets. IPv4 only; needs BGP, and IP protocol 4 between nodes. Azure drops it. */
  IPIP_CROSS_SUBNET = 'IPIPCrossSubnet',
  /** VXLAN, always. Needs UDP port 4789 between nodes, and no BGP. */
  VXLAN = 'VXLAN',
  /** VXLAN between nodes of different subnets. Needs UDP port 4789 between nodes, and no BGP. */
  VXLAN_CROSS_SUBNET = 'VXLANCrossSubnet',
}

/** The IP-in-IP mode of a pool with this encapsulation. */
export function ipipModeOf(encapsulation: Encapsulation): IpipMode {
  switch (encapsulation) {
    case Encapsulation.IPIP: return IpipMode.ALWAYS;
    case Encapsulation.IPIP_CROSS_SUBNET: return IpipMode.CROSS_SUBNET;
    default: return IpipMode.NEVER;
  }
}

/** The VXLAN mode of a pool with this encapsulation. */
export function vxlanModeOf(encapsulation: Encapsulation): VxlanMode {
  switch (encapsulation) {
    case Encapsulation.VXLAN: return VxlanMode.ALWAYS;
    case Encapsulation.VXLAN_CROSS_SUBNET: return VxlanMode.CROSS_SUBNET;
    default: return VxlanMode.NEVER;
  }
}

/** True where packets travel in IP in IP, at least between subnets. */
export function isIpip(encapsulation: Encapsulation): boolean {
  return ipipModeOf(encapsulation) !== IpipMode.NEVER;
}

/** True where packets travel in VXLAN, at least between subnets. */
export function isVxlan(encapsulation: Encapsulation): boolean {
  return vxlanModeOf(encapsulation) !== VxlanMode.NEVER;
}
