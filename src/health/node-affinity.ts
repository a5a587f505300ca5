import { labelsOf, nameOf, objectAt, objectsAt, textAt, textEntries } from './kubernetes-fields';
import { JsonObject } from '../core/manifests';
import { textsAt } from '../core/policy/json-fields';

/**
 * Whether a pod with this spec may run on a node: by `nodeSelector` and required node affinity, as the DaemonSet controller asks. Taints don't
 * count: calico-node tolerates all of them.
 */
export function mayRunOn(podSpec: JsonObject, node: JsonObject): boolean {
  const labels = labelsOf(node);
  const required = objectAt(objectAt(objectAt(podSpec, 'affinity'), 'nodeAffinity'), 'requiredDuringSchedulingIgnoredDuringExecution');
  const terms = objectsAt(required, 'nodeSelectorTerms');
  return textEntries(podSpec, 'nodeSelector').every(([key, value]) => labels.get(key) === value)
    && (terms.length === 0 || terms.some((term) => matches(term, node)));
}

/** An empty term matches nothing. */
function matches(term: JsonObject, node: JsonObject): boolean {
  const labels = labelsOf(node);
  const expressions = objectsAt(term, 'matchExpressions');
  const fields = objectsAt(term, 'matchFields');
  return expressions.length + fields.length > 0
    && expressions.every((expression) => holds(expression, labels.get(textAt(expression, 'key') ?? '')))
    && fields.every((field) => holds(field, field.key === 'metadata.name' ? nameOf(node) : undefined));
}

function holds(requirement: JsonObject, value: string | undefined): boolean {
  const values = textsAt(requirement, 'values');
  const bound = Number(values[0]);
  switch (requirement.operator) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    case 'Gt': return value !== undefined && Number(value) > bound;
    case 'Lt': return value !== undefined && Number(value) < bound;
    default: return false;
  }
}
