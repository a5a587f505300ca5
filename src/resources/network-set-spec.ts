// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.

/**
 * The addresses of the set.
 */
export interface NetworkSetSpec {
  /**
   * Addresses and CIDRs, IPv4 and IPv6, each of them once.
   *
   * @default - none, a set that nothing matches
   */
  readonly nets?: string[];
}
