import { PodSelection, SelectedPods, Share } from './selected-pods';
import { findLabels, hasNode, labelsOf, SelectorNode } from '../../selectors';
import { Endpoint, endpointTitle } from '../endpoint';
import { CompiledSelector } from '../label-view';
import { Match, YES } from '../match';
import { compareText, Policy } from '../policy';
import { PolicyModel } from '../policy-model';
import { sortPolicies } from '../read-policies';
import { isLabelOfPods } from '../reserved-labels';
import { SelectionIndex } from '../selection-index';
import { Tier } from '../tier';

/** What a policy selects, among the manifests and of what somebody may create. */
export interface ReachOfPolicy extends SelectedPods {
  readonly policy: Policy;
  readonly tier: Tier;
  /** Whether it selects pods of every namespace alike, and how many. */
  readonly everywhere: Share;
  /** Workloads of the manifests that it selects, but for those of namespaces whose pods are all selected. */
  readonly workloads: readonly string[];
  /** Those that it may select: labels of their namespace or service account aren't known. */
  readonly possibleWorkloads: readonly string[];
  readonly hostEndpoints: readonly string[];
  readonly possibleHostEndpoints: readonly string[];
  /** Of the host endpoints that somebody may make, but for those that have a profile of a namespace or service account. */
  readonly otherHosts: Share;
}

/** Steps that one question about a selector may cost. */
const BUDGET = 200_000;

/** Endpoints that a selector matches. */
interface Selected {
  readonly pods: SelectedPods;
  readonly parts: Pick<ReachOfPolicy, 'workloads' | 'possibleWorkloads' | 'hostEndpoints' | 'possibleHostEndpoints' | 'otherHosts'>;
}

/**
 * What each policy of a model selects, staged ones too, in the order in which Calico asks them. Policies with the same selector share the work and
 * the lists. Growth: the selectors filed under the labels of each class of endpoints, the endpoints that each selector matches, and for the pods
 * that nobody declares what `PodSelection` says.
 */
export function reachOfPolicies(model: PolicyModel): ReachOfPolicy[] {
  const all = sortPolicies([...model.policies, ...model.staged], model.tiers);
  const tiers = new Map(model.tiers.map((tier) => [tier.name, tier]));
  const selection = new PodSelection(model);
  const endpoints = selectedEndpoints(model, new Set(all.map(({ selector }) => selector)));
  const known = new Map<string, Selected>();
  return all.map((policy): ReachOfPolicy => {
    const { selector, namespace } = policy;
    const key = `${namespace ?? ''} ${selector.id}`;
    const selected = known.get(key) ?? selectedBy(selector, namespace, selection, endpoints);
    known.set(key, selected);
    const everywhere = (['all', 'some'] as const).find((share) => selection.isEverywhere(share, selected.pods)) ?? 'none';
    return { policy, tier: tiers.get(policy.tier)!, ...selected.pods, ...selected.parts, everywhere };
  });
}

interface Matched {
  readonly endpoint: Endpoint;
  readonly match: Match;
}

/** Asked once for each class. */
function selectedEndpoints(model: PolicyModel, selectors: ReadonlySet<CompiledSelector>): ReadonlyMap<CompiledSelector, readonly Matched[]> {
  const index = new SelectionIndex([...selectors], (selector) => selector);
  const ofClass = model.classes.map((): Endpoint[] => []);
  model.endpoints.forEach((endpoint) => ofClass[endpoint.class.id].push(endpoint));
  const matched = new Map<CompiledSelector, Matched[]>();
  for (const { id, view } of model.classes.filter((one) => ofClass[one.id].length > 0)) {
    for (const { entry, match } of index.select(view)) {
      const list = matched.get(entry) ?? [];
      matched.set(entry, list);
      ofClass[id].forEach((endpoint) => list.push({ endpoint, match }));
    }
  }
  return matched;
}

function selectedBy(
  selector: CompiledSelector, namespace: string | undefined, selection: PodSelection, endpoints: ReadonlyMap<CompiledSelector, readonly Matched[]>,
): Selected {
  const pods = selection.of(selector, namespace);
  const whole = new Set(pods.allOf);
  const matched = (endpoints.get(selector) ?? []).filter(({ endpoint }) => endpoint.namespace === undefined || !whole.has(endpoint.namespace));
  const titles = (kind: 'workload' | 'host', isSure: boolean): string[] => matched
    .filter(({ endpoint, match }) => endpoint.class.kind === kind && (match === YES) === isSure)
    .map(({ endpoint }) => endpointTitle(endpoint)).sort(compareText);
  return {
    pods,
    parts: {
      workloads: titles('workload', true),
      possibleWorkloads: titles('workload', false),
      hostEndpoints: titles('host', true),
      possibleHostEndpoints: titles('host', false),
      otherHosts: namespace === undefined ? shareOfHosts(selector.ast) : 'none',
    },
  };
}

/** Host endpoints have none of the labels that Calico gives to pods. */
function shareOfHosts(ast: SelectorNode): Share {
  const absent = new Set(labelsOf(ast).map(({ label }) => label).filter(isLabelOfPods));
  const without = [...absent].map((label): SelectorNode => ({ kind: 'not', operand: hasNode(label) }));
  if (findLabels({ matching: [ast, ...without] }, BUDGET).answer === 'no') {
    return 'none';
  }
  return findLabels({ matching: without, notMatching: [ast] }, BUDGET).answer === 'no' ? 'all' : 'some';
}
