// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { renameFields } from './rename-fields';

/**
 *
 */
export interface IpamBlockSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly affinity?: string;
  /**
   *
   *
   * @default - not set
   */
  readonly affinityClaimTime?: string;
  /**
   *
   */
  readonly allocations: number[];
  /**
   *
   */
  readonly attributes: IpamAllocationAttributeSpec[];
  /**
   *
   */
  readonly cidr: string;
  /**
   *
   *
   * @default - not set
   */
  readonly deleted?: boolean;
  /**
   *
   *
   * @default - not set
   */
  readonly sequenceNumber?: number;
  /**
   *
   *
   * @default - not set
   */
  readonly sequenceNumberForAllocation?: { [key: string]: number };
  /**
   *
   */
  readonly strictAffinity: boolean;
  /**
   *
   */
  readonly unallocated: number[];
}

/**
 *
 */
export interface IpamAllocationAttributeSpec {
  /**
   *
   *
   * @default - not set
   */
  readonly alternateOwnerAttrs?: { [key: string]: string };
  /**
   *
   *
   * @default - not set
   */
  readonly handleId?: string;
  /**
   *
   *
   * @default - not set
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
   *
   */
  readonly spec: IpamBlockSpec;
}

/**
 *
 *
 * The manifest's fields as they are, without checks; `IpamBlock` is more comfortable where it exists.
 */
export class IpamBlockResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'IPAMBlock' };

  constructor(scope: Construct, id: string, props: IpamBlockResourceProps) {
    super(scope, id, { ...IpamBlockResource.GVK, ...props, spec: renameFields(props.spec, FIELDS) });
  }
}
