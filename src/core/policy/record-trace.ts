import { printFieldPath } from '../findings';
import { Decision, StationVerdict, decide } from './decide';
import { endpointTitle } from './endpoint';
import { Profile } from './inherited-labels';
import { ASSUMED_NO, ASSUMED_YES, isAssumed, Match, NO, YES } from './match';
import { Packet } from './match-rule';
import { policyId, policyTitle } from './policy';
import { PolicyModel } from './policy-model';
import { AppliedPolicy, AppliedTier } from './policy-stack';
import { Rule } from './rule';
import { Station } from './station';
import { TracePolicy, TraceProfile, TraceRule, TraceStation, TraceTier } from './trace';
import { Decider, WalkRecord } from './walk';

const MATCHES: Readonly<Record<Match, string>> = { [NO]: 'no', [YES]: 'yes', [ASSUMED_NO]: 'assumed no', [ASSUMED_YES]: 'assumed yes' };

/** A decision, with the walk that led to it and the questions that it leaves open. */
export interface Explained {
  readonly decision: Decision;
  readonly stations: readonly TraceStation[];
  /** Sentences. */
  readonly open: readonly string[];
}

/** Decides a packet again and writes down every step. */
export function explain(model: PolicyModel, packet: Packet): Explained {
  const records: StationRecord[] = [];
  const decision = decide(model, packet, () => {
    const record = new StationRecord();
    records.push(record);
    return record;
  });
  const stations = decision.met.map((verdict, index) => records[index].toTrace(model, verdict));
  return { decision, stations, open: [...new Set([...decision.open, ...records.flatMap(({ open }) => open)])] };
}

/** What was asked last, for its rules and its end. */
interface Asked<T> {
  readonly item: T;
  readonly rules: TraceRule[];
}

class StationRecord implements WalkRecord {
  private readonly tiers: { applied: AppliedTier; policies: Asked<AppliedPolicy>[]; outcome: string; endedByRule: boolean }[] = [];
  private readonly profiles: (Asked<Profile> & { outcome: string })[] = [];
  public readonly open: string[] = [];

  public startTier(applied: AppliedTier): void {
    this.tiers.push({ applied, policies: [], outcome: 'continue', endedByRule: false });
  }

  public startPolicy(applied: AppliedPolicy): void {
    this.tiers.at(-1)!.policies.push({ item: applied, rules: [] });
    if (isAssumed(applied.match)) {
      this.open.push(`whether ${policyTitle(applied.policy)} selects the end isn't known`);
    }
  }

  public startProfile(profile: Profile): void {
    this.profiles.push({ item: profile, rules: [], outcome: 'continue' });
  }

  public match(rule: Rule, index: number, match: Match): void {
    const profile = this.profiles.at(-1);
    const policy = this.tiers.at(-1)?.policies.at(-1);
    const field = printFieldPath(rule.field);
    (profile ?? policy!).rules.push({ index, field, action: rule.action, match: MATCHES[match] });
    if (isAssumed(match)) {
      this.open.push(`whether ${field} of ${profile ? `profile ${profile.item.name}` : policyTitle(policy!.item.policy)} matches isn't known`);
    }
  }

  public leaveOpen(question: string): void {
    this.open.push(`${question} isn't known`);
  }

  public end(outcome: 'allow' | 'deny' | 'pass' | 'continue', byRule: boolean): void {
    const profile = this.profiles.at(-1);
    if (profile) {
      profile.outcome = outcome;
      return;
    }
    const tier = this.tiers.at(-1)!;
    tier.outcome = outcome;
    tier.endedByRule = byRule;
  }

  public toTrace(model: PolicyModel, { station, passage }: StationVerdict): TraceStation {
    return {
      direction: station.direction,
      endpoint: endpointTitle(station.endpoint),
      chain: station.chain,
      tiers: this.tiers.map(({ applied, policies, outcome, endedByRule }): TraceTier => ({
        tier: applied.tier.name, policies: policies.map(tracePolicy), outcome, endedByRule,
      })),
      profiles: this.profiles.map(({ item, rules, outcome }): TraceProfile => ({ profile: item.name, rules, outcome })),
      staged: model.stagedFor(station.endpoint.class).filter((policy) => policy[station.direction] !== undefined).map(policyTitle).sort(),
      outcome: passage.outcome,
      by: deciderText(station, passage.decider, passage.outcome),
    };
  }
}

function tracePolicy({ item: { policy, match }, rules }: Asked<AppliedPolicy>): TracePolicy {
  const { kind, namespace, name } = policy;
  return { kind, ...(namespace !== undefined && { namespace }), name, match: MATCHES[match], rules };
}

/** What decided, on one line that tells everything needed to find it. */
export function deciderText({ direction, chain }: Station, decider: Decider, outcome: string): string {
  const where = chain === 'normal' ? direction : `${direction} ${chain}`;
  switch (decider.by) {
    case 'rule':
      return `${where} tier:${decider.tier.name} policy:${policyId(decider.policy)} rule:${decider.index} ${outcome}`;
    case 'tier-end':
      return `${where} tier:${decider.tier.name} default ${outcome}`;
    case 'profile':
      return `${where} profile:${decider.profile.name} rule:${decider.index} ${outcome}`;
    case 'no-profile':
      return `${where} profile:none default ${outcome}`;
    case 'failsafe':
      return `${where} failsafe ${outcome}`;
    case 'node-traffic':
      return `${where} node-traffic ${decider.title} ${outcome}`;
    case 'nothing':
      return `${where} nothing ${outcome}`;
  }
}
