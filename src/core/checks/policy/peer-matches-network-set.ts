import { exampleByClass, selections } from './pods/class-selections';
import { selectorPlaces } from './rules/selector-places';
import { endpointTitle } from '../../policy';
import { CompiledSelector, labelObject, LabelView } from '../../policy/label-view';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX } from '../../policy/reserved-labels';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

/**
 * A peer that matches pods, and a network set besides, not by the set's own labels: by its namespace, by `all()`, or by a label that it lacks.
 * Pods have the label `projectcalico.org/orchestrator`, sets don't (libcalico-go lib/backend/k8s/conversion). Growth: the sets and the classes of
 * workloads, with the selectors filed under their labels.
 */
export const PEER_MATCHES_NETWORK_SET: ClusterCheck = {
  id: 'policy/peer-matches-network-set',
  severity: 'advice',
  summary: 'A peer that matches pods matches a network set too, though not by a label of the set.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    if (calicoObjects(cluster, 'NetworkSet').length + calicoObjects(cluster, 'GlobalNetworkSet').length === 0) {
      return;
    }
    const model = policyModelOf(cluster);
    const places = new Map([...selectorPlaces(model)].map(([selector, all]) => [selector, all.filter(({ of }) => of === 'peer')] as const)
      .filter(([, peers]) => peers.length > 0));
    const widened = new Map<CompiledSelector, string>();
    const setsByClass = new Map(model.sets.map((set) => [set.class, set]));
    for (const { class: one, selector, isSure } of selections(setsByClass.keys(), places.keys())) {
      if (isSure && !widened.has(selector) && selector.matches(inheritedLabels(one.view))) {
        const { namespace, name } = setsByClass.get(one)!;
        widened.set(selector, namespace === undefined ? `GlobalNetworkSet ${name}` : `NetworkSet ${namespace}/${name}`);
      }
    }
    const pods = new Map<CompiledSelector, string>();
    const byClass = exampleByClass(widened.size === 0 ? [] : model.endpoints.filter((endpoint) => endpoint.class.kind === 'workload'));
    for (const { class: one, selector, isSure } of selections(byClass.keys(), widened.keys())) {
      if (isSure && !pods.has(selector)) {
        pods.set(selector, endpointTitle(byClass.get(one)!));
      }
    }
    for (const [selector, pod] of pods) {
      for (const { manifest, field } of places.get(selector)!) {
        report({
          manifest,
          field,
          what: `this peer matches the addresses of ${widened.get(selector)!} besides pods such as ${pod}`,
          why: 'a selector matches network sets as it matches pods, and nothing in this one tells them apart: the set matches without any label of its own',
          fix: 'add has(projectcalico.org/orchestrator) to `selector` if only pods are meant: they have the label, and network sets don\'t',
        });
      }
    }
  },
};

/** What a set has without labels of its own. */
function inheritedLabels({ labels }: LabelView): ReturnType<typeof labelObject> {
  return labelObject(Object.entries(labels).filter(([name]) => name === NAMESPACE_LABEL || name.startsWith(NAMESPACE_PREFIX)));
}
