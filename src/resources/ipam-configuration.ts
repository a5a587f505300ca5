// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';

/**
 *
 */
export interface IpamConfigurationSpec {
  /**
   *
   */
  readonly autoAllocateBlocks: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly kubeVirtVMAddressPersistence?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly maxBlocksPerHost?: number;
  /**
   *
   */
  readonly strictAffinity: boolean;
}

/**
 * Properties of `IpamConfigurationResource`.
 */
export interface IpamConfigurationResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   *
   */
  readonly spec: IpamConfigurationSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `IpamConfiguration` is more comfortable where it exists.
 */
export class IpamConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMConfiguration' };

  constructor(scope: Construct, id: string, props: IpamConfigurationResourceProps) {
    super(scope, id, { ...IpamConfigurationResource.GVK, ...props });
  }
}
