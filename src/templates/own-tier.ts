import { PolicyTemplate, PolicyTemplateProps } from './policy-template';
import { ITier, Tier } from '../constructs/tier';
import { TierDefaultAction } from '../values/policy-type';

/**
 * Orders of the tiers that templates make, those that are asked first on top. All but the last of `TierSkeleton` end with PASS, so that one may stand
 * beside any other: what denies for good comes before what allows, and what is allowed for everybody after what a security team decides.
 */
export const TIER_ORDER = {
  // Hosts: who speaks BGP and Typha's protocol is narrower than the failsafe ports, which keep a node alive and come before what teams decide.
  BGP_PASSWORD: 1,
  TYPHA_PLACEMENT: 2,
  FAILSAFE_REPLACEMENT: 3,
  QUARANTINE: 4,
  /** Of `TierSkeleton`. */
  SECURITY: 5,
  // Before the operator's own tier `calico-system` (100), which closes kube-controllers.
  CALICO_METRICS: 10,
  DENY_LIST: 12,
  ICMP_ERRORS: 15,
  BLOCK_METADATA_ADDRESS: 20,
  // Ping in the cluster stays where both are there.
  ALLOW_PING: 35,
  BLOCK_ICMP: 40,
  /** Of `TierSkeleton`. */
  PLATFORM: 200,
  /** Of `TierSkeleton`. */
  APP: 300,
  // Right before `default` (1000000): opens what policies there close, and nothing that a tier before denies.
  ALLOW_ONLY: 900_000,
} as const;

/** Tiers in which the applications' own policies are, or that come after them. */
const TOO_LATE: readonly string[] = [Tier.DEFAULT.tierName, Tier.KUBE_BASELINE.tierName];

/** The properties of a template that has a tier of its own where none is given. `makeOwnTier` makes it. */
export function inOwnTier<P extends PolicyTemplateProps>(props: P, tierName: string): P & { readonly tier: ITier } {
  return { ...props, tier: props.tier ?? Tier.fromTierName(tierName) };
}

/**
 * The same for a template that decides on a little traffic and leaves all other to those after it. That takes a tier before `default`: a policy
 * isolates what it selects within its tier, and its `Pass` skips the rest of the tier, in `default` the applications' own policies.
 *
 * @param tierName the tier that the template makes where none is given
 * @throws where the given tier is `default` or comes after it
 */
export function inEarlyTier<P extends PolicyTemplateProps>(path: string, props: P, tierName: string): P & { readonly tier: ITier } {
  const own = inOwnTier(props, tierName);
  if (TOO_LATE.includes(own.tier.tierName)) {
    throw new Error(`${path}: tier ${JSON.stringify(own.tier.tierName)} doesn't come before the policies of applications: what this template leaves to others `
      + 'would skip them; leave `tier` out, or give one with a lower order than `default` (1000000)');
  }
  return own;
}

/** Makes the tier of a template where none is given: one that passes on what its policies don't decide. */
export function makeOwnTier(template: PolicyTemplate, given: ITier | undefined, order: number): void {
  if (given === undefined) {
    new Tier(template, 'tier', { metadata: { name: template.tier.tierName }, order, defaultAction: TierDefaultAction.PASS });
  }
}
