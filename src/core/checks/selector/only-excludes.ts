import { DECISION_BUDGET } from './never-matches';
import { readableSelectors } from './readable-selectors';
import { SelectorRole } from '../../schema';
import { findLabels, labelsOf, SelectorNode, usesOnlyNegativeTerms } from '../../selectors';
import { ResourceCheck } from '../check';

/** Labels that everything of the role has, set by Calico or Kubernetes: leaving some out by them leaves the rest in on purpose. */
const ALWAYS_THERE = new Set(['projectcalico.org/name', 'projectcalico.org/namespace', 'kubernetes.io/metadata.name', 'kubernetes.io/hostname']);

const SELECTED: Readonly<Record<SelectorRole, string>> = {
  pod: 'every pod of the namespace',
  endpoint: 'every pod of the cluster and every host endpoint',
  entity: 'every pod and network set that the rule can mean',
  namespace: 'every namespace, also those of the system',
  serviceAccount: 'every service account',
  node: 'every node',
};

/** A selector of negative terms alone takes in whatever lacks the label: new pods, host endpoints, system namespaces. */
export const ONLY_EXCLUDES: ResourceCheck = {
  id: 'selector/only-excludes',
  severity: 'advice',
  summary: 'A selector has only negative terms, so it matches everything that lacks the labels.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    for (const { field, text, ast, role, labels: uses, isPlain } of readableSelectors(manifest)) {
      // A notSelector takes out what the selector matches, so a negative one is a list of what stays.
      if (uses.length === 0 || !usesOnlyNegativeTerms(ast) || field.at(-1) === 'notSelector'
        || uses.every(({ label }) => ALWAYS_THERE.has(label))
        || !(isPlain || findLabels({ notMatching: [ast] }, DECISION_BUDGET).answer === 'yes')) {
        continue;
      }
      const labels = new Set(uses.map(({ label }) => label));
      report({
        field,
        what: `this selector only leaves out: ${JSON.stringify(text)}`,
        why: `whatever has no label ${[...labels].join(', ')} matches too: ${SELECTED[role]} without it`,
        fix: `${addition(text, ast)}; acknowledge this where everything else is meant`,
        span: { text, start: 0, end: text.length },
      });
    }
  },
};

/** What to add, with a label that has to be there. None where each label may be absent on purpose: `has(a) && !has(a)` helps nobody. */
function addition(text: string, ast: SelectorNode): string {
  const uses = labelsOf(ast);
  const absent = new Set(uses.filter(({ term }) => term.kind === 'has').map(({ label }) => label));
  const present = uses.find(({ label }) => !absent.has(label));
  return present ? `add what is meant, for example has(${present.label}) && ${ast.kind === 'or' ? `(${text})` : text}` : 'add a term for what is meant';
}
