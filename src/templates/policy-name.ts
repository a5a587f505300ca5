import { ITier, Tier } from '../constructs/tier';

/** The name of a policy in a tier: by Calico's convention it starts with the tier's, but in `default`. */
export function nameInTier({ tierName }: ITier, name: string): string {
  return tierName === Tier.DEFAULT.tierName ? name : `${tierName}.${name}`;
}
