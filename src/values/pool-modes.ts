/** When packets between pods on different nodes are put into VXLAN. */
export enum VxlanMode {
  /** Never. */
  NEVER = 'Never',
  /** Always. */
  ALWAYS = 'Always',
  /** Only where the nodes are in different subnets. */
  CROSS_SUBNET = 'CrossSubnet',
}

/** When packets between pods on different nodes are put into IP in IP. IPv4 only; Azure drops it. */
export enum IpipMode {
  /** Never. */
  NEVER = 'Never',
  /** Always. */
  ALWAYS = 'Always',
  /** Only where the nodes are in different subnets. */
  CROSS_SUBNET = 'CrossSubnet',
}

/** What addresses of a pool are used for. */
export enum AllowedUse {
  /** Pods. */
  WORKLOAD = 'Workload',
  /** The tunnel addresses of nodes. */
  TUNNEL = 'Tunnel',
  /** Services of type LoadBalancer; can't be combined with the others. */
  LOAD_BALANCER = 'LoadBalancer',
}

/** How addresses of a pool are given out. */
export enum AssignmentMode {
  /** To every pod that the pool's selectors match. */
  AUTOMATIC = 'Automatic',
  /** Only where a pod, namespace or Service asks for the pool or address by annotation. */
  MANUAL = 'Manual',
}
