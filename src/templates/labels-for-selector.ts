import { findLabels, labelsOf } from '../core/selectors';
import { Selector } from '../values/selector';

/** Labels of a pod, namespace or service account. */
export type ProbeLabels = { [key: string]: string };

/**
 * Labels that a selector matches.
 *
 * @throws where there are none: the selector contradicts itself
 */
export function matchingLabels(selector: Selector): ProbeLabels {
  const found = findLabels({ matching: [selector._node()] });
  if (found.answer !== 'yes') {
    throw new Error(`no labels are known that ${selector} matches, so nothing can be tried: give a selector that matches something`);
  }
  return { ...found.labels };
}

/** Labels that look much like those that a selector matches, and that it doesn't match: one is missing, or has another value. */
export function lookAlikes(selector: Selector): ProbeLabels[] {
  const labels = matchingLabels(selector);
  const names = [...new Set([...Object.keys(labels), ...labelsOf(selector._node()).map(({ label }) => label)])];
  const tries = names.flatMap((name) => {
    const { [name]: value, ...others } = labels;
    return [others, { ...others, [name]: `${value ?? ''}-x` }, { ...others, [name.toUpperCase()]: value ?? 'x' }];
  });
  const seen = new Set<string>();
  return tries.filter((one) => !selector.matches(one) && seen.size < seen.add(JSON.stringify(one)).size);
}
