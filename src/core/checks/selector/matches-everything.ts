import { DECISION_BUDGET } from './never-matches';
import { readableSelectors } from './readable-selectors';
import { findLabels } from '../../selectors';
import { ResourceCheck } from '../check';

/** A selector over labels that every label set matches: `app != 'a' || app != 'b'` rules nothing out. */
export const MATCHES_EVERYTHING: ResourceCheck = {
  id: 'selector/matches-everything',
  severity: 'warning',
  summary: 'Every set of labels matches the selector, though it names labels.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    for (const { field, text, ast, labels, isPlain } of readableSelectors(manifest)) {
      if (!isPlain && labels.length > 0 && findLabels({ notMatching: [ast] }, DECISION_BUDGET).answer === 'no') {
        report({
          field,
          what: 'every set of labels matches this selector',
          why: `${JSON.stringify(text)} names labels and yet rules nothing out: whatever fails one of its terms passes another`,
          fix: 'join the terms with && if all of them must hold; write all() if everything is meant',
          span: { text, start: 0, end: text.length },
        });
      }
    }
  },
};
