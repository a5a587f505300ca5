import { ALL, GLOBAL, group, hasNode, negation, SelectorNode, setNode, valueNode } from '../ast';
import { isLabelName } from '../characters';
import { GiveUp } from './token-cursor';
import { OPERATOR_WORDS, OperatorKind, OperatorReader } from './tolerant-operators';
import { isKubernetesKey, wildcard, withSign } from './tolerant-terms';
import { HabitAt, Token, Tokens } from './tolerant-tokens';

/*
 * Reads what was evidently meant: Calico's language, Kubernetes' label selectors, and what is commonly mixed up with either.
 * It gives up as soon as there are two ways to read something, because a wrong correction is worse than none. Recursive, so the
 * depth is bounded; grows with the number of tokens.
 */

export interface Reading {
  readonly ast: SelectorNode;
  readonly habits: readonly HabitAt[];
}

const MAX_DEPTH = 100;

const SET_CLOSERS: Partial<Record<Token['kind'], Token['kind']>> = { '{': '}', '(': ')', '[': ']' };

/** Reads the tokens, or gives up. */
export function readTolerantly({ tokens, habits }: Tokens): Reading | undefined {
  const reader = new TolerantReader(tokens, habits);
  try {
    return { ast: reader.readAll(), habits: [...habits].sort((a, b) => a.start - b.start) };
  } catch (error) {
    if (error instanceof GiveUp) {
      return undefined;
    }
    throw error;
  }
}

class TolerantReader extends OperatorReader {
  private depth = 0;

  public readAll(): SelectorNode {
    if (this.token().kind === 'end') {
      return ALL;
    }
    const ast = this.token().value === '*' && this.token(1).kind === 'end' ? this.readStar() : this.readAlternatives(false);
    this.expect('end');
    return ast;
  }

  private readStar(): SelectorNode {
    this.note('wildcard', this.take());
    return ALL;
  }

  private readAlternatives(negated: boolean): SelectorNode {
    if (++this.depth > MAX_DEPTH) {
      throw new GiveUp();
    }
    const alternatives: SelectorNode[] = [];
    let commas = 0;
    do {
      const terms: SelectorNode[] = [];
      let joined: boolean;
      do {
        terms.push(this.readTerm(negated));
        joined = this.skipJoin('&&', 'and');
        if (!joined && this.token().kind === ',') {
          this.note('kubernetes-comma', this.take());
          commas++;
          joined = true;
        }
      } while (joined);
      alternatives.push(group('and', terms));
    } while (this.skipJoin('||', 'or'));
    if (commas > 0 && alternatives.length > 1) {
      // Whether a comma binds closer than an or is anybody's guess.
      throw new GiveUp();
    }
    this.depth--;
    return group('or', alternatives);
  }

  private skipJoin(kind: Token['kind'], word: string): boolean {
    const token = this.token();
    if (token.kind === kind) {
      this.at++;
      return true;
    }
    if (token.kind === 'word' && token.value.toLowerCase() === word) {
      this.note('and-word', this.take());
      return true;
    }
    return false;
  }

  private readTerm(outerNegated: boolean): SelectorNode {
    let negated = false;
    for (;;) {
      const token = this.token();
      if (token.kind !== '!' && !this.isNotWord()) {
        break;
      }
      if (token.kind === 'word') {
        this.note('and-word', token);
      }
      this.at++;
      negated = !negated;
    }
    const node = this.readUnnegated(outerNegated || negated);
    return negated ? negation(node) : node;
  }

  /** `not`, where it can't be a label: before a term. */
  private isNotWord(): boolean {
    const [token, next] = [this.token(), this.token(1)];
    if (token.kind !== 'word' || token.value.toLowerCase() !== 'not') {
      return false;
    }
    return ['(', '!', 'string'].includes(next.kind) || (next.kind === 'word' && !OPERATOR_WORDS.has(next.value.toLowerCase()));
  }

  private readUnnegated(negated: boolean): SelectorNode {
    const token = this.take();
    if (token.kind === '(') {
      const node = this.readAlternatives(negated);
      this.expect(')');
      return node;
    }
    if (token.kind !== 'word' && token.kind !== 'string') {
      throw new GiveUp();
    }
    const called = token.kind === 'word' ? this.readCall(token, negated) : undefined;
    return called ?? this.readComparison(token);
  }

  /** `has(…)`, `all()` and `global()`, and how else they are typed. */
  private readCall(word: Token, negated: boolean): SelectorNode | undefined {
    const name = word.value.toLowerCase();
    const next = this.token();
    if (next.kind === '(') {
      if (name === 'has' || name === 'exists') {
        this.noteSpelling(word, 'has', next);
        return this.readHas(word, negated);
      }
      const constant = name === 'all' || name === 'any' ? ALL : name === 'global' ? GLOBAL : undefined;
      if (constant) {
        this.noteSpelling(word, constant.kind, next);
        this.at++;
        this.expect(')');
      }
      return constant;
    }
    if (name === 'has' && (next.kind === 'string' || (next.kind === 'word' && !OPERATOR_WORDS.has(next.value.toLowerCase())))) {
      this.note('has-spacing', word);
      return hasNode(this.labelOf(this.take()));
    }
    if ((name === 'all' || name === 'global') && this.endsTerm()) {
      this.note('bare-all', word);
      return name === 'all' ? ALL : GLOBAL;
    }
    return undefined;
  }

  private noteSpelling(word: Token, name: string, parenthesis: Token): void {
    if (word.value !== name) {
      this.note(word.value.toLowerCase() === name ? 'upper-case' : 'word-operator', word);
    }
    if (!parenthesis.adjacent) {
      this.note('has-spacing', parenthesis);
    }
  }

  private readHas(word: Token, negated: boolean): SelectorNode {
    this.at++;
    const terms: SelectorNode[] = [];
    do {
      if (terms.length > 0) {
        this.note('has-several', word);
      }
      terms.push(hasNode(this.labelOf(this.take())));
    } while (this.skip(','));
    this.expect(')');
    if (terms.length > 1 && negated) {
      // "not both" or "neither"?
      throw new GiveUp();
    }
    return group('and', terms);
  }

  private readComparison(token: Token): SelectorNode {
    const operator = this.readOperator();
    if (!operator) {
      if (token.kind === 'string' || !this.endsTerm() || !isKubernetesKey(token.value)) {
        throw new GiveUp();
      }
      this.note('kubernetes-exists', token);
      return hasNode(this.labelOf(token));
    }
    const { kind, negated } = operator;
    if (kind === 'exists') {
      return withSign(hasNode(this.labelOf(token)), negated);
    }
    const label = this.labelOf(token);
    const node = this.token().kind in SET_CLOSERS ? this.readSet(label, kind) : this.readValue(label, kind, operator.symbolic, token);
    return withSign(node, negated);
  }

  private readSet(label: string, kind: OperatorKind): SelectorNode {
    const open = this.take();
    if (kind !== 'in' && kind !== 'equals' && kind !== 'notEquals') {
      throw new GiveUp();
    }
    if (kind !== 'in') {
      this.note('set-equals', open);
    } else if (open.kind !== '{') {
      this.note(open.kind === '(' ? 'kubernetes-set' : 'brackets', open);
    }
    const close = SET_CLOSERS[open.kind]!;
    const values: string[] = [];
    while (this.token().kind !== close) {
      values.push(this.plainValue(this.take()));
      if (!this.skip(',') && this.token().kind !== close) {
        throw new GiveUp();
      }
    }
    this.at++;
    if (values.length === 0 && open.kind !== '{') {
      throw new GiveUp();
    }
    return setNode(kind === 'notEquals' ? 'notIn' : 'in', label, values);
  }

  private readValue(label: string, kind: OperatorKind, symbolic: boolean, labelToken: Token): SelectorNode {
    const token = this.take();
    if (labelToken.kind === 'string' && token.kind === 'word') {
      // `"web" == app`: which of the two is the label?
      throw new GiveUp();
    }
    if (kind === 'in') {
      if (this.token().kind === ',') {
        throw new GiveUp();
      }
      this.note('single-value', token);
      return setNode('in', label, [this.plainValue(token)]);
    }
    if (token.kind === 'word' && token.value.includes('*') && symbolic) {
      this.note('wildcard', token);
      return withSign(wildcard(label, token.value), kind === 'notEquals');
    }
    const values = [this.plainValue(token)];
    while (kind === 'equals' && this.isFurtherValue()) {
      this.note('value-alternatives', this.take());
      values.push(this.plainValue(this.take()));
    }
    return values.length > 1 ? setNode('in', label, values) : valueNode(kind, label, values[0]);
  }

  /** `|| "b"` with no operator after it: another value for the label before. */
  private isFurtherValue(): boolean {
    if (this.token().kind !== '||' || this.token(1).kind !== 'string') {
      return false;
    }
    return ['||', '&&', ')', 'end'].includes(this.token(2).kind);
  }

  private plainValue(token: Token): string {
    if (token.kind === 'word' && !token.value.includes('*')) {
      const before = this.tokens[this.at - 2];
      this.note(before.value === '=' ? 'kubernetes-equals' : 'unquoted', before.value === '=' ? before : token);
      return token.value;
    }
    if (token.kind !== 'string' || (token.value.includes('"') && token.value.includes("'"))) {
      throw new GiveUp();
    }
    return token.value;
  }

  private labelOf(token: Token): string {
    if ((token.kind !== 'word' && token.kind !== 'string') || !isLabelName(token.value)) {
      throw new GiveUp();
    }
    if (token.kind === 'string') {
      this.note('quoted-label', token);
    }
    return token.value;
  }
}
