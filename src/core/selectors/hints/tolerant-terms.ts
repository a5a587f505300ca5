import { hasNode, negation, SelectorNode, valueNode } from '../ast';
import { faultOfLabelKey } from '../kubernetes-names';
import { GiveUp } from './token-cursor';
import { OPERATOR_WORDS } from './tolerant-operators';

/** True for what can be a key in a Kubernetes label selector, and is no keyword of Calico's whose operands were forgotten. */
export function isKubernetesKey(word: string): boolean {
  return faultOfLabelKey(word) === undefined && !OPERATOR_WORDS.has(word) && word !== 'has';
}

/** The term, or what says the opposite, as Calico would rather write it. */
export function withSign(node: SelectorNode, negated: boolean): SelectorNode {
  if (!negated) {
    return node;
  }
  switch (node.kind) {
    case 'in':
      return { ...node, kind: 'notIn' };
    case 'equals':
      return { ...node, kind: 'notEquals' };
    default:
      return negation(node);
  }
}

/** `web-*` and the like, typed without quotes: a star can't be in a label value, so it was meant as a wildcard. */
export function wildcard(label: string, pattern: string): SelectorNode {
  const leading = pattern.startsWith('*');
  const trailing = pattern.length > 1 && pattern.endsWith('*');
  const rest = pattern.slice(leading ? 1 : 0, trailing ? -1 : undefined);
  if (rest.includes('*')) {
    throw new GiveUp();
  }
  if (rest === '') {
    return hasNode(label);
  }
  return valueNode(leading && trailing ? 'contains' : leading ? 'endsWith' : 'startsWith', label, rest);
}
