import { abbreviateForDisplay } from '../findings';
import { ALL, GLOBAL, group, GroupNode, hasNode, SelectorNode, setNode, TermNode, ValueKind, valueNode } from './ast';
import { identifierEnd, MAX_LABEL_LENGTH, wellFormed } from './characters';
import { Scanner, Unit } from './scanner';
import { found, SyntaxFault } from './syntax-fault';

/*
 * Reads the language of Calico's libcalico-go/lib/selector (tokenizer.go and parser.go) in one pass, without tokens:
 *
 *   or      = and { "||" and }
 *   and     = operand { "&&" operand }
 *   operand = { "!" } ( "(" or ")" | "all(" ")" | "global(" ")" | "has(" label ")" | label operator )
 *   operator = ( "==" | "!=" | "contains" | "starts" "with" | "ends" "with" ) string | [ "not" ] "in" "{" [ string { "," string } [ "," ] ] "}"
 *
 * Space and tab may stand between any two of these, but not before the parenthesis of `has(`, `all(` and `global(`, which are
 * words only together with it; the two words of an operator need no space between them. A word is an operator only right after
 * a label, so every keyword can be a label. Strings have no escapes. Groups are kept on a stack of our own: nesting costs no
 * JavaScript stack. Grows with the length of the text (and n log n with the values of one set).
 */

export type Parsed = { readonly ok: true; readonly ast: SelectorNode } | { readonly ok: false; readonly fault: SyntaxFault };

/** Reads a selector, or says at which offset it stops being one. The hints of `parseSelector` are built on the fault. */
export function parseStrictly(text: string): Parsed {
  for (const known of recent) {
    if (known.text === text) {
      return known.parsed;
    }
  }
  const parsed = new Reader(wellFormed(text)).read();
  if (text.length <= LONGEST_REMEMBERED) {
    recent[oldest] = { text, parsed };
    oldest = (oldest + 1) % MOST_REMEMBERED;
  }
  return parsed;
}

/** The rules for a resource and then the checks read the same few texts, one after the other; a tree is never changed. */
const recent: { readonly text: string; readonly parsed: Parsed }[] = [];
let oldest = 0;
const MOST_REMEMBERED = 8;
const LONGEST_REMEMBERED = 1024;

interface OpenGroup {
  readonly at: number;
  readonly negated: boolean;
  readonly ands: SelectorNode[] | undefined;
  readonly ors: SelectorNode[] | undefined;
}

class Reader extends Scanner {
  private fault: SyntaxFault | undefined;

  public read(): Parsed {
    this.skipBlanks();
    if (this.at === this.text.length) {
      return { ok: true, ast: ALL };
    }
    const ast = this.readExpression();
    return ast ? { ok: true, ast } : { ok: false, fault: this.fault! };
  }

  private readExpression(): SelectorNode | undefined {
    const open: OpenGroup[] = [];
    let ands: SelectorNode[] | undefined;
    let ors: SelectorNode[] | undefined;
    for (;;) {
      const negated = this.readNegations();
      if (this.unit() === Unit.OPEN) {
        open.push({ at: this.at, negated, ands, ors });
        ands = ors = undefined;
        this.at++;
        continue;
      }
      const operand = this.readOperand();
      if (!operand) {
        return undefined;
      }
      let node: SelectorNode = negated ? { kind: 'not', operand } : operand;
      for (let joined = false; !joined; ) {
        this.skipBlanks();
        const unit = this.unit();
        if (unit === Unit.AMPERSAND && this.unit(1) === Unit.AMPERSAND) {
          ands = joinTo(ands, node);
          joined = true;
        } else if (unit === Unit.BAR && this.unit(1) === Unit.BAR) {
          ors = joinTo(ors, closed('and', ands, node));
          ands = undefined;
          joined = true;
        } else if (unit === Unit.CLOSE && open.length > 0) {
          node = closed('or', ors, closed('and', ands, node));
          const outer = open.pop()!;
          ands = outer.ands;
          ors = outer.ors;
          node = outer.negated ? { kind: 'not', operand: node } : node;
          this.at++;
        } else if (this.at === this.text.length && open.length === 0) {
          return closed('or', ors, closed('and', ands, node));
        } else {
          return this.failAfterTerm(open);
        }
      }
      this.at += 2;
    }
  }

  private readNegations(): boolean {
    let negated = false;
    this.skipBlanks();
    while (this.unit() === Unit.BANG && this.unit(1) !== Unit.EQUALS) {
      negated = !negated;
      this.at++;
      this.skipBlanks();
    }
    return negated;
  }

  private readOperand(): SelectorNode | undefined {
    const start = this.at;
    const end = identifierEnd(this.text, start);
    if (this.text.charCodeAt(end) === Unit.OPEN) {
      // Words are split by Calico's tokenizer before the label rule sees them: `xhas(` is no `has(`.
      switch (this.text.slice(start, end)) {
        case 'has':
          return this.readHas(end);
        case 'all':
          return this.readConstant(ALL, end);
        case 'global':
          return this.readConstant(GLOBAL, end);
      }
    }
    const label = this.readLabel('a label, has(, all() or (');
    return label === undefined ? undefined : this.readComparison(label, start, end);
  }

  private readHas(open: number): SelectorNode | undefined {
    this.at = open + 1;
    this.skipBlanks();
    const labelStart = this.at;
    const label = this.readLabel('a label name after has(');
    if (label === undefined) {
      return undefined;
    }
    const labelEnd = this.at;
    this.skipBlanks();
    if (this.unit() !== Unit.CLOSE) {
      return this.fail(`) after has(${abbreviateForDisplay(label, 40)}`);
    }
    this.at++;
    return hasNode(label, { labelStart, labelEnd, end: this.at });
  }

  private readConstant(node: typeof ALL, open: number): SelectorNode | undefined {
    this.at = open + 1;
    this.skipBlanks();
    if (this.unit() !== Unit.CLOSE) {
      return this.fail(`) after ${node.kind}(`);
    }
    this.at++;
    return node;
  }

  private readLabel(expected: string): string | undefined {
    const end = identifierEnd(this.text, this.at);
    if (end === this.at) {
      return this.fail(expected);
    }
    if (end - this.at > MAX_LABEL_LENGTH) {
      return this.refuse({
        start: this.at,
        end,
        what: `a label name of ${end - this.at} characters; Calico takes at most ${MAX_LABEL_LENGTH}`,
        fix: 'use a shorter label name',
      });
    }
    const label = this.text.slice(this.at, end);
    this.at = end;
    return label;
  }

  private readComparison(label: string, labelStart: number, labelEnd: number): TermNode | undefined {
    this.skipBlanks();
    const unit = this.unit();
    if ((unit === Unit.EQUALS || unit === Unit.BANG) && this.unit(1) === Unit.EQUALS) {
      this.at += 2;
      return this.readValue(unit === Unit.EQUALS ? 'equals' : 'notEquals', unit === Unit.EQUALS ? '==' : '!=', label, labelStart, labelEnd);
    }
    if (this.skipWord('contains')) {
      return this.readValue('contains', 'contains', label, labelStart, labelEnd);
    }
    if (this.skipWords('starts', 'with')) {
      return this.readValue('startsWith', 'starts with', label, labelStart, labelEnd);
    }
    if (this.skipWords('ends', 'with')) {
      return this.readValue('endsWith', 'ends with', label, labelStart, labelEnd);
    }
    if (this.skipWords('not', 'in')) {
      return this.readSet('notIn', 'not in', label, labelStart, labelEnd);
    }
    if (this.skipWord('in')) {
      return this.readSet('in', 'in', label, labelStart, labelEnd);
    }
    return this.fail(`${unit === Unit.EQUALS ? '==' : '==, !=, in or another operator'} after ${abbreviateForDisplay(label, 40)}`);
  }

  private readValue(kind: ValueKind, operator: string, label: string, labelStart: number, labelEnd: number): TermNode | undefined {
    this.skipBlanks();
    const value = this.readString(`a value in quotes after ${operator}`);
    return value === undefined ? undefined : valueNode(kind, label, value, { labelStart, labelEnd, end: this.at });
  }

  private readSet(kind: 'in' | 'notIn', operator: string, label: string, labelStart: number, labelEnd: number): TermNode | undefined {
    this.skipBlanks();
    if (this.unit() !== Unit.OPEN_SET) {
      return this.fail(`{ after ${operator}`);
    }
    this.at++;
    this.skipBlanks();
    const values: string[] = [];
    while (this.unit() !== Unit.CLOSE_SET) {
      const value = this.readString(`a value in quotes or } after ${operator} {`);
      if (value === undefined) {
        return undefined;
      }
      values.push(value);
      this.skipBlanks();
      if (this.unit() === Unit.COMMA) {
        this.at++;
        this.skipBlanks();
        if (this.unit() === Unit.COMMA) {
          return this.fail('a value in quotes or } after a comma');
        }
      } else if (this.unit() !== Unit.CLOSE_SET) {
        return this.fail('a comma or } after a value');
      }
    }
    this.at++;
    return setNode(kind, label, values, { labelStart, labelEnd, end: this.at });
  }

  private readString(expected: string): string | undefined {
    const quote = this.unit();
    if (quote !== Unit.DOUBLE_QUOTE && quote !== Unit.SINGLE_QUOTE) {
      return this.fail(expected);
    }
    const mark = quote === Unit.DOUBLE_QUOTE ? '"' : "'";
    const end = this.text.indexOf(mark, this.at + 1);
    if (end < 0) {
      return this.refuse({ start: this.at, end: this.at + 1, what: `a value that opens with ${mark} and isn't closed`, fix: `close the value with ${mark}` });
    }
    const value = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return value;
  }

  private failAfterTerm(open: readonly OpenGroup[]): undefined {
    const unit = this.unit();
    if (unit === Unit.AMPERSAND || unit === Unit.BAR) {
      return this.fail(unit === Unit.AMPERSAND ? '&&' : '||');
    }
    if (open.length > 0 && this.at === this.text.length) {
      const at = open[open.length - 1].at;
      return this.refuse({ start: at, end: at + 1, what: 'expected ) for this (, found the end of the selector', fix: 'close it with )' });
    }
    return this.fail(open.length > 0 ? '&&, || or ) after a term' : '&& or || after a term');
  }

  private fail(expected: string): undefined {
    const { words, length } = found(this.text, this.at);
    return this.refuse({ start: this.at, end: this.at + length, what: `expected ${expected}, found ${words}`, fix: `write ${expected} where the caret stands` });
  }

  private refuse(fault: SyntaxFault): undefined {
    this.fault = fault;
    return undefined;
  }
}

function joinTo(nodes: SelectorNode[] | undefined, node: SelectorNode): SelectorNode[] {
  if (!nodes) {
    return [node];
  }
  nodes.push(node);
  return nodes;
}

function closed(kind: GroupNode['kind'], nodes: SelectorNode[] | undefined, node: SelectorNode): SelectorNode {
  return nodes ? group(kind, joinTo(nodes, node)) : node;
}
