import { Match } from './match';
import { Policy } from './policy';
import { Direction } from './rule';
import { Tier } from './tier';

/** A policy that selects an endpoint; `match` says whether that rests on an assumption. */
export interface AppliedPolicy {
  readonly policy: Policy;
  readonly match: Match;
}

/** A tier, and its policies that apply, in order. */
export interface AppliedTier {
  readonly tier: Tier;
  readonly end: Tier['end'];
  readonly policies: readonly AppliedPolicy[];
}

/** Chains that a packet may meet at an endpoint; `forward` is for what a host passes on. */
export type Chain = 'untracked' | 'preDnat' | 'forward' | 'normal';

/**
 * The policies of an endpoint, in the order in which they are asked. Classes with the same policies share one stack, so that whatever depends
 * on the policies alone is worked out once.
 */
export class PolicyStack {
  private readonly chains: Record<Chain, { egress?: readonly AppliedTier[]; ingress?: readonly AppliedTier[] }> = {
    untracked: {}, preDnat: {}, forward: {}, normal: {},
  };

  constructor(
    /** Counts from 0. */
    public readonly id: number,
    /** In order. */
    public readonly policies: readonly AppliedPolicy[],
    private readonly tiers: ReadonlyMap<string, Tier>,
  ) {}

  /** The tiers of a chain that have a policy for the direction (`tierInfoToProtoTierInfo` in felix/calc/event_sequencer.go). */
  public tiersOf(chain: Chain, direction: Direction): readonly AppliedTier[] {
    return this.chains[chain][direction] ?? this.fill(chain, direction);
  }

  private fill(chain: Chain, direction: Direction): readonly AppliedTier[] {
    const tiers = this.group(this.policies.filter(({ policy }) => isInChain(policy, chain) && policy[direction] !== undefined), chain);
    this.chains[chain][direction] = tiers;
    return tiers;
  }

  /** In the raw and mangle tables a tier's end passes, as the filter table has its say afterwards. */
  private group(policies: readonly AppliedPolicy[], chain: Chain): AppliedTier[] {
    const grouped: { tier: Tier; end: Tier['end']; policies: AppliedPolicy[] }[] = [];
    for (const applied of policies) {
      const tier = this.tiers.get(applied.policy.tier)!;
      const last = grouped.at(-1);
      if (last?.tier === tier) {
        last.policies.push(applied);
      } else {
        grouped.push({ tier, end: chain === 'normal' || chain === 'forward' ? tier.end : 'pass', policies: [applied] });
      }
    }
    return grouped;
  }
}

function isInChain(policy: Policy, chain: Chain): boolean {
  return chain === 'forward' ? policy.stage === 'normal' && policy.appliesOnForward : policy.stage === chain;
}
