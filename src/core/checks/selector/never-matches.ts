import { readableSelectors } from './readable-selectors';
import { findLabels } from '../../selectors';
import { ResourceCheck } from '../check';

/** Work that one selector may cost; beyond it nothing is known, and nothing is said. */
export const DECISION_BUDGET = 200_000;

/** A selector that no label set matches. One without any label, such as `!all()`, says so on purpose. */
export const NEVER_MATCHES: ResourceCheck = {
  id: 'selector/never-matches',
  severity: 'warning',
  summary: 'No labels can match the selector: it contradicts itself.',
  refusedByCluster: false,
  sees: 'resource',
  run: (manifest, report) => {
    for (const { field, text, ast, labels, isPlain } of readableSelectors(manifest)) {
      if (!isPlain && labels.length > 0 && findLabels({ matching: [ast] }, DECISION_BUDGET).answer === 'no') {
        report({
          field,
          what: 'no labels can match this selector',
          why: `a label has one value at a time, and the terms of ${JSON.stringify(text)} ask for what one value can't give: nothing is selected, `
            + 'whatever the labels are',
          fix: 'join the terms with || or in {…} if any of them is enough; write !all() if nothing is meant',
          span: { text, start: 0, end: text.length },
        });
      }
    }
  },
};
