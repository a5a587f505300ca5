import { SelectorNode } from './ast';
import { rewrite } from './rewrite';

/**
 * The canonical form: what Calico prints, with every pair of negations removed. That makes it a fixed point, which Calico's own
 * text isn't: it prints `!(!has(a))` as `!!has(a)` and reads that as `has(a)`. Where Calico's text is a fixed point, the canonical
 * text is the same. Order and grouping stay as written, so that a reader finds the selector again.
 */
export function canonicalise(ast: SelectorNode): SelectorNode {
  return rewrite(ast, (node) => node.kind === 'not' && node.operand.kind === 'not' ? node.operand.operand : node);
}
