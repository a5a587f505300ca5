import { Profile } from './inherited-labels';
import { ASSUMED_NO, both, either, holds, isAssumed, Match, NO, YES } from './match';
import { matchRule, Packet } from './match-rule';
import { Policy } from './policy';
import { AppliedPolicy, AppliedTier } from './policy-stack';
import { Direction, Rule } from './rule';
import { Services } from './services';
import { Station } from './station';
import { Tier } from './tier';

/*
 * What happens to a packet at one chain of one endpoint: tier by tier, policy by policy, rule by rule, then the profiles. The first rule
 * that matches and isn't Log decides (`endpointIptablesChain` in felix/rules/endpoints.go, `checkTiers` in app-policy/checker/check.go).
 *
 * Where a match rests on an assumption, both ways are followed: one is what the assumption says, and is the answer; all ends that the others
 * reach are collected as bits.
 */

/** What decided. */
export type Decider =
  | { readonly by: 'rule'; readonly tier: Tier; readonly policy: Policy; readonly index: number; readonly rule: Rule }
  | { readonly by: 'tier-end'; readonly tier: Tier }
  | { readonly by: 'profile'; readonly profile: Profile; readonly index: number; readonly rule: Rule }
  | { readonly by: 'no-profile' }
  | { readonly by: 'failsafe' }
  | { readonly by: 'nothing' };

/** `continue`: nothing here decided, and the packet goes on. */
export type Outcome = 'allow' | 'deny' | 'continue';

export interface Passage {
  readonly outcome: Outcome;
  readonly decider: Decider;
  /** The outcomes that other answers to open questions may lead to, this one among them. */
  readonly possible: Possible;
}

export type Possible = { readonly [outcome in Outcome]: boolean };

/** Writes down the way that the packet takes, assumptions taken; whoever wants only the outcome gives none. */
export interface WalkRecord {
  startTier(tier: AppliedTier): void;
  startPolicy(policy: AppliedPolicy): void;
  startProfile(profile: Profile): void;
  /** A rule that matches, or would if more were known. */
  match(rule: Rule, index: number, match: Match): void;
  /** After the last policy or rule that was asked. */
  end(outcome: 'allow' | 'deny' | 'pass' | 'continue', byRule: boolean): void;
}

class Walk {
  private answer: { outcome: Outcome; decider: Decider } | undefined;
  private readonly possible = { allow: false, deny: false, continue: false };
  /** Whether the way that the assumptions give is still within the tier or profile. */
  private isHere = true;
  /** Whether other ways are still within it, and whether some have left it by Pass. */
  private othersHere = false;
  private othersPassed = false;

  constructor(private readonly packet: Packet, private readonly services: Services, private readonly record: WalkRecord | undefined) {}

  public run({ tiers, profiles, direction, end }: Station): Passage {
    for (const tier of tiers) {
      if (!this.enter()) {
        break;
      }
      this.walkTier(tier, direction);
    }
    for (const profile of profiles) {
      if (!this.enter()) {
        break;
      }
      this.walkProfile(profile, direction);
    }
    if (this.enter()) {
      this.possible[end] = true;
      this.answer ??= { outcome: end, decider: { by: end === 'deny' ? 'no-profile' : 'nothing' } };
    }
    const { outcome, decider } = this.answer!;
    return { outcome, decider, possible: this.possible };
  }

  /** At the next tier or profile; false where every way has come to an end. */
  private enter(): boolean {
    this.isHere = this.answer === undefined;
    this.othersHere = this.othersHere || this.othersPassed;
    this.othersPassed = false;
    return this.isHere || this.othersHere;
  }

  private walkTier(applied: AppliedTier, direction: Direction): void {
    if (this.isHere) {
      this.record?.startTier(applied);
    }
    let applies: Match = NO;
    for (const one of applied.policies) {
      applies = either(applies, one.match);
      if (this.isHere) {
        this.record?.startPolicy(one);
      }
      const { policy } = one;
      const wasHere = this.isHere;
      const decided = this.walkRules(policy[direction]!, one.match, applied.tier, policy);
      if (wasHere && !this.isHere) {
        this.record?.end(decided!, true);
      }
      if (!this.isHere && !this.othersHere) {
        return;
      }
    }
    this.endTier(applied, applies);
  }

  /** A tier ends by its default only where it has a policy for the endpoint. */
  private endTier({ end, tier }: AppliedTier, applies: Match): void {
    if (this.isHere) {
      this.isHere = false;
      const ends = holds(applies);
      this.record?.end(ends ? end : 'continue', false);
      if (ends && end === 'deny') {
        this.decide('deny', { by: 'tier-end', tier });
      }
      if (isAssumed(applies)) {
        this.othersHere = true;
      }
    }
    if (this.othersHere) {
      this.othersHere = false;
      this.possible.deny = this.possible.deny || end === 'deny';
      this.othersPassed = this.othersPassed || end === 'pass' || isAssumed(applies);
    }
  }

  private walkProfile(profile: Profile, direction: Direction): void {
    if (this.isHere) {
      this.record?.startProfile(profile);
    }
    const wasHere = this.isHere;
    const decided = this.walkRules(profile[direction], YES, undefined, profile);
    if (wasHere) {
      this.record?.end(decided ?? 'continue', decided !== undefined);
    }
  }

  /** Takes every way through the rules of a policy, or without a tier of a profile; gives the action that the assumed way ended with, if it did. */
  private walkRules(rules: readonly Rule[], applies: Match, tier: Tier | undefined, owner: Policy | Profile): 'allow' | 'deny' | 'pass' | undefined {
    let ended: 'allow' | 'deny' | 'pass' | undefined;
    for (let index = 0; index < rules.length && (this.isHere || this.othersHere); index++) {
      const rule = rules[index];
      const match = both(applies, matchRule(rule, this.packet, this.services));
      if (match === NO) {
        continue;
      }
      if (this.isHere) {
        this.record?.match(rule, index, match);
      }
      const { action } = rule;
      if (action === 'log') {
        continue;
      }
      const othersTake = this.othersHere || (this.isHere && match === ASSUMED_NO);
      const othersStay = isAssumed(match);
      if (this.isHere && holds(match)) {
        this.isHere = false;
        ended = action;
        if (action !== 'pass') {
          this.decide(action, tier
            ? { by: 'rule', tier, policy: owner as Policy, index, rule }
            : { by: 'profile', profile: owner as Profile, index, rule });
        }
        this.othersHere = this.othersHere || othersStay;
      }
      if (othersTake) {
        if (action === 'pass') {
          this.othersPassed = true;
        } else {
          this.possible[action] = true;
        }
      }
      this.othersHere = this.othersHere && othersStay;
    }
    return ended;
  }

  private decide(outcome: 'allow' | 'deny', decider: Decider): void {
    this.possible[outcome] = true;
    this.answer = { outcome, decider };
  }
}

/** Grows with the rules that are asked. */
export function walk(station: Station, packet: Packet, services: Services, record?: WalkRecord): Passage {
  if (station.failsafe.length > 0 && isFailsafe(station, packet)) {
    return { outcome: 'allow', decider: { by: 'failsafe' }, possible: { allow: true, deny: false, continue: false } };
  }
  return new Walk(packet, services, record).run(station);
}

/** `failsafeInChain` and `failsafeOutChain` in felix/rules/static.go. An end that may be anywhere isn't in the net of a failsafe port. */
function isFailsafe({ failsafe, direction }: Station, packet: Packet): boolean {
  const peer = direction === 'ingress' ? packet.source : packet.destination;
  return failsafe.some(({ protocol, port, net }) =>
    protocol === packet.protocol && port === packet.destinationPort && (net === undefined || net.contains(peer.block)));
}
