import { SelectorNode } from './ast';

/**
 * Rebuilds a tree from the leaves up: each node, its operands rebuilt already, is given to `change`. A node that nothing changed
 * is kept as it is. Keeps its own stack; grows with the number of nodes.
 */
export function rewrite(ast: SelectorNode, change: (node: SelectorNode) => SelectorNode): SelectorNode {
  const rebuilt: SelectorNode[] = [];
  const pending: { node: SelectorNode; entered: boolean }[] = [{ node: ast, entered: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    if (node.kind === 'not') {
      if (!next.entered) {
        pending.push({ node, entered: true }, { node: node.operand, entered: false });
        continue;
      }
      const operand = rebuilt.pop()!;
      rebuilt.push(change(operand === node.operand ? node : { kind: 'not', operand }));
    } else if (node.kind === 'and' || node.kind === 'or') {
      if (!next.entered) {
        pending.push({ node, entered: true });
        for (let i = node.operands.length - 1; i >= 0; i--) {
          pending.push({ node: node.operands[i], entered: false });
        }
        continue;
      }
      const operands = rebuilt.splice(rebuilt.length - node.operands.length);
      rebuilt.push(change(operands.every((operand, i) => operand === node.operands[i]) ? node : { kind: node.kind, operands }));
    } else {
      rebuilt.push(change(node));
    }
  }
  return rebuilt[0];
}
