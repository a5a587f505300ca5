import { Construct } from 'constructs';
import { tierSkeletonProbes } from './probes';
import { Tier } from '../../../constructs/tier';
import { TierDefaultAction } from '../../../values/policy-type';
import { TIER_ORDER } from '../../own-tier';
import { PolicyTemplate } from '../../policy-template';
import { ProbeSet } from '../../probe-set';

/**
 * Options of `TierSkeleton`.
 */
export interface TierSkeletonProps {
  /** The order of the tier of the security team. @default - 5: before the tiers that other templates make, but for those that keep hosts alive */
  readonly securityOrder?: number;

  /** The order of the tier of the platform team. @default 200 */
  readonly platformOrder?: number;

  /** The order of the tier of the applications. @default 300 */
  readonly appOrder?: number;

  /**
   * What happens to traffic that the policies of an application don't decide on. With PASS, policies of the tier `default`, those of Kubernetes among
   * them, decide after them; without any there, everything passes.
   *
   * @default TierDefaultAction.DENY
   */
  readonly appDefaultAction?: TierDefaultAction;

  /** What the names of the tiers begin with: `shop-` makes `shop-security`. @default - nothing */
  readonly namePrefix?: string;
}

/**
 * Three tiers, in which the security team, the platform team and the teams of applications have a say one after the other.
 *
 * Source: `network-policy/policy-tiers/tiered-policy` of Calico.
 */
export class TierSkeleton extends PolicyTemplate {
  /** Decides first: what nobody may allow, or must not deny. What its policies don't decide is passed on. */
  public readonly security: Tier;

  /** Decides next: DNS, monitoring, the Kubernetes API. What its policies don't decide is passed on. */
  public readonly platform: Tier;

  /** The applications' own policies. */
  public readonly app: Tier;

  private readonly appDefaultAction: TierDefaultAction;

  /** @throws where the orders don't rise, or the last doesn't come before the tier `default` (1000000) */
  constructor(scope: Construct, id: string, props: TierSkeletonProps = {}) {
    super(scope, id, {
      name: 'baseline/tier-skeleton',
      summary: 'Three tiers, security, platform and app: the first two pass on what they don\'t decide, the last denies it.',
      useWhen: ['Several teams write policies, and none is to undo what another decided.'],
      avoidWhen: [
        'One team writes all policies: orders in the tier `default` do.',
        'Applications have Kubernetes NetworkPolicies, which are in `default`: then set `appDefaultAction` to PASS, or leave the tier `app` empty.',
      ],
      changes: [{ version: '1.0.0', change: 'First version.' }],
    });
    const { securityOrder = TIER_ORDER.SECURITY, platformOrder = TIER_ORDER.PLATFORM, appOrder = TIER_ORDER.APP, appDefaultAction = TierDefaultAction.DENY, namePrefix = '' } = props;
    const orders = [securityOrder, platformOrder, appOrder, 1_000_000];
    if (orders.some((order, index) => order >= orders[index + 1])) {
      throw new Error(`${this.node.path}: the orders ${securityOrder}, ${platformOrder} and ${appOrder} have to rise, and to stay below that of the tier default, 1000000`);
    }
    const tier = (name: string, order: number, defaultAction: TierDefaultAction): Tier =>
      new Tier(this, name, { metadata: { name: `${namePrefix}${name}` }, order, defaultAction });
    this.appDefaultAction = appDefaultAction;
    this.security = tier('security', securityOrder, TierDefaultAction.PASS);
    this.platform = tier('platform', platformOrder, TierDefaultAction.PASS);
    this.app = tier('app', appOrder, appDefaultAction);
  }

  public probes(): ProbeSet[] {
    return tierSkeletonProbes([this.security, this.platform, this.app].map(({ tierName }) => tierName), this.appDefaultAction);
  }
}
