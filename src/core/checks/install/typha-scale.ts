/** As many nodes as one Typha is meant for. */
export const NODES_OF_A_TYPHA = 200;

/**
 * As many Typhas as the operator starts: one for one or two nodes, two for up to four, otherwise one for each 200 nodes begun and one more, at
 * least three (tigera operator pkg/common/autoscale.go, GetExpectedTyphaScale).
 */
export function typhaScale(nodes: number): number {
  return nodes <= 2 ? 1 : nodes <= 4 ? 2 : Math.max(3, Math.floor(nodes / NODES_OF_A_TYPHA) + 2);
}
