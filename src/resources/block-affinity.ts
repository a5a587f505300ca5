// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The claim.
 */
export interface BlockAffinitySpec {
  /**
   * The block.
   */
  readonly cidr: string;
  /**
   * With true, the claim counts as gone. Guards against races; not for users.
   */
  readonly deleted: boolean;
  /**
   * Name of the node, or of what else holds the claim.
   */
  readonly node: string;
  /**
   * How far the claim is, `pending`, `confirmed` or `pendingDeletion`.
   */
  readonly state: string;
  /**
   * Kind of holder, `host` or `virtual`.
   *
   * @default "host"
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
   * The claim.
   */
  readonly spec: BlockAffinitySpec;
}

/**
 * The claim of a node on a block of addresses. Written by Calico's IPAM.
 *
 * The manifest's fields as they are, without checks; `BlockAffinity` is more comfortable where it exists.
 */
export class BlockAffinityResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'BlockAffinity' };

  constructor(scope: Construct, id: string, props: BlockAffinityResourceProps) {
    super(scope, id, { ...BlockAffinityResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
