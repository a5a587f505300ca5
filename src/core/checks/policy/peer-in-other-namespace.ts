import { isCalicoPolicy } from './calico-policy';
import { hostNetworkedModel } from './host-networked';
import { exampleByClass, selections, WrittenPeer, writtenPeers } from './peers';
import { Cluster, Manifest } from '../../manifests';
import { EndpointClass, endpointTitle } from '../../policy';
import { modelKindOf } from '../../policy/kinds';
import { CompiledSelector } from '../../policy/label-view';
import { NAMESPACE_LABEL } from '../../policy/reserved-labels';
import { SelectorPool } from '../../policy/selector-pool';
import { parseStrictly } from '../../selectors';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

interface Candidate extends WrittenPeer {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly selector: CompiledSelector;
}

/** Where a selector matches something, in this namespace or that. */
type Matches = Map<string, EndpointClass>;

/**
 * In a NetworkPolicy a peer with a selector and no `namespaceSelector` means the policy's own namespace (`GetEntityRuleSelector` in libcalico-go
 * updateprocessors/rules.go). Said only where the app declares workloads there, none of which matches, and one elsewhere that does.
 * Growth: the peers, and the classes of workloads with the selectors filed under their labels.
 */
export const PEER_IN_OTHER_NAMESPACE: ClusterCheck = {
  id: 'policy/peer-in-other-namespace',
  severity: 'warning',
  summary: 'A peer of a NetworkPolicy means its own namespace, and what it matches is in another one.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const candidates = holdsTwoNamespaces(cluster) ? candidatesOf(cluster) : [];
    if (candidates.length === 0) {
      return;
    }
    const model = policyModelOf(cluster);
    const populated = new Set(model.endpoints.flatMap(({ namespace }) => namespace ?? []));
    const examples = exampleByClass(model.endpoints);
    const found = new Map<CompiledSelector, { sure: Matches; any: Set<string> }>();
    const classes = [...model.classes, ...hostNetworkedModel(cluster)?.classes ?? []];
    for (const { class: one, selector, isSure } of selections(classes, new Set(candidates.map((candidate) => candidate.selector)))) {
      const matches = found.get(selector) ?? { sure: new Map<string, EndpointClass>(), any: new Set<string>() };
      found.set(selector, matches);
      const namespace = one.view.labels[NAMESPACE_LABEL];
      if (namespace !== undefined) {
        matches.any.add(namespace);
        if (isSure && one.kind === 'workload' && model.classes[one.id] === one && !matches.sure.has(namespace)) {
          matches.sure.set(namespace, one);
        }
      }
    }
    for (const { manifest, namespace, selector, field } of candidates) {
      const matches = found.get(selector);
      const other = matches && populated.has(namespace) && !matches.any.has(namespace) ? [...matches.sure.keys()].sort()[0] : undefined;
      if (other !== undefined) {
        report({
          manifest,
          field: [...field, 'selector'],
          what: `nothing in namespace ${namespace} matches ${selector.text}, and ${endpointTitle(examples.get(matches!.sure.get(other)!)!)} in ${other} does`,
          why: `a peer with a selector and no \`namespaceSelector\` means the namespace of its policy: ${namespace}`,
          fix: `add namespaceSelector: projectcalico.org/name == "${other}"`,
        });
      }
    }
  },
};

/** Whether workloads are declared in more than one namespace. */
function holdsTwoNamespaces({ manifests }: Cluster): boolean {
  let first: string | undefined;
  return manifests.some((manifest) => {
    const kind = modelKindOf(manifest);
    if (kind !== 'Pod' && kind !== 'Workload') {
      return false;
    }
    const namespace = manifest.namespace ?? 'default';
    first ??= namespace;
    return namespace !== first;
  });
}

function candidatesOf({ manifests }: Cluster): Candidate[] {
  const pool = new SelectorPool();
  return manifests.filter((manifest) => isCalicoPolicy(manifest) && !manifest.kind.endsWith('GlobalNetworkPolicy')).flatMap((manifest) =>
    writtenPeers(manifest).flatMap((peer) => {
      const { selector: text, namespaceSelector } = peer.entity;
      const names = typeof text === 'string' && text !== '' && (namespaceSelector ?? '') === '' && !text.includes(NAMESPACE_LABEL);
      const selector = names && parseStrictly(text).ok ? pool.compile(text) : undefined;
      return selector ? [{ ...peer, manifest, namespace: manifest.namespace ?? 'default', selector }] : [];
    }));
}
