import { asksForNothing, DIRECTIONS, writtenRules, writtenTraits } from './rules/written-traits';
import { addToList } from '../../add-to-list';
import { printFieldPath } from '../../findings';
import { isObject, Manifest } from '../../manifests';
import { Action, Direction, Policy, PolicyModel, policyTitle, Rule } from '../../policy';
import { fixedLabels, isImplied } from '../../policy/implied-selector';
import { CompiledSelector } from '../../policy/label-view';
import { NAMESPACE_LABEL, ORCHESTRATOR_LABEL } from '../../policy/reserved-labels';
import { isCatchAll } from '../../policy/rule-containment';
import { group, valueNode } from '../../selectors';
import { ClusterCheck, Report } from '../check';
import { policyModelOf } from '../policy-model-of';

/** A policy after which no other is asked, for what it selects. */
interface Blocker {
  readonly policy: Policy;
  /** The rule that matches everything. */
  readonly last: Rule;
  /** What it and the rules before it do. */
  readonly actions: ReadonlySet<Action>;
}

const NONE: readonly Blocker[] = [];

/** Pairs of policies that a cluster may cost; beyond it nothing is proved. */
const PAIRS = 100_000;

/**
 * A policy whose rules are never asked, as one before it selects all that it selects and decides everything: in its own tier by a rule that
 * matches everything, in an earlier tier by one that doesn't Pass. Growth: each policy is held against the policies with such a rule that are
 * global or in its namespace, and ask for no label or for one that it asks for too, up to 100,000 pairs.
 */
export const SHADOWED_POLICY: ClusterCheck = {
  id: 'policy/shadowed-policy',
  severity: 'warning',
  summary: 'A policy\'s rules are never asked: a policy before it selects the same and decides everything.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (cluster.manifests.some(mayDecideAll)) {
      DIRECTIONS.forEach((direction) => reportShadowed(policyModelOf(cluster), direction, report));
    }
  },
};

/** Whether a rule is written that asks for nothing. Policies of Kubernetes only allow, and yet can hide those of Calico. */
function mayDecideAll(manifest: Manifest): boolean {
  return manifest.group === 'networking.k8s.io'
    ? DIRECTIONS.some((direction) => writtenRules(manifest, direction).some((rule) => isObject(rule) && asksForNothing(rule)))
    : !manifest.kind.startsWith('Staged') && writtenTraits(manifest).mayDecideAll;
}

function reportShadowed(model: PolicyModel, direction: Direction, report: Report): void {
  const blockers = new Blockers();
  for (const policy of model.policies) {
    const rules = policy[direction];
    if (rules && rules.length > 0) {
      const blocker = blockers.before(policy, rules);
      if (blocker) {
        report(faultOf(policy, direction, blocker));
      }
      const own = blockerOf(policy, rules);
      if (own) {
        blockers.add(own);
      }
    }
  }
}

/**
 * Blockers by namespace and by a label that they ask for: what they select has it, so that only policies that ask for it too can be hidden by
 * them, unless these ask for it in another form.
 */
class Blockers {
  private readonly filed = new Map<string, Blocker[]>();
  private pairs = PAIRS;

  public add(blocker: Blocker): void {
    const { namespace, selector } = blocker.policy;
    const key = keyOf(namespace, fixedLabels(selector).filter(tellsPodsApart)[0]);
    addToList(this.filed, key, blocker);
  }

  /** The blocker of a policy among those that were added. */
  public before(policy: Policy, rules: readonly Rule[]): Blocker | undefined {
    const labels = [undefined, ...fixedLabels(policy.selector).filter(tellsPodsApart)];
    for (const namespace of new Set([undefined, policy.namespace])) {
      for (const label of labels) {
        for (const blocker of this.filed.get(keyOf(namespace, label)) ?? NONE) {
          if (this.pairs-- <= 0) {
            return undefined;
          }
          if (blocks(blocker, policy, rules)) {
            return blocker;
          }
        }
      }
    }
    return undefined;
  }
}

/** Labels that all pods of a namespace have tell nothing apart. */
function tellsPodsApart(label: string): boolean {
  return !label.startsWith(`${NAMESPACE_LABEL}=`) && !label.startsWith(`${ORCHESTRATOR_LABEL}=`);
}

function keyOf(namespace: string | undefined, label: string | undefined): string {
  return `${namespace ?? ''} ${label ?? ''}`;
}

function blockerOf(policy: Policy, rules: readonly Rule[]): Blocker | undefined {
  const last = rules.findIndex((rule) => rule.action !== 'log' && isCatchAll(rule));
  return last < 0 ? undefined : { policy, last: rules[last], actions: actionsOf(rules.slice(0, last + 1)) };
}

function actionsOf(rules: readonly Rule[]): Set<Action> {
  return new Set(rules.flatMap(({ action }) => action === 'log' ? [] : [action]));
}

/** Policies of Kubernetes only allow, so that one more is no mistake; of equal order and different actions speaks `policy/order-tie`. */
function blocks({ policy: earlier, actions }: Blocker, policy: Policy, rules: readonly Rule[]): boolean {
  const isTie = earlier.tier === policy.tier && earlier.order === policy.order && !isSame(actions, rules);
  return !isTie
    && (earlier.tier === policy.tier || !actions.has('pass'))
    && earlier.stage === policy.stage
    && (earlier.appliesOnForward || !policy.appliesOnForward)
    && !(earlier.kind === 'KubernetesNetworkPolicy' && policy.kind === earlier.kind)
    && isImplied(policy.namespace === undefined ? policy.selector : ofPods(policy.selector), earlier.selector);
}

/** What has a namespace and policies is a pod, which the policies of Kubernetes ask for. */
function ofPods(selector: CompiledSelector): CompiledSelector {
  return { ...selector, text: '', ast: group('and', [selector.ast, valueNode('equals', ORCHESTRATOR_LABEL, 'k8s')]) };
}

/** Whether the policies do one and the same thing. */
function isSame(actions: ReadonlySet<Action>, rules: readonly Rule[]): boolean {
  return new Set([...actions, ...actionsOf(rules)]).size === 1;
}

const DOES = { allow: 'allows', deny: 'denies', pass: 'passes', log: 'logs' } as const;

function faultOf(policy: Policy, direction: Direction, { policy: earlier, last, actions }: Blocker): Parameters<Report>[0] {
  const inTier = earlier.tier === policy.tier;
  const title = policyTitle(earlier);
  const where = inTier ? orderWords(earlier) : `in tier ${earlier.tier}, which comes before ${policy.tier}`;
  const others = actions.size > 1 ? 'what its other rules leave' : 'everything';
  return {
    manifest: policy.manifest,
    field: ['spec', direction],
    ...(isSame(actions, policy[direction]!) && { severity: 'advice' as const }),
    what: `the ${direction} rules of ${policyTitle(policy)} are never asked: ${title} comes first and decides everything`,
    why: `${title} (${where}) selects all that this policy selects, and its ${printFieldPath(last.field)} ${DOES[last.action]} ${others}`
      + `${inTier ? `; this policy has ${orderWords(policy)}` : ''}`,
    fix: inTier
      ? `give this policy an \`order\` ${Number.isFinite(earlier.order) ? `below ${earlier.order}` : 'at all'}, or let ${title} select or match less`
      : `let ${title} Pass what tier ${policy.tier} is to decide, or move this policy to a tier before ${earlier.tier}`,
  };
}

function orderWords({ order }: Policy): string {
  return Number.isFinite(order) ? `order ${order}` : 'no order, which is last';
}
