/** Which Services of type LoadBalancer get an address from a pool. */
export enum LoadBalancerAssignment {
  /** All of them. */
  ALL_SERVICES = 'AllServices',
  /** Those that ask for one by an annotation of Calico's. */
  REQUESTED_SERVICES_ONLY = 'RequestedServicesOnly',
}
