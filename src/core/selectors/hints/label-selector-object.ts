import { SelectorNode } from '../ast';
import { fromLabelSelector, LabelRequirement } from '../label-selector';
import { Plain } from './plain-data';

/** Keys that hold a LabelSelector in Kubernetes manifests. */
const WRAPPERS = new Set(['selector', 'podSelector', 'namespaceSelector', 'labelSelector', 'nodeSelector']);

/**
 * The selector that a LabelSelector object, or a plain map of labels, was evidently meant to be. Undefined where the data is
 * anything else, or nothing that Kubernetes would take.
 */
export function selectorOfObject(data: Plain | undefined): SelectorNode | undefined {
  if (!(data instanceof Map)) {
    return undefined;
  }
  const [key, value] = data.entries().next().value ?? [];
  if (data.size === 1 && key !== undefined && WRAPPERS.has(key) && value instanceof Map) {
    return selectorOfObject(value);
  }
  if (data.has('matchLabels') || data.has('matchExpressions')) {
    return selectorOfLabelSelector(data);
  }
  return labelsOfMap(data) && selectorOfLabelSelector(new Map([['matchLabels', data]]));
}

function selectorOfLabelSelector(data: Map<string, Plain>): SelectorNode | undefined {
  const { matchLabels, matchExpressions, ...others } = Object.fromEntries(data);
  const labels = labelsOfMap(data.has('matchLabels') ? matchLabels : new Map());
  const requirements = (Array.isArray(matchExpressions) ? matchExpressions : [matchExpressions].filter((given) => given)).map(requirementOf);
  if (Object.keys(others).length > 0 || !labels || requirements.includes(undefined)) {
    return undefined;
  }
  const said = fromLabelSelector({ matchLabels: Object.fromEntries(labels), matchExpressions: requirements as LabelRequirement[] });
  return said.ok ? said.ast : undefined;
}

function requirementOf(data: Plain | undefined): LabelRequirement | undefined {
  if (!(data instanceof Map)) {
    return undefined;
  }
  const { key, operator, values } = Object.fromEntries(data);
  const texts = values ?? [];
  if (typeof key !== 'string' || typeof operator !== 'string' || !Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) {
    return undefined;
  }
  return { key, operator, values: texts };
}

function labelsOfMap(data: Plain): [string, string][] | undefined {
  if (!(data instanceof Map)) {
    return undefined;
  }
  const labels = [...data];
  return labels.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? labels : undefined;
}

const MAX_DEPTH = 10;

/** A value of a manifest as plain data: numbers and booleans as the text that was typed for them. */
export function plainOf(value: unknown, depth = 0): Plain {
  if (value === null || value === undefined || depth > MAX_DEPTH) {
    return null;
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => plainOf(item, depth + 1));
  }
  return new Map(Object.entries(value).map(([key, item]) => [key, plainOf(item, depth + 1)]));
}
