import { exampleByClass, selections } from './pods/class-selections';
import { hostNetworkedModel } from './pods/host-networked';
import { WrittenPeer, writtenPeers } from './rules/peers';
import { isCalicoPolicy } from './rules/written-traits';
import { Cluster, Manifest } from '../../manifests';
import { compareText, EndpointClass, endpointTitle, NetworkSetEntry, PolicyModel } from '../../policy';
import { modelKindOf } from '../../policy/kinds';
import { CompiledSelector } from '../../policy/label-view';
import { NAMESPACE_LABEL } from '../../policy/reserved-labels';
import { SelectorPool } from '../../policy/selector-pool';
import { parseStrictly } from '../../selectors';
import { calicoObjects } from '../calico-objects';
import { ClusterCheck } from '../check';
import { policyModelOf } from '../policy-model-of';

interface Candidate extends WrittenPeer {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly selector: CompiledSelector;
}

/** What a selector matches. */
interface Matches {
  /** Workloads that it matches for sure, one a namespace. */
  readonly workloads: Map<string, EndpointClass>;
  /** Namespaces where it matches anything, or may. */
  readonly namespaces: Set<string>;
  /** The first by title of the network sets that it matches for sure. */
  set?: NetworkSetEntry;
}

/**
 * In a NetworkPolicy a peer with a selector and no `namespaceSelector` means the policy's own namespace (`GetEntityRuleSelector` in libcalico-go
 * updateprocessors/rules.go), so that it never means a GlobalNetworkSet. Said only where the app declares workloads there, none of which matches, and
 * a workload elsewhere or a network set that does; where it declares none there, a network set is worth an advice. Growth: the peers, and the classes
 * of workloads and sets with the selectors filed under their labels.
 */
export const PEER_IN_OTHER_NAMESPACE: ClusterCheck = {
  id: 'policy/peer-in-other-namespace',
  severity: 'warning',
  summary: 'A peer of a NetworkPolicy means its own namespace, and what it matches is in another one.',
  refusedByCluster: false,
  sees: 'cluster',
  run: (cluster, report) => {
    const candidates = mayBeElsewhere(cluster) ? candidatesOf(cluster) : [];
    if (candidates.length === 0) {
      return;
    }
    const model = policyModelOf(cluster);
    const populated = new Set(model.endpoints.flatMap(({ namespace }) => namespace ?? []));
    const examples = exampleByClass(model.endpoints);
    const found = matchesOf(cluster, model, candidates);
    for (const { manifest, namespace, selector, field } of candidates) {
      const matches = found.get(selector);
      if (matches === undefined || matches.namespaces.has(namespace)) {
        continue;
      }
      const other = populated.has(namespace) ? [...matches.workloads.keys()].sort()[0] : undefined;
      const place = { manifest, field: [...field, 'selector'], why: `a peer with a selector and no \`namespaceSelector\` means the namespace of its policy: ${namespace}` };
      if (other !== undefined) {
        report({
          ...place,
          what: `nothing in namespace ${namespace} matches ${selector.text}, and ${endpointTitle(examples.get(matches.workloads.get(other)!)!)} in ${other} does`,
          fix: `add namespaceSelector: projectcalico.org/name == "${other}"`,
        });
      } else if (matches.set && (populated.has(namespace) || !selector.matches({}))) {
        report({
          ...place,
          what: `nothing in namespace ${namespace} matches ${selector.text}, and ${setTitle(matches.set)} does`,
          fix: `add namespaceSelector: ${matches.set.namespace === undefined ? 'global()' : `projectcalico.org/name == "${matches.set.namespace}"`}`,
          ...(!populated.has(namespace) && { severity: 'advice' as const }),
        });
      }
    }
  },
};

/** What the selectors of some peers match in the cluster. */
function matchesOf(cluster: Cluster, model: PolicyModel, candidates: readonly Candidate[]): Map<CompiledSelector, Matches> {
  const found = new Map<CompiledSelector, Matches>();
  const sets = new Map<EndpointClass, NetworkSetEntry>();
  for (const set of model.sets) {
    sets.set(set.class, firstOf(set, sets.get(set.class)));
  }
  const classes = [...model.classes, ...hostNetworkedModel(cluster)?.classes ?? []];
  for (const { class: one, selector, isSure } of selections(classes, new Set(candidates.map((candidate) => candidate.selector)))) {
    const matches = found.get(selector) ?? { workloads: new Map<string, EndpointClass>(), namespaces: new Set<string>() };
    found.set(selector, matches);
    const namespace = one.view.labels[NAMESPACE_LABEL];
    if (namespace !== undefined) {
      matches.namespaces.add(namespace);
    }
    const isOfModel = isSure && model.classes[one.id] === one;
    if (isOfModel && one.kind === 'workload' && !matches.workloads.has(namespace)) {
      matches.workloads.set(namespace, one);
    } else if (isOfModel && one.kind === 'set') {
      matches.set = firstOf(sets.get(one)!, matches.set);
    }
  }
  return found;
}

function firstOf(set: NetworkSetEntry, known: NetworkSetEntry | undefined): NetworkSetEntry {
  return known && compareText(setTitle(known), setTitle(set)) <= 0 ? known : set;
}

function setTitle({ namespace, name }: NetworkSetEntry): string {
  return namespace === undefined ? `GlobalNetworkSet ${name}` : `NetworkSet ${namespace}/${name}`;
}

/** Whether there are network sets, or workloads in more than one namespace. */
function mayBeElsewhere(cluster: Cluster): boolean {
  return calicoObjects(cluster, 'GlobalNetworkSet').length > 0 || calicoObjects(cluster, 'NetworkSet').length > 0 || holdsTwoNamespaces(cluster);
}

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
