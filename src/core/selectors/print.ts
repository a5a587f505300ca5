import { LeafNode, SelectorNode } from './ast';

const OPERATORS = {
  equals: ' == ',
  notEquals: ' != ',
  contains: ' contains ',
  startsWith: ' starts with ',
  endsWith: ' ends with ',
  in: ' in ',
  notIn: ' not in ',
} as const;

/**
 * Prints a selector exactly as Calico does (`collectFragments` in its parser/ast.go): one space around operators, double quotes
 * unless the value holds one, parentheses around every group, nothing between `!` and what it negates. A negated negation
 * prints as `!!`, which Calico reads as no negation at all: `canonicalise` first, where the text is to be read again.
 * Keeps its own stack; grows with the length of the text printed.
 */
export function printSelector(ast: SelectorNode): string {
  let text = '';
  const pending: (SelectorNode | string)[] = [ast];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') {
      text += next;
    } else if (next.kind === 'not') {
      text += '!';
      pending.push(next.operand);
    } else if (next.kind === 'and' || next.kind === 'or') {
      text += '(';
      pending.push(')');
      for (let i = next.operands.length - 1; i >= 0; i--) {
        pending.push(next.operands[i]);
        if (i > 0) {
          pending.push(next.kind === 'and' ? ' && ' : ' || ');
        }
      }
    } else {
      text += printTerm(next);
    }
  }
  return text;
}

function printTerm(term: LeafNode): string {
  switch (term.kind) {
    case 'all':
    case 'global':
      return `${term.kind}()`;
    case 'has':
      return `has(${term.label})`;
    case 'in':
    case 'notIn':
      return `${term.label}${OPERATORS[term.kind]}{${term.values.map(quoted).join(', ')}}`;
    default:
      return term.label + OPERATORS[term.kind] + quoted(term.value);
  }
}

function quoted(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}
