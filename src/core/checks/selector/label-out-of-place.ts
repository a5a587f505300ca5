import { readableSelectors } from './readable-selectors';
import { SelectorRole } from '../../schema';
import { leavesOf } from '../../selectors';
import { ResourceCheck } from '../check';

interface KnownLabel {
  /** What has the label. */
  readonly on: string;
  /** The selectors that see it. */
  readonly roles: ReadonlySet<SelectorRole>;
  /** What to write instead, by the role of the selector that has it wrongly. */
  readonly instead: string;
}

const ON_ENDPOINTS: ReadonlySet<SelectorRole> = new Set<SelectorRole>(['pod', 'endpoint', 'entity']);

/** Labels that Calico or Kubernetes sets by itself, and where (docs: network-policy, calico-labels; libcalico-go backend/k8s/conversion). */
const KNOWN_LABELS: Readonly<Record<string, KnownLabel>> = {
  'projectcalico.org/name': {
    on: 'namespaces and service accounts',
    roles: new Set<SelectorRole>(['namespace', 'serviceAccount']),
    instead: 'select the namespace with `namespaceSelector`, or write projectcalico.org/namespace',
  },
  'kubernetes.io/metadata.name': {
    on: 'namespaces',
    roles: new Set<SelectorRole>(['namespace']),
    instead: 'select the namespace with `namespaceSelector`, or write projectcalico.org/namespace',
  },
  'projectcalico.org/namespace': { on: 'pods and network sets', roles: ON_ENDPOINTS, instead: 'write projectcalico.org/name' },
  'projectcalico.org/serviceaccount': { on: 'pods', roles: ON_ENDPOINTS, instead: 'write projectcalico.org/name in a service account selector' },
  'projectcalico.org/orchestrator': { on: 'pods', roles: ON_ENDPOINTS, instead: 'put it into the selector of pods' },
};

/** A label that what is selected never has: Calico says nothing, and the term is false (or, negated, true) for everything. */
export const LABEL_OUT_OF_PLACE: ResourceCheck = {
  id: 'selector/label-out-of-place',
  severity: 'warning',
  summary: 'A selector names a label of Calico\'s or Kubernetes\' that what it selects never has.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    for (const selector of readableSelectors(manifest)) {
      for (const { node, negated } of leavesOf(selector.ast)) {
        if (node.kind === 'all' || node.kind === 'global') {
          continue;
        }
        const known = Object.hasOwn(KNOWN_LABELS, node.label) ? KNOWN_LABELS[node.label] : undefined;
        if (known && !known.roles.has(selector.role)) {
          const excludes = negated !== (node.kind === 'notEquals' || node.kind === 'notIn');
          report({
            field: selector.field,
            what: `the label ${node.label} is not on ${NOUNS[selector.role]}`,
            why: `it is on ${known.on}, so here the term ${excludes ? 'rules nothing out' : 'matches nothing'}`,
            fix: known.instead,
            span: { text: selector.text, start: node.span!.labelStart, end: node.span!.labelEnd },
          });
        }
      }
    }
  },
};

const NOUNS: Readonly<Record<SelectorRole, string>> = {
  pod: 'pods',
  endpoint: 'pods and host endpoints',
  entity: 'pods, host endpoints and network sets',
  namespace: 'namespaces',
  serviceAccount: 'service accounts',
  node: 'nodes',
};
