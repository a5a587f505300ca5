import { printFieldPath } from '../../findings';
import { endpointTitle } from '../endpoint';
import { isAssumed, Match, NO } from '../match';
import { policyTitle } from '../policy';
import { AppliedPolicy } from '../policy-stack';
import { Direction, Rule } from '../rule';
import { Station } from '../station';
import { Decider, Passage, WalkRecord } from '../walk';

/** What decided at a station, in words, so that those of two clusters can be compared. */
export interface Decided {
  /** Counts from 0. */
  readonly id: number;
  readonly direction: Direction;
  /** Undefined at the station of the end itself; a host on the way otherwise, with its chain. */
  readonly host: string | undefined;
  readonly by: Decider['by'] | 'barrier';
  /** What stops a packet after all policies, as a sentence. */
  readonly barrier: string | undefined;
  /** The policy of the rule; or all of the tier that select the end. */
  readonly policies: readonly string[];
  readonly field: string | undefined;
  readonly profile: string | undefined;
  /** Whether any policy governs the end in this direction. */
  readonly isGoverned: boolean;
  /** What isn't known and may matter, such as `spec.ingress[1] of NetworkPolicy shop/api`. */
  readonly open: readonly string[];
}

/** Makes what decided, each once. */
export class DeciderPool {
  private readonly known = new Map<string, Decided>();

  /** Felix itself, after all policies. */
  public ofBarrier(barrier: string): Decided {
    return this.shared({
      direction: 'ingress', host: 'Felix', by: 'barrier', barrier, policies: [], field: undefined, profile: undefined, isGoverned: false, open: [],
    });
  }

  public of(station: Station, { decider }: Pick<Passage, 'decider'>, open: readonly string[]): Decided {
    const { direction, chain, endpoint, tiers } = station;
    return this.shared({
      direction,
      host: endpoint.class.kind === 'host' ? `${endpointTitle(endpoint)}${chain === 'normal' ? '' : ` (${chain})`}` : undefined,
      by: decider.by,
      barrier: undefined,
      policies: policiesOf(station, decider),
      field: decider.by === 'rule' ? printFieldPath(decider.rule.field) : undefined,
      profile: decider.by === 'profile' ? decider.profile.name : undefined,
      isGoverned: tiers.length > 0,
      open,
    });
  }

  private shared(parts: Omit<Decided, 'id'>): Decided {
    const key = JSON.stringify(parts);
    const found = this.known.get(key) ?? { id: this.known.size, ...parts };
    this.known.set(key, found);
    return found;
  }
}

function policiesOf({ tiers }: Station, decider: Decider): string[] {
  if (decider.by === 'rule') {
    return [policyTitle(decider.policy)];
  }
  const ended = decider.by === 'tier-end' ? tiers.find(({ tier }) => tier === decider.tier) : undefined;
  return (ended?.policies ?? []).map(({ policy }) => policyTitle(policy));
}

/** Writes down what a walk leaves open on the way that the assumptions give. */
export class OpenQuestions implements WalkRecord {
  public readonly open: string[] = [];
  private owner = '';

  public startTier(): void {}

  public startPolicy({ policy, match }: AppliedPolicy): void {
    this.owner = policyTitle(policy);
    if (isAssumed(match)) {
      this.open.push(`whether ${this.owner} selects the end`);
    }
  }

  public startProfile(): void {}

  public match({ field }: Rule, _index: number, match: Match): void {
    if (match !== NO && isAssumed(match)) {
      this.open.push(`whether ${printFieldPath(field)} of ${this.owner} matches`);
    }
  }

  public leaveOpen(question: string): void {
    this.open.push(question);
  }

  public end(): void {}
}
