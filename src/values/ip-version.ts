/** A version of the Internet Protocol. */
export enum IpVersion {
  /** IPv4. */
  V4 = 4,
  /** IPv6. */
  V6 = 6,
}
