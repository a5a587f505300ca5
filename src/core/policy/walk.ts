import { Profile } from './inherited-labels';
import { ASSUMED_NO, holds, isAssumed, Match, NO, YES } from './match';
import { matchRule, Packet } from './match-rule';
import { passesFirst, tunnelTitle, unknownsOf } from './node-traffic';
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
  | { readonly by: 'node-traffic'; readonly title: string }
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
  /** What decides if it is so, as a phrase to follow with "isn't known". */
  leaveOpen(question: string): void;
  /** After the last policy or rule that was asked. */
  end(outcome: 'allow' | 'deny' | 'pass' | 'continue', byRule: boolean): void;
}

class Walk {
  private answer: { outcome: Outcome; decider: Decider } | undefined;
  private readonly possible = { allow: false, deny: false, continue: false };
  /** Whether the way that the assumptions give is still within the tier or profile, and whether a policy of the tier selects on it. */
  private isHere = true;
  private isSelected = false;
  /** Other ways: within the tier and selected by one of its policies, within and not selected yet, and out of it by Pass. */
  private othersHere = false;
  private othersUnselected = false;
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
    this.isSelected = false;
    this.othersUnselected = this.othersHere || this.othersUnselected || this.othersPassed;
    this.othersHere = false;
    this.othersPassed = false;
    return this.isHere || this.othersUnselected;
  }

  private walkTier(applied: AppliedTier, direction: Direction): void {
    if (this.isHere) {
      this.record?.startTier(applied);
    }
    for (const one of applied.policies) {
      if (this.isHere) {
        this.record?.startPolicy(one);
      }
      if (one.match === YES) {
        this.isSelected = true;
        this.othersHere = this.othersHere || this.othersUnselected;
        this.othersUnselected = false;
        this.walkPolicy(applied.tier, one.policy, direction);
      } else {
        this.walkUnsurely(applied.tier, one, direction);
      }
      if (!this.isHere && !this.othersHere && !this.othersUnselected) {
        return;
      }
    }
    this.endTier(applied);
  }

  /** Every way splits in two where it isn't known whether a policy selects. The assumed way takes its rules, or passes it by. */
  private walkUnsurely(tier: Tier, { policy, match }: AppliedPolicy, direction: Direction): void {
    const { isHere, othersHere, othersUnselected } = this;
    const isTaken = holds(match);
    const wasSelected = this.isSelected;
    this.othersHere = othersHere || othersUnselected || !isTaken && isHere;
    this.isHere = isHere && isTaken;
    this.isSelected = wasSelected || isTaken;
    this.walkPolicy(tier, policy, direction);
    this.isHere = isTaken ? this.isHere : isHere;
    this.othersHere = this.othersHere || othersHere || (isTaken && isHere && wasSelected);
    this.othersUnselected = othersUnselected || (isTaken && isHere && !wasSelected);
  }

  private walkPolicy(tier: Tier, policy: Policy, direction: Direction): void {
    const wasHere = this.isHere;
    const ended = this.walkRules(policy[direction]!, tier, policy);
    if (wasHere && !this.isHere) {
      this.record?.end(ended!, true);
    }
  }

  /** A tier ends by its default on ways that one of its policies selects on; on others it is skipped. */
  private endTier({ end, tier }: AppliedTier): void {
    if (this.isHere) {
      this.isHere = false;
      this.record?.end(this.isSelected ? end : 'continue', false);
      if (this.isSelected && end === 'deny') {
        this.decide('deny', { by: 'tier-end', tier });
      }
    }
    if (this.othersHere) {
      this.othersHere = false;
      this.possible.deny = this.possible.deny || end === 'deny';
      this.othersPassed = this.othersPassed || end === 'pass';
    }
  }

  private walkProfile(profile: Profile, direction: Direction): void {
    if (this.isHere) {
      this.record?.startProfile(profile);
    }
    const wasHere = this.isHere;
    this.othersHere = this.othersUnselected;
    this.othersUnselected = false;
    const decided = this.walkRules(profile[direction], undefined, profile);
    if (wasHere) {
      this.record?.end(decided ?? 'continue', decided !== undefined);
    }
  }

  /** Takes every way through the rules of a policy, or without a tier of a profile; gives the action that the assumed way ended with, if it did. */
  private walkRules(rules: readonly Rule[], tier: Tier | undefined, owner: Policy | Profile): 'allow' | 'deny' | 'pass' | undefined {
    let ended: 'allow' | 'deny' | 'pass' | undefined;
    for (let index = 0; index < rules.length && (this.isHere || this.othersHere); index++) {
      const rule = rules[index];
      const match = matchRule(rule, this.packet, this.services);
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
  const { nodeTraffic, direction } = station;
  const passes = nodeTraffic ? passesFirst(nodeTraffic, packet, direction) : NO;
  if (nodeTraffic === undefined || passes === NO) {
    return new Walk(packet, services, record).run(station);
  }
  const decider: Decider = { by: 'node-traffic', title: tunnelTitle(nodeTraffic, packet) };
  if (passes === YES) {
    return { outcome: 'allow', decider, possible: { allow: true, deny: false, continue: false } };
  }
  unknownsOf(nodeTraffic, packet, direction).forEach((question) => record?.leaveOpen(question));
  const passage = new Walk(packet, services, holds(passes) ? undefined : record).run(station);
  const possible = { ...passage.possible, allow: true };
  return holds(passes) ? { outcome: 'allow', decider, possible } : { ...passage, possible };
}

/** `failsafeInChain` and `failsafeOutChain` in felix/rules/static.go. An end that may be anywhere isn't in the net of a failsafe port. */
function isFailsafe({ failsafe, direction }: Station, packet: Packet): boolean {
  const peer = direction === 'ingress' ? packet.source : packet.destination;
  return failsafe.some(({ protocol, port, net }) =>
    protocol === packet.protocol && port === packet.destinationPort && (net === undefined || net.contains(peer.block)));
}
