/** A family of IP addresses. */
export enum IpFamily {
  /** Addresses of 32 bits, such as 10.0.0.1. */
  IPV4 = 'IPv4',
  /** Addresses of 128 bits, such as 2001:db8::1. */
  IPV6 = 'IPv6',
}
