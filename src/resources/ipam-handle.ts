// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface IpamHandleSpec {
  /**
   *
   */
  readonly block: { [key: string]: number };
  /**
   *
   *
   * @default - not set
   */
  readonly deleted?: boolean;
  /**
   *
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
   *
   */
  readonly spec: IpamHandleSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `IpamHandle` is more comfortable where it exists.
 */
export class IpamHandleResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMHandle' };

  constructor(scope: Construct, id: string, props: IpamHandleResourceProps) {
    super(scope, id, { ...IpamHandleResource.GVK, ...props });
  }
}
