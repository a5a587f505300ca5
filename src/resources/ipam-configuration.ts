// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The settings.
 */
export interface IpamConfigurationSpec {
  /**
   * Whether a node that runs out of addresses takes a further block.
   */
  readonly autoAllocateBlocks: boolean;
  /**
   * Whether a virtual machine of KubeVirt keeps its addresses when its pod is made anew, `Enabled` or `Disabled`. Live migration needs it.
   *
   * @default "Enabled"
   */
  readonly kubeVirtVMAddressPersistence?: string;
  /**
   * How many blocks a node may hold at most; 0 for no limit.
   *
   * @default 0
   */
  readonly maxBlocksPerHost?: number;
  /**
   * With true, nodes don't borrow addresses from blocks of other nodes. Windows nodes need that.
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
   * The settings.
   */
  readonly spec: IpamConfigurationSpec;
}

/**
 * How Calico gives addresses to pods. Only the one named `default` is read.
 *
 * The manifest's fields as they are, without checks; `IpamConfiguration` is more comfortable where it exists.
 */
export class IpamConfigurationResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMConfiguration' };

  constructor(scope: Construct, id: string, props: IpamConfigurationResourceProps) {
    super(scope, id, { ...IpamConfigurationResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
