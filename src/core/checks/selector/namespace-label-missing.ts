import { readableSelectors } from './readable-selectors';
import { FieldPath, TextSpan } from '../../findings';
import { Manifest } from '../../manifests';
import { objectAt, objectsAt, textEntries } from '../../policy/json-fields';
import { leavesOf } from '../../selectors';
import { ClusterCheck } from '../check';

/** Every namespace has these, whatever its manifest says. */
const GIVEN: ReadonlySet<string> = new Set(['projectcalico.org/name', 'kubernetes.io/metadata.name']);

/** Of another label the value may be a namespace's name by chance, and namespaces elsewhere may have it. */
const SOUNDS_LIKE_NAME = /(?:^|[-./_])(?:name|namespace|ns)$/;

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
    const labels = new Map(manifests.filter(({ kind, group }) => kind === 'Namespace' && group === '')
      .map(({ name, object }) => [name, textEntries(objectAt(object, 'metadata'), 'labels')]));
    if (labels.size === 0) {
      return;
    }
    const pairs = new Set([...labels.values()].flat().map(([key, value]) => `${key}=${value}`));
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
          ...(!SOUNDS_LIKE_NAME.test(label) && { severity: 'advice' as const }),
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
  return ([['ingress', 'from'], ['egress', 'to']] as const).flatMap(([direction, side]) => objectsAt(spec, direction).flatMap((rule, index) =>
    objectsAt(rule, side).flatMap((peer, place) => textEntries(objectAt(peer, 'namespaceSelector'), 'matchLabels').map(([label, value]): Term => ({
      field: ['spec', direction, index, side, place, 'namespaceSelector', 'matchLabels', label], label, value,
    })))));
}

/** From a look at the fields of policies, before any selector is read. */
function hasNamespaceSelector({ isCalico, spec }: Manifest): boolean {
  return isCalico && (spec.namespaceSelector !== undefined || [...objectsAt(spec, 'ingress'), ...objectsAt(spec, 'egress')].some((rule) =>
    ['source', 'destination'].some((side) => objectAt(rule, side).namespaceSelector !== undefined)));
}
