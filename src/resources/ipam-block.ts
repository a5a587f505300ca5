// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';
import { renameFields } from './rename-fields';

/**
 * The block.
 */
export interface IpamBlockSpec {
  /**
   * Who claims the block, `host:` or `virtual:` and a name.
   *
   * @default - nobody
   */
  readonly affinity?: string;
  /**
   * When the block was claimed.
   *
   * @default - unknown
   */
  readonly affinityClaimTime?: string;
  /**
   * For each address of the block, in order, the index of its entry in `attributes`, or null where it is free.
   */
  readonly allocations: number[];
  /**
   * Who has addresses, each once.
   */
  readonly attributes: IpamAllocationAttributeSpec[];
  /**
   * The block's range.
   */
  readonly cidr: string;
  /**
   * With true, the block counts as gone. Guards against races; not for users.
   *
   * @default false
   */
  readonly deleted?: boolean;
  /**
   * Number of writes to the block.
   *
   * @default 0
   */
  readonly sequenceNumber?: number;
  /**
   * For each address in use, by its place in the block, `sequenceNumber` when it was given.
   *
   * @default - none
   */
  readonly sequenceNumberForAllocation?: { [key: string]: number };
  /**
   * Not used any more; see IPAMConfiguration.
   */
  readonly strictAffinity: boolean;
  /**
   * Places of the free addresses in the block, in the order in which they will be given.
   */
  readonly unallocated: number[];
}

/**
 * Who has addresses of a block.
 */
export interface IpamAllocationAttributeSpec {
  /**
   * Facts about a second owner, as when a virtual machine moves.
   *
   * @default - none
   */
  readonly alternateOwnerAttrs?: { [key: string]: string };
  /**
   * Id by which the owner's addresses are found again.
   *
   * @default - none
   */
  readonly handleId?: string;
  /**
   * Facts about the owner, such as pod, namespace and node.
   *
   * @default - none
   */
  readonly secondary?: { [key: string]: string };
}

/** Fields whose properties have another name. */
const FIELDS = { inside: { attributes: { names: { handleId: 'handle_id' } } } };

/**
 * Properties of `IpamBlockResource`.
 */
export interface IpamBlockResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The block.
   */
  readonly spec: IpamBlockSpec;
}

/**
 * A block of addresses and who has each of them. Written by Calico's IPAM.
 *
 * The manifest's fields as they are, without checks; `IpamBlock` is more comfortable where it exists.
 */
export class IpamBlockResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMBlock' };

  constructor(scope: Construct, id: string, props: IpamBlockResourceProps) {
    super(scope, id, { ...IpamBlockResource.GVK, ...props, spec: renameFields(props.spec, FIELDS) });
    dropChartNamespace(this, props.metadata);
  }
}
