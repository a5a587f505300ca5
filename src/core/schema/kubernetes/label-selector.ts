import { kubernetesWords } from './kubernetes-words';
import { FieldPath } from '../../findings';
import { isObject, JsonObject } from '../../manifests';
import { faultOfLabelKey, faultOfLabelValue } from '../../selectors';
import { printValue } from '../printed-value';
import { Walk } from '../structural/walk';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** A label selector of Kubernetes (apimachinery, `ValidateLabelSelector`). Grows with its size. */
export function judgeLabelSelector(selector: unknown, walk: Walk, below: FieldPath): void {
  if (!isObject(selector)) {
    return;
  }
  for (const [key, value] of Object.entries(isObject(selector.matchLabels) ? selector.matchLabels : {})) {
    judgeKey(key, walk, [...below, 'matchLabels', key]);
    judgeValue(value, walk, [...below, 'matchLabels', key]);
  }
  const expressions = Array.isArray(selector.matchExpressions) ? selector.matchExpressions as JsonObject[] : [];
  for (const [index, expression] of expressions.entries()) {
    judgeExpression(expression, walk, [...below, 'matchExpressions', index]);
  }
}

function judgeExpression(expression: JsonObject, walk: Walk, place: FieldPath): void {
  const { key, operator } = expression;
  const values = Array.isArray(expression.values) ? expression.values : [];
  judgeKey(typeof key === 'string' ? key : '', walk, [...place, 'key']);
  if (!OPERATORS.includes(String(operator))) {
    walk.refuse(kubernetesWords(
      operator === undefined ? 'the expression has no operator' : `${printValue(operator)} is no operator`, `the operators are ${OPERATORS.join(', ')}`, 'give one of them'),
    undefined, [...place, 'operator']);
  } else if ((operator === 'In' || operator === 'NotIn') && values.length === 0) {
    walk.refuse(kubernetesWords(`${operator} has no values`, 'it compares the label with a set of values', 'give values, or use Exists'), undefined, [...place, 'values']);
  } else if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
    walk.refuse(kubernetesWords(`${operator} has values`, 'it asks for the label alone', 'remove values, or use In'), undefined, [...place, 'values']);
  }
  for (const [index, value] of values.entries()) {
    judgeValue(value, walk, [...place, 'values', index]);
  }
}

function judgeKey(key: string, walk: Walk, place: FieldPath): void {
  const fault = faultOfLabelKey(key);
  if (fault !== undefined) {
    walk.refuse(kubernetesWords(`${printValue(key)} can't be the key of a label: ${fault}`, 'no pod or namespace can have such a label', 'give the key as it is on the pods'), undefined, place);
  }
}

function judgeValue(value: unknown, walk: Walk, place: FieldPath): void {
  const fault = typeof value === 'string' ? faultOfLabelValue(value) : undefined;
  if (fault !== undefined) {
    walk.refuse(kubernetesWords(`${printValue(value)} can't be the value of a label: ${fault}`, 'no pod or namespace can have such a label', 'give the value as it is on the pods'), undefined, place);
  }
}
