import { exampleByClass, selections } from './pods/class-selections';
import { hostNetworkedModel } from './pods/host-networked';
import { SelectorPlace, selectorPlaces } from './rules/selector-places';
import { Cluster } from '../../manifests';
import { Endpoint, EndpointClass, endpointTitle } from '../../policy';
import { CompiledSelector, labelObject } from '../../policy/label-view';
import { NAMESPACE_PREFIX, SERVICE_ACCOUNT_PREFIX } from '../../policy/reserved-labels';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

/**
 * A selector that asks for the labels of workloads on their nodes' networks, and that nothing else of the app matches. Calico makes no endpoint
 * of such a pod (`IsHostNetworked` keeps it out, libcalico-go lib/backend/k8s/conversion). Growth: the classes of workloads, with the selectors
 * filed under their labels.
 */
export const HOST_NETWORKED_WORKLOAD: ClusterCheck = {
  id: 'policy/host-networked-workload',
  severity: 'warning',
  summary: 'A selector is meant for pods on their nodes\' networks, which no selector matches.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const onHosts = hostNetworkedModel(cluster);
    if (!onHosts || !holdsPolicies(cluster)) {
      return;
    }
    const places = selectorPlaces(policyModelOf(cluster));
    const examples = exampleByClass(onHosts.endpoints);
    const meant = new Map<CompiledSelector, Endpoint>();
    for (const { class: one, selector, isSure } of selections(onHosts.classes, places.keys())) {
      if (isSure && !meant.has(selector) && asksForValues(selector, one)) {
        meant.set(selector, examples.get(one)!);
      }
    }
    if (meant.size > 0) {
      for (const { selector } of selections(policyModelOf(cluster).classes, meant.keys())) {
        meant.delete(selector);
      }
    }
    for (const [selector, endpoint] of meant) {
      for (const { manifest, field, of } of places.get(selector)!) {
        const title = endpointTitle(endpoint);
        report({
          manifest,
          field,
          what: `${SUBJECTS[of]} ${title} alone, which is on its node's network`,
          why: `Calico has no endpoint for a pod with hostNetwork: it has the address of its node, and ${OUTCOMES[of]}`,
          fix: of === 'policy'
            ? 'protect the nodes with a HostEndpoint each and a GlobalNetworkPolicy for those, or run the pod without hostNetwork'
            : 'name the nodes\' addresses in `nets`, a Service that leads there in `services`, or select HostEndpoints of the nodes instead',
        });
      }
    }
  },
};

const SUBJECTS: Readonly<Record<SelectorPlace['of'], string>> = { policy: 'the policy is for', peer: 'the peer matches', self: 'the rule is for' };
const OUTCOMES: Readonly<Record<SelectorPlace['of'], string>> = {
  policy: 'no policy applies to it by its labels', peer: 'no selector matches it', self: 'no selector matches it',
};

function holdsPolicies({ manifests }: Cluster): boolean {
  return manifests.some(({ kind }) => kind.endsWith('NetworkPolicy'));
}

/** Whether the values of the pod's own labels make the match: with others there is none. `all()` and `has(app)` mean no workload in particular. */
function asksForValues(selector: CompiledSelector, { view }: EndpointClass): boolean {
  const isInherited = (name: string): boolean => [NAMESPACE_PREFIX, SERVICE_ACCOUNT_PREFIX, 'projectcalico.org/'].some((prefix) => name.startsWith(prefix));
  return !selector.matches(labelObject(Object.entries(view.labels).map(([name, value]) => [name, isInherited(name) ? value : `another than ${value}`])));
}
