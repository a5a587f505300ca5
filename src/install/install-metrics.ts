/** What serves metrics to Prometheus, on the nodes' own addresses: a host policy in the app must let the scraper in. */
export interface InstallMetrics {
  /** TCP port of Felix on every node, such as 9091. @default - none */
  readonly nodePort?: number;

  /** TCP port of Typha, such as 9093. @default - none */
  readonly typhaPort?: number;
}
