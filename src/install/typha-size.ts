import { typhaScale } from '../core/checks/install/typha-scale';

/** How many Typhas stand between the nodes and the Kubernetes API. */
export class TyphaSize {
  /**
   * As many as the operator would start: one for one or two nodes, two for up to four, otherwise one for each 200 nodes begun and one more, at
   * least three. Always fewer than nodes, so that one can be moved.
   *
   * @param nodes how many nodes the cluster is going to have
   * @throws where it is no whole number from 1
   */
  public static forNodes(nodes: number): TyphaSize {
    if (!Number.isInteger(nodes) || nodes < 1) {
      throw new Error(`TyphaSize.forNodes: ${nodes} is no number of nodes: it is a whole number from 1`);
    }
    return new TyphaSize(typhaScale(nodes));
  }

  /**
   * Exactly so many.
   *
   * @throws where it is no whole number from 1
   */
  public static ofReplicas(replicas: number): TyphaSize {
    if (!Number.isInteger(replicas) || replicas < 1) {
      throw new Error(`TyphaSize.ofReplicas: ${replicas} is no number of replicas: it is a whole number from 1`);
    }
    return new TyphaSize(replicas);
  }

  private constructor(
    /** How many there are. */
    public readonly replicas: number,
  ) {}
}
