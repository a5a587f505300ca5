import { NAME_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, SERVICE_ACCOUNT_PREFIX } from './reserved-labels';
import { labelsOf, LabelUse, parseStrictly, SelectorNode } from '../selectors';

/** A label of a pod or network set that repeats the name of its namespace: Calico writes both (libcalico-go/lib/backend/k8s/conversion). */
export const INHERITED_NAME = `${NAMESPACE_PREFIX}${NAME_LABEL}`;

/**
 * What always holds between the labels that some selectors ask for: what inherits labels of a namespace or service account is in a namespace, and
 * the name that it inherits is that namespace's. Labels found without them may be nobody's. One law for each label, two for each name.
 */
export function labelLaws(selectors: readonly SelectorNode[]): SelectorNode[] {
  const uses = selectors.flatMap(labelsOf);
  const isInherited = (label: string): boolean => label.startsWith(NAMESPACE_PREFIX) || label.startsWith(SERVICE_ACCOUNT_PREFIX);
  const inherited = new Set(uses.map(({ label }) => label).filter(isInherited));
  const names = inherited.has(INHERITED_NAME)
    ? new Set(uses.filter(({ label }) => label === NAMESPACE_LABEL || label === INHERITED_NAME).flatMap(valuesOf).map(quoted))
    : [];
  return [
    ...[...inherited].map((label) => `!has(${label}) || has(${NAMESPACE_LABEL})`),
    ...[...names].flatMap((name) => [
      `${INHERITED_NAME} != ${name} || ${NAMESPACE_LABEL} == ${name}`,
      `${NAMESPACE_LABEL} != ${name} || ${INHERITED_NAME} == ${name}`,
    ]),
  ].flatMap((text) => {
    const parsed = parseStrictly(text);
    return parsed.ok ? [parsed.ast] : [];
  });
}

function valuesOf({ term }: LabelUse): readonly string[] {
  return 'values' in term ? term.values : 'value' in term && (term.kind === 'equals' || term.kind === 'notEquals') ? [term.value] : [];
}

function quoted(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
