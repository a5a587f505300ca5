// Generated from crds/ by scripts/generate-resources.ts. Change crds/ and generate again.
import { ApiObject, ApiObjectMetadata, GroupVersionKind } from 'cdk8s';
import { Construct } from 'constructs';
import { dropChartNamespace } from './cluster-scope';

/**
 * The tier's place and what it does with traffic that none of its rules decides.
 */
export interface TierSpec {
  /**
   * What happens to traffic of an endpoint that a policy of the tier selects when no rule decides: `Deny`, or `Pass` to go on with the next
   * tier. The tiers `kube-admin` and `kube-baseline` need `Pass`, the tier `default` needs `Deny`.
   *
   * @default "Deny"
   */
  readonly defaultAction?: string;
  /**
   * Place among the tiers: lower comes first, equal ones go by name. The built-in ones have 1,000 (`kube-admin`), 1,000,000 (`default`) and
   * 10,000,000 (`kube-baseline`).
   *
   * @default - after all tiers that have an order
   */
  readonly order?: number;
}

/**
 * Properties of `TierResource`.
 */
export interface TierResourceProps {
  /**
   * Name, labels and annotations.
   *
   * @default - a name made of the construct's path
   */
  readonly metadata?: ApiObjectMetadata;
  /**
   * The tier's place and what it does with traffic that none of its rules decides.
   */
  readonly spec: TierSpec;
}

/**
 * A group of policies with a place of its own: tiers are evaluated one after another, by order.
 *
 * The manifest's fields as they are, without checks; `Tier` is more comfortable where it exists.
 */
export class TierResource extends ApiObject {
  /** API version and kind. */
  public static readonly GVK: GroupVersionKind = { apiVersion: 'projectcalico.org/v3', kind: 'Tier' };

  constructor(scope: Construct, id: string, props: TierResourceProps) {
    super(scope, id, { ...TierResource.GVK, ...props });
    dropChartNamespace(this, props.metadata);
  }
}
