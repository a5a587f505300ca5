import { GovernedPod } from './governed-pods';
import { imagine } from './imagined';
import { FieldPath } from '../../../findings';
import { Decider, End, Passage, Policy, PolicyModel, policyTitle, walk } from '../../../policy';

/** That policies deny a pod something on its way out, and which of them is to change. */
export interface EgressCut {
  readonly decider: Decider;
  readonly cause: Policy;
}

/** What becomes of a packet that a pod sends, as far as its own egress goes. */
export function walkOut(
  model: PolicyModel, { endpoint, station }: GovernedPod, protocol: number, destination: End, destinationPort: number,
): Passage {
  const source = imagine(model).endOf(endpoint);
  const base = { isV6: false, sourcePort: undefined, icmpType: undefined, icmpCode: undefined, http: undefined };
  return walk(station, { ...base, protocol, source, destination, destinationPort }, model.services);
}

/** How many of some pods each policy selects: of a tier's end the policy is told of that selects most. */
export function countSelected(pods: readonly GovernedPod[]): ReadonlyMap<Policy, number> {
  const counts = new Map<Policy, number>();
  for (const { station } of pods) {
    station.tiers.forEach(({ policies }) => policies.forEach(({ policy }) => counts.set(policy, (counts.get(policy) ?? 0) + 1)));
  }
  return counts;
}

/** The policy behind a denial; undefined where it is no policy, but a Profile. */
export function egressCutOf(decider: Decider, { station }: GovernedPod, selected: ReadonlyMap<Policy, number>): EgressCut | undefined {
  if (decider.by === 'rule') {
    return { decider, cause: decider.policy };
  }
  const ended = decider.by === 'tier-end' ? station.tiers.find(({ tier }) => tier === decider.tier) : undefined;
  const policies = ended?.policies.map(({ policy }) => policy);
  return policies && { decider, cause: policies.reduce((best, policy) => selected.get(policy)! > selected.get(best)! ? policy : best) };
}

/** The rule that denies, or the rules of the direction, or where they would be. */
export function fieldOfCut({ decider, cause: { manifest } }: EgressCut): FieldPath {
  return decider.by === 'rule' ? decider.rule.field : manifest.spec.egress === undefined ? ['spec'] : ['spec', 'egress'];
}

/** What denies, as half a sentence. */
export function reasonOfCut({ decider, cause }: EgressCut): string {
  return decider.by === 'rule'
    ? `a rule of ${policyTitle(cause)} denies it`
    : `${policyTitle(cause)} governs egress, no rule of tier ${cause.tier} allows it, and the tier ends with Deny`;
}

/** Such as `Deployment shop/api and 2 others`: the first by name stands for all. */
export function podNames(titles: readonly string[]): string {
  const [first, ...others] = [...titles].sort();
  return others.length === 0 ? first : `${first} and ${others.length} other${others.length === 1 ? '' : 's'}`;
}
