// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface CalicoNodeStatusSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly classes?: string[];
  /**
   *
   *
   * @default - not set
   */
  readonly node?: string;
  /**
   *
   *
   * @default - not set
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
   *
   */
  readonly spec: CalicoNodeStatusSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `CalicoNodeStatus` is more comfortable where it exists.
 */
export class CalicoNodeStatusResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'CalicoNodeStatus' };

  constructor(scope: Construct, id: string, props: CalicoNodeStatusResourceProps) {
    super(scope, id, { ...CalicoNodeStatusResource.GVK, ...props });
  }
}
