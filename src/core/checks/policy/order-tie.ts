import { imaginedEndpoint } from './pods/imagined';
import { PoliciesBeside } from './rules/policies-beside';
import { DIRECTIONS, isCalicoPolicy, writtenTraits } from './rules/written-traits';
import { printFieldPath } from '../../findings';
import { Cluster } from '../../manifests';
import { AppliedPolicy, comparePolicies, Direction, NO, Policy, PolicyModel, PolicyStack, policyTitle, Rule, Tier, walk, YES } from '../../policy';
import { areDisjoint, isImplied } from '../../policy/implied-selector';
import { labelObject, matchLabels } from '../../policy/label-view';
import { SamplePacket, samplePacket } from '../../policy/sample-packet';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';

/** Pairs of policies, and of rules, that a cluster may cost; beyond it nothing is proved. */
const PAIRS = 5_000;
const RULE_PAIRS = 32;
/** Packets that are followed. */
const SAMPLES = 200;

/**
 * Two policies of one tier and one order: their names decide which comes first (`PolKVLess` in felix/calc/policy_sorter.go). That matters where they
 * select an endpoint in common and decide some packet of it differently; such a packet is made and followed both ways round. Where each selects
 * endpoints of the manifests, and none in common, nothing is said: labels of different names on different workloads are how apps are told apart.
 * Growth: the policies of one order that deny or pass, times those of their namespace and the global ones, up to 5,000 pairs; and the classes of
 * endpoints for each of at most 200 packets.
 */
export const ORDER_TIE: ClusterCheck = {
  id: 'policy/order-tie',
  severity: 'warning',
  summary: 'Two policies of one tier have the same order and decide a packet differently, so their names decide.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (mayTie(cluster)) {
      new Ties(policyModelOf(cluster), report).run();
    }
  },
};

/** Whether any policy that denies or passes has the tier and order of another. One look at each. */
function mayTie({ manifests }: Cluster): boolean {
  if (!manifests.some((manifest) => writtenTraits(manifest).isAgainst)) {
    return false;
  }
  const counts = new Map<string, number>([['default 1000', manifests.some(({ group }) => group === 'networking.k8s.io') ? 1 : 0]]);
  const against = new Set<string>();
  for (const manifest of manifests) {
    if (isCalicoPolicy(manifest) && !manifest.kind.startsWith('Staged')) {
      const { tier, order } = manifest.spec;
      const key = `${typeof tier === 'string' && tier !== '' ? tier : 'default'} ${typeof order === 'number' ? order : ''}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (writtenTraits(manifest).isAgainst) {
        against.add(key);
      }
    }
  }
  return [...against].some((key) => counts.get(key)! > 1);
}

class Ties {
  private pairs = PAIRS;
  private samples = SAMPLES;
  private readonly tiers: ReadonlyMap<string, Tier>;

  constructor(private readonly model: PolicyModel, private readonly report: Report) {
    this.tiers = new Map(model.tiers.map((tier) => [tier.name, tier]));
  }

  public run(): void {
    const groups = new Map<string, Group>();
    for (const policy of this.model.policies) {
      if (policy.stage === 'normal') {
        const key = `${policy.tier} ${policy.order}`;
        const group = groups.get(key) ?? { against: [], all: new PoliciesBeside() };
        groups.set(key, group);
        group.all.add(policy);
        if (isAgainst(policy)) {
          group.against.push(policy);
        }
      }
    }
    for (const group of groups.values()) {
      const told = new Set<Policy>();
      for (const policy of group.against) {
        const rival = this.rivalOf(policy, group.all.of(policy), told);
        if (rival) {
          told.add(policy);
        }
      }
    }
  }

  /** Says of one rival of a policy; an order of its own settles all. */
  private rivalOf(policy: Policy, others: Iterable<Policy>, told: ReadonlySet<Policy>): Policy | undefined {
    for (const other of others) {
      if (this.pairs-- <= 0) {
        return undefined;
      }
      if (other !== policy && !told.has(other) && !areDisjoint(policy.selector, other.selector) && this.judgePair(policy, other)) {
        return other;
      }
    }
    return undefined;
  }

  private judgePair(policy: Policy, other: Policy): boolean {
    const [first, second] = comparePolicies(policy, other) < 0 ? [policy, other] : [other, policy];
    for (const direction of DIRECTIONS) {
      const found = this.disagreement(first, second, direction);
      const meeting = found && this.meetingOf(first, second);
      if (found && meeting !== 'none') {
        this.say(policy, first, second, found, meeting === 'possible');
        return true;
      }
    }
    return false;
  }

  /** Whether there is an endpoint that both policies select: one of the manifests, or whatever the narrower of the two is for. */
  private meetingOf(first: Policy, second: Policy): 'sure' | 'possible' | 'none' {
    if (isImplied(first.selector, second.selector) || isImplied(second.selector, first.selector)) {
      return 'sure';
    }
    const selected = this.model.classes.map(({ view }) => [matchLabels(first.selector, view), matchLabels(second.selector, view)]);
    if (selected.some(([one, other]) => one === YES && other === YES)) {
      return 'sure';
    }
    const isPossible = selected.some(([one, other]) => one !== NO && other !== NO);
    return isPossible || [0, 1].some((side) => selected.every((matches) => matches[side] === NO)) ? 'possible' : 'none';
  }

  /** A packet that the one decides as long as it is first, and the other otherwise as long as that is. */
  private disagreement(first: Policy, second: Policy, direction: Direction): Disagreement | undefined {
    let pairs = RULE_PAIRS;
    for (const [index, rule] of (first[direction] ?? []).entries()) {
      for (const [at, other] of (second[direction] ?? []).entries()) {
        if (rule.action === 'log' || other.action === 'log' || rule.action === other.action) {
          continue;
        }
        if (pairs-- <= 0) {
          return undefined;
        }
        const others = [...first[direction]!.slice(0, index), ...second[direction]!.slice(0, at)].filter(({ action }) => action !== 'log');
        const sample = samplePacket({ direction, selectors: [first.selector, second.selector] }, [rule, other], others);
        if (sample && this.turns(sample, first, second, direction)) {
          return { rule, other, sample };
        }
      }
    }
    return undefined;
  }

  /** Whether the packet's end changes with the order of the two, all other policies as they are. One look at every policy. */
  private turns({ packet, labels }: SamplePacket, first: Policy, second: Policy, direction: Direction): boolean {
    if (this.samples-- <= 0) {
      return false;
    }
    const view = { labels: labelObject(Object.entries(labels)), unknownPrefixes: [], unknownNames: [] };
    const outcome = (policies: readonly Policy[]): string => {
      const applied = policies.filter(({ selector }) => selector.matches(view.labels)).map((policy): AppliedPolicy => ({ policy, match: YES }));
      const { outcome: found } = walk({
        endpoint: imaginedEndpoint('workload', { name: 'sample' }, view, [], first.manifest),
        direction,
        chain: 'normal',
        tiers: new PolicyStack(0, applied, this.tiers).tiersOf('normal', direction),
        failsafe: [],
        profiles: [],
        end: 'continue',
      }, packet, this.model.services);
      // What every policy passes on is for the profile of the namespace, which allows it.
      return found === 'continue' ? 'allow' : found;
    };
    const swapped = this.model.policies.map((policy) => policy === first ? second : policy === second ? first : policy);
    return outcome(this.model.policies) !== outcome(swapped);
  }

  private say(self: Policy, first: Policy, second: Policy, { rule, other, sample }: Disagreement, isPossible: boolean): void {
    const another = self === first ? second : first;
    const hasOrder = Number.isFinite(first.order);
    this.report({
      manifest: self.manifest,
      field: hasOrder ? ['spec', 'order'] : ['spec'],
      what: `${policyTitle(self)} and ${policyTitle(another)} ${hasOrder ? `both have order ${first.order}` : 'have no order'}, and decide differently`,
      why: `of equals the first by name is asked first, here ${policyTitle(first)}: ${sample.words} is ${DONE[rule.action]} by its ${printFieldPath(rule.field)}, `
        + `and would be ${DONE[other.action]} by ${printFieldPath(other.field)} of ${policyTitle(second)}`,
      fix: `give ${another.kind.startsWith('Kubernetes') ? 'this policy another `order`, as that of Kubernetes\' policies is always 1000' : 'both an `order` of their own: the smaller is asked first'}`,
      ...(isPossible && { severity: 'advice' as const }),
    });
  }
}

/** Policies of one tier and one order. */
interface Group {
  /** Those that deny or pass: two that only allow can't disagree. */
  readonly against: Policy[];
  readonly all: PoliciesBeside;
}

function isAgainst({ ingress = [], egress = [] }: Policy): boolean {
  return [...ingress, ...egress].some(({ action }) => action === 'deny' || action === 'pass');
}

interface Disagreement {
  readonly rule: Rule;
  readonly other: Rule;
  readonly sample: SamplePacket;
}

const DONE = { allow: 'allowed', deny: 'denied', pass: 'passed on', log: 'logged' } as const;
