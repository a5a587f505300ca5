import { Labels, SelectorNode, TermNode } from './ast';
import { wellFormed } from './characters';

/*
 * A selector is compiled to a flat list of tests, each with the index to go on with where it is true and where it is false.
 * `!` swaps the two, `&&` and `||` chain them, so that a match is a walk through the list: no recursion, no stack, and each
 * label is looked up only when the answer still hangs on it. No test is met twice, so that a match takes at most one step a term;
 * compiling grows with the number of nodes.
 *
 * On an absent label `==`, `in`, `contains`, `starts with`, `ends with` and `has` are false, `!=` and `not in` true.
 */

const ACCEPT = -1;
const REJECT = -2;

interface Test {
  readonly label: string;
  readonly onAbsent: boolean;
  readonly holds: (value: string) => boolean;
  readonly onTrue: number;
  readonly onFalse: number;
}

/** A selector made ready to be matched many times. */
export type Matcher = (labels: Labels) => boolean;

/** Compiles a selector. Compile once, match often. */
export function compileSelector(ast: SelectorNode): Matcher {
  const tests: Test[] = [];
  const entry = compile(ast, tests);
  return (labels) => {
    let at = entry;
    while (at >= 0) {
      const test = tests[at];
      const value: unknown = Object.hasOwn(labels, test.label) ? labels[test.label] : undefined;
      const holds = typeof value === 'string' ? test.holds(value) : test.onAbsent;
      at = holds ? test.onTrue : test.onFalse;
    }
    return at === ACCEPT;
  };
}

const compiled = new WeakMap<SelectorNode, Matcher>();

/** True if the selector matches the labels. The compiled form is kept for as long as the tree is. */
export function evaluateSelector(ast: SelectorNode, labels: Labels): boolean {
  let matcher = compiled.get(ast);
  if (!matcher) {
    matcher = compileSelector(ast);
    compiled.set(ast, matcher);
  }
  return matcher(labels);
}

interface Frame {
  readonly node: SelectorNode;
  readonly onTrue: number;
  readonly onFalse: number;
  /** The operand of a group that is compiled next: from the last to the first, as each must know where the one after it begins. */
  next: number;
}

function compile(ast: SelectorNode, tests: Test[]): number {
  let entry = ACCEPT;
  const frames: Frame[] = [frame(ast, ACCEPT, REJECT)];
  while (frames.length > 0) {
    const top = frames[frames.length - 1];
    const { node, onTrue, onFalse } = top;
    if (node.kind === 'not') {
      frames.pop();
      frames.push(frame(node.operand, onFalse, onTrue));
    } else if (node.kind === 'and' || node.kind === 'or') {
      if (top.next < 0) {
        frames.pop();
        continue;
      }
      const last = top.next === node.operands.length - 1;
      const after = last ? (node.kind === 'and' ? onTrue : onFalse) : entry;
      frames.push(node.kind === 'and' ? frame(node.operands[top.next], after, onFalse) : frame(node.operands[top.next], onTrue, after));
      top.next--;
    } else {
      frames.pop();
      if (node.kind === 'all' || node.kind === 'global') {
        entry = onTrue;
      } else {
        entry = tests.length;
        tests.push({ label: node.label, onAbsent: holdsWhenAbsent(node), holds: valueTest(node), onTrue, onFalse });
      }
    }
  }
  return entry;
}

function frame(node: SelectorNode, onTrue: number, onFalse: number): Frame {
  return { node, onTrue, onFalse, next: node.kind === 'and' || node.kind === 'or' ? node.operands.length - 1 : 0 };
}

/** What a term says of a label that is absent. */
export function holdsWhenAbsent(term: TermNode): boolean {
  return term.kind === 'notEquals' || term.kind === 'notIn';
}

/** What a term says of a value. */
export function valueTest(term: TermNode): (value: string) => boolean {
  switch (term.kind) {
    case 'has':
      return () => true;
    case 'in':
    case 'notIn': {
      const values = new Set(term.values);
      return term.kind === 'in' ? (value) => values.has(wellFormed(value)) : (value) => !values.has(wellFormed(value));
    }
    default: {
      const { value: wanted } = term;
      switch (term.kind) {
        case 'equals':
          return (value) => wellFormed(value) === wanted;
        case 'notEquals':
          return (value) => wellFormed(value) !== wanted;
        case 'contains':
          return (value) => wellFormed(value).includes(wanted);
        case 'startsWith':
          return (value) => wellFormed(value).startsWith(wanted);
        case 'endsWith':
          return (value) => wellFormed(value).endsWith(wanted);
      }
    }
  }
}
