import { ScalarEvent } from 'js-yaml';
import { Problem, Unreadable } from './read-fault';

/**
 * The text of a key as sigs.k8s.io/yaml makes it (yaml.go, convertToJSONableObject): numbers and booleans turn into text, other keys are refused.
 */
export function keyText(key: unknown, offset: number, scalar: ScalarEvent | undefined, report: (problem: Problem) => void): string {
  if (typeof key === 'string') {
    return key;
  }
  if (typeof key === 'boolean') {
    // `true` and `false` are longer than any of the words that only YAML 1.1 takes for booleans.
    if (scalar !== undefined && scalar.valueEnd - scalar.valueStart < 'true'.length) {
      report({
        rule: 'yaml/key',
        offset,
        severity: 'warning',
        what: `this key is a boolean to Kubernetes' YAML reader: it becomes "${key}"`,
        why: 'kubectl and calicoctl read YAML 1.1, where y, yes, on, n, no and off without quotes are booleans',
        fix: 'quote the key',
      });
    }
    return String(key);
  }
  if (typeof key === 'number') {
    return Number.isFinite(key) ? String(key) : Number.isNaN(key) ? '.nan' : `${key < 0 ? '-' : ''}.inf`;
  }
  throw new Unreadable({
    rule: 'yaml/key',
    offset,
    what: key === null ? 'a key is empty (null)' : 'a key is an object or a list',
    why: 'JSON has only text as keys: kubectl and calicoctl refuse the document',
    fix: key === null ? 'write the key before its colon' : 'quote the key if text is meant: braces around a template value, as in {{ name }}, must be rendered first',
  });
}
