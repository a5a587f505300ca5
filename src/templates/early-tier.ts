import { PolicyTemplateProps } from './policy-template';
import { ITier, Tier } from '../constructs/tier';

/** Tiers in which the applications' own policies are, or that come after them. */
const TOO_LATE: readonly string[] = [Tier.DEFAULT.tierName, Tier.KUBE_BASELINE.tierName];

/**
 * The properties of a template that decides on a little traffic and leaves all other to those after it. That takes a tier before `default`: a
 * policy isolates what it selects within its tier, and its `Pass` skips the rest of the tier, in `default` the applications' own policies.
 *
 * @param tierName the tier that the template makes where none is given
 * @throws where the given tier is `default` or comes after it
 */
export function inEarlyTier<P extends PolicyTemplateProps>(path: string, props: P, tierName: string): P & { readonly tier: ITier } {
  const tier = props.tier ?? Tier.fromTierName(tierName);
  if (TOO_LATE.includes(tier.tierName)) {
    throw new Error(`${path}: tier ${JSON.stringify(tier.tierName)} doesn't come before the policies of applications: what this template leaves to others `
      + 'would skip them; leave `tier` out, or give one with a lower order than `default` (1000000)');
  }
  return { ...props, tier };
}
