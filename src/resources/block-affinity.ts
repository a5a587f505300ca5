// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface BlockAffinitySpec {
  /**
   *
   */
  readonly cidr: string;
  /**
   *
   */
  readonly deleted: boolean;
  /**
   *
   */
  readonly node: string;
  /**
   *
   */
  readonly state: string;
  /**
   *
   *
   * @default - not set
   */
  readonly type?: string;
}

/**
 * Properties of `BlockAffinityResource`.
 */
export interface BlockAffinityResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: BlockAffinitySpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `BlockAffinity` is more comfortable where it exists.
 */
export class BlockAffinityResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BlockAffinity' };

  constructor(scope: Construct, id: string, props: BlockAffinityResourceProps) {
    super(scope, id, { ...BlockAffinityResource.GVK, ...props });
  }
}
