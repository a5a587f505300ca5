import { readableSelectors } from './readable-selectors';
import { FieldPath, TextSpan } from '../../findings';
import { isObject, JsonObject, Manifest } from '../../manifests';
import { leavesOf } from '../../selectors';
import { ClusterCheck } from '../check';

/** Every namespace has these, whatever its manifest says. */
const GIVEN: ReadonlySet<string> = new Set(['projectcalico.org/name', 'kubernetes.io/metadata.name']);

/**
 * `name == "kube-system"` reads as if namespaces had a label `name`. They have what their manifests give them, the label kubernetes.io/metadata.name
 * from Kubernetes and projectcalico.org/name from Calico. Linear in the selectors, once a Namespace is among the manifests.
 */
export const NAMESPACE_LABEL_MISSING: ClusterCheck = {
  id: 'selector/namespace-label-missing',
  severity: 'warning',
  summary: 'A selector asks for a namespace by a label that the Namespace among the manifests doesn\'t have.',
  refusedByCluster: false,
  sees: 'cluster',
  run: ({ manifests }, report) => {
    const labels = new Map(manifests.filter(({ kind, group }) => kind === 'Namespace' && group === '').map((namespace) => [namespace.name, labelsOf(namespace)]));
    if (labels.size === 0) {
      return;
    }
    const pairs = new Set([...labels.values()].flatMap((own) => Object.entries(own).map(([key, value]) => `${key}=${String(value)}`)));
    const isMissing = (label: string, value: string): boolean => !GIVEN.has(label) && labels.has(value) && !pairs.has(`${label}=${value}`);
    for (const manifest of manifests.filter(({ kind }) => kind.endsWith('NetworkPolicy'))) {
      for (const { field, label, value, span } of termsOf(manifest).filter((term) => isMissing(term.label, term.value))) {
        report({
          manifest,
          field,
          what: `no Namespace has the label ${label}=${value}, and Namespace ${value} is among the manifests`,
          why: `namespaces have the labels of their manifests, and their names as kubernetes.io/metadata.name: what is written doesn't match namespace ${value}`,
          fix: `write kubernetes.io/metadata.name in place of ${label}, or give the Namespace the label`,
          ...(span && { span }),
        });
      }
    }
  },
};

/** A namespace selector's demand of a label. */
interface Term {
  readonly field: FieldPath;
  readonly label: string;
  readonly value: string;
  readonly span?: TextSpan;
}

function termsOf(manifest: Manifest): Term[] {
  if (manifest.group === 'networking.k8s.io') {
    return kubernetesTerms(manifest);
  }
  return !hasNamespaceSelector(manifest) ? [] : readableSelectors(manifest).filter(({ role }) => role === 'namespace').flatMap(({ ast, field, text }) =>
    leavesOf(ast).flatMap(({ node, negated }): Term[] => node.kind === 'equals' && !negated
      ? [{ field, label: node.label, value: node.value, span: { text, start: node.span!.labelStart, end: node.span!.labelEnd } }]
      : []));
}

function kubernetesTerms({ spec }: Manifest): Term[] {
  return ([['ingress', 'from'], ['egress', 'to']] as const).flatMap(([direction, side]) => listOf(spec[direction]).flatMap((rule, index) =>
    listOf(rule[side]).flatMap(({ namespaceSelector }, place) => {
      const { matchLabels } = isObject(namespaceSelector) ? namespaceSelector : {};
      return Object.entries(isObject(matchLabels) ? matchLabels : {}).map(([label, value]): Term => ({
        field: ['spec', direction, index, side, place, 'namespaceSelector', 'matchLabels', label], label, value: String(value),
      }));
    })));
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function labelsOf({ object }: Manifest): JsonObject {
  const { labels } = isObject(object.metadata) ? object.metadata : {};
  return isObject(labels) ? labels : {};
}

/** From a look at the fields of policies, before any selector is read. */
function hasNamespaceSelector({ isCalico, spec }: Manifest): boolean {
  return isCalico && (spec.namespaceSelector !== undefined || [...listOf(spec.ingress), ...listOf(spec.egress)].some(({ source, destination }) =>
    [source, destination].some((peer) => isObject(peer) && peer.namespaceSelector !== undefined)));
}
