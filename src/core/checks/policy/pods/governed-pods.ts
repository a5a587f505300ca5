import { exampleByClass } from './class-selections';
import { imagine, imaginedEndpoint, podLabels } from './imagined';
import { Direction, Endpoint, endpointTitle, LabelView, Policy, PolicyModel, Station } from '../../../policy';
import { INHERITED_NAME } from '../../../policy/label-laws';
import { NAMESPACE_LABEL } from '../../../policy/reserved-labels';
import { findLabels, SelectorNode } from '../../../selectors';

/** Pods with one set of labels, and what governs them in one direction. */
export interface GovernedPod {
  /** Such as `Deployment shop/web`, or `a pod with the labels app=web in namespace shop`. */
  readonly title: string;
  readonly endpoint: Endpoint;
  readonly station: Station;
}

/** Steps of work for finding a label set, of which most selectors take a few. */
const BUDGET = 20_000;
const IS_POD: SelectorNode = { kind: 'has', label: NAMESPACE_LABEL, span: undefined };
/** Where nobody says a namespace, some namespace of an app. */
const SOME_NAMESPACE = 'default';

/**
 * The pods that policies govern in a direction: the workloads of the model, one for each class; where there are none, for each policy a pod that
 * has just the labels that the policy asks for, if it is of interest. Linear in endpoints and policies.
 */
export function governedPods(model: PolicyModel, direction: Direction, isOfInterest: (policy: Policy) => boolean = () => true): GovernedPod[] {
  const workloads = model.endpoints.filter(({ class: { kind } }) => kind === 'workload');
  const pods = workloads.length > 0
    ? [...exampleByClass(workloads).values()].map((endpoint) => ({ title: endpointTitle(endpoint), endpoint, station: model.stationOf(endpoint, direction, 'normal') }))
    : model.policies.flatMap((policy) => policy[direction] && policy.stage === 'normal' && isOfInterest(policy) ? podOf(model, policy, direction) : []);
  return pods.filter(({ station }) => station.tiers.length > 0);
}

/** A pod that a policy selects; none where the policy may be meant for host endpoints alone, or where no such labels are found. */
function podOf(model: PolicyModel, policy: Policy, direction: Direction): GovernedPod[] {
  const { ast } = policy.selector;
  const found = findLabels({ matching: [ast, IS_POD] }, BUDGET);
  if (found.answer !== 'yes') {
    return [];
  }
  const own = Object.entries(found.labels);
  const isAnywhere = policy.selector.matches(viewOf(SOME_NAMESPACE, own).labels);
  const namespace = policy.namespace ?? (isAnywhere ? SOME_NAMESPACE : found.labels[INHERITED_NAME] ?? found.labels[NAMESPACE_LABEL]);
  const view = viewOf(namespace, own);
  const isForPods = policy.namespace !== undefined || policy.selector.matches(viewOf(namespace, []).labels)
    || findLabels({ matching: [ast], notMatching: [IS_POD] }, BUDGET).answer === 'no';
  if (!isForPods || !policy.selector.matches(view.labels)) {
    return [];
  }
  const shown = own.filter(([key]) => !/^(pcns|pcsa)\.|^projectcalico\.org\//.test(key)).map(([key, value]) => `${key}=${value}`);
  const title = `a pod ${shown.length === 0 ? 'without labels' : `with the label${shown.length === 1 ? '' : 's'} ${shown.join(', ')}`} in namespace ${namespace}`;
  const endpoint = imaginedEndpoint('workload', { namespace, name: 'any' }, view, [], policy.manifest);
  return [{ title, endpoint, station: imagine(model).stationOf(endpoint, direction) }];
}

/** Labels of the namespace that no policy asks for aren't known. */
function viewOf(namespace: string, own: readonly [string, string][]): LabelView {
  return { labels: Object.fromEntries(podLabels(namespace, own)), unknownPrefixes: ['pcns.', 'pcsa.'], unknownNames: [] };
}

/** Whether a policy is for all pods of a namespace, whatever labels they have. */
export function isForWholeNamespace({ selector }: Policy, namespace: string): boolean {
  return selector.matches(viewOf(namespace, []).labels);
}
