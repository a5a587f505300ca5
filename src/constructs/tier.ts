import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { CalicoObject } from './calico-object';
import { TierDefaultAction } from '../values/policy-type';
import { withoutUndefined } from '../values/without-undefined';

/**
 * A tier that policies can be put in.
 */
export interface ITier {
  /** The tier's name in the cluster. */
  readonly tierName: string;
}

/**
 * Properties of a `Tier`.
 */
export interface TierProps {
  /** Name, labels and annotations. @default - a name made from the construct's path */
  readonly metadata?: ApiObjectMetadata;

  /** Tiers with a lower order decide first. @default - after every tier that has one, with the tier `default` */
  readonly order?: number;

  /**
   * What happens to traffic of endpoints that a policy of the tier selects, when none of its rules decides.
   *
   * @default - Calico's: TierDefaultAction.DENY
   */
  readonly defaultAction?: TierDefaultAction;
}

/**
 * A group of policies that decides before, or after, other groups.
 *
 * @see https://docs.tigera.io/calico/latest/reference/resources/tier
 */
export class Tier extends CalicoObject implements ITier {
  /** Calico's tier `default`, which policies are in that name none. */
  public static readonly DEFAULT: ITier = { tierName: 'default' };

  /** Calico's tier `kube-admin`, for Kubernetes ClusterNetworkPolicies of administrators. */
  public static readonly KUBE_ADMIN: ITier = { tierName: 'kube-admin' };

  /** Calico's tier `kube-baseline`, for Kubernetes ClusterNetworkPolicies that apply where nothing else does. */
  public static readonly KUBE_BASELINE: ITier = { tierName: 'kube-baseline' };

  /** A tier that another app or tool creates. */
  public static fromTierName(tierName: string): ITier {
    return { tierName };
  }

  /** The tier's name in the cluster. */
  public readonly tierName: string;

  constructor(scope: Construct, id: string, props: TierProps = {}) {
    super(scope, id, 'Tier', props.metadata, () => withoutUndefined({ order: props.order, defaultAction: props.defaultAction }));
    this.tierName = this.name;
  }
}
