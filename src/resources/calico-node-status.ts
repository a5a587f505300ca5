// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The node and the questions.
 */
export interface CalicoNodeStatusSpec {
  /**
   * What to report, `Agent` (the BGP processes), `BGP` (the peers) and `Routes`.
   *
   * @default - none, which Calico refuses
   */
  readonly classes?: string[];
  /**
   * Name of the node.
   *
   * @default - none, which Calico refuses
   */
  readonly node?: string;
  /**
   * Seconds between updates of the answer, at most 86400; 0 for no more updates.
   *
   * @default - none, which Calico refuses
   */
  readonly updatePeriodSeconds?: number;
}

/**
 * Properties of `CalicoNodeStatusResource`.
 */
export interface CalicoNodeStatusResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The node and the questions.
   */
  readonly spec: CalicoNodeStatusSpec;
}

/**
 * Asks one node for what it knows, and holds the answer.
 *
 * The manifest's fields as they are, without checks; `CalicoNodeStatus` is more comfortable where it exists.
 */
export class CalicoNodeStatusResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'CalicoNodeStatus' };

  constructor(scope: Construct, id: string, props: CalicoNodeStatusResourceProps) {
    super(scope, id, { ...CalicoNodeStatusResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
