import { FALSE, Formula, Formulas } from './formula';
import { SelectorNode, TermNode } from '../../selectors';

/** Makes a formula of a term about one label, as it is at some end. */
export type TermFormula = (term: TermNode) => Formula;

/** A selector as a formula, from the leaves up. Grows with the selector; keeps its own stack. */
export function selectorFormula(ast: SelectorNode, formulas: Formulas, ofTerm: TermFormula): Formula {
  const results: Formula[] = [];
  const pending: { node: SelectorNode; entered: boolean }[] = [{ node: ast, entered: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind !== 'not' && node.kind !== 'and' && node.kind !== 'or') {
      results.push(node.kind === 'all' || node.kind === 'global' ? -FALSE : ofTerm(node));
    } else if (!next.entered) {
      pending.push({ node, entered: true });
      for (const operand of node.kind === 'not' ? [node.operand] : node.operands) {
        pending.push({ node: operand, entered: false });
      }
    } else if (node.kind === 'not') {
      results.push(-results.pop()!);
    } else {
      const operands = results.splice(results.length - node.operands.length);
      results.push(node.kind === 'and' ? formulas.all(operands) : formulas.any(operands));
    }
  }
  return results[0];
}
