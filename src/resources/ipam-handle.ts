// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The id and what it has.
 */
export interface IpamHandleSpec {
  /**
   * Number of addresses by block.
   */
  readonly block: { [key: string]: number };
  /**
   * With true, the handle counts as gone. Guards against races; not for users.
   *
   * @default false
   */
  readonly deleted?: boolean;
  /**
   * The id.
   */
  readonly handleID: string;
}

/**
 * Properties of `IpamHandleResource`.
 */
export interface IpamHandleResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The id and what it has.
   */
  readonly spec: IpamHandleSpec;
}

/**
 * The addresses of one owner, found by id. Written by Calico's IPAM.
 *
 * The manifest's fields as they are, without checks; `IpamHandle` is more comfortable where it exists.
 */
export class IpamHandleResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMHandle' };

  constructor(scope: Construct, id: string, props: IpamHandleResourceProps) {
    super(scope, id, { ...IpamHandleResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
