import { ValueKind } from '../ast';
import { GiveUp, TokenCursor } from './token-cursor';
import { Token } from './tolerant-tokens';

/** Operator words as they are typed, in lower case and without separators. A leading `!` or `not` comes on top. */
const TEXT_OPERATORS = new Map<string, ValueKind>([
  ['contains', 'contains'], ['startswith', 'startsWith'], ['endswith', 'endsWith'],
  ['equals', 'equals'], ['eq', 'equals'], ['is', 'equals'], ['ne', 'notEquals'], ['notequals', 'notEquals'],
]);

/** The words of operators that Calico knows too. */
export const OPERATOR_WORDS = new Set(['contains', 'startswith', 'endswith', 'starts', 'ends', 'with', 'in', 'notin', 'not']);

export type OperatorKind = ValueKind | 'in';

export interface Operator {
  readonly kind: OperatorKind | 'exists';
  readonly negated: boolean;
  /** `==` or `!=`, however they were typed. */
  readonly symbolic: boolean;
}

/** Reads what stands between a label and its value. */
export class OperatorReader extends TokenCursor {
  protected readOperator(): Operator | undefined {
    const start = this.at;
    const token = this.take();
    if (token.kind === '==' || token.kind === '!=') {
      return { kind: token.kind === '==' ? 'equals' : 'notEquals', negated: false, symbolic: true };
    }
    const negator = token.kind === '!' || (token.kind === 'word' && token.value.toLowerCase() === 'not');
    const operator = this.readOperatorWord(negator ? this.take() : token);
    if (!operator) {
      this.at = start;
      return undefined;
    }
    if (negator && operator.negated) {
      throw new GiveUp();
    }
    if (negator && (operator.kind !== 'in' || token.kind === '!')) {
      this.note('negated-operator', token);
    } else if (negator && token.value !== 'not') {
      this.note('upper-case', token);
    }
    return { ...operator, negated: negator || operator.negated };
  }

  private readOperatorWord(token: Token): Operator | undefined {
    if (token.kind !== 'word') {
      return undefined;
    }
    let typed = token.value;
    let name = typed.toLowerCase().replace(/[-_]/g, '');
    const next = this.token();
    const second = next.kind === 'word' ? next.value.toLowerCase() : '';
    let negated = name === 'notin';
    if ((name === 'starts' || name === 'ends') && second === 'with') {
      name += second;
      typed += next.value;
      this.at++;
    } else if (name === 'is' && second === 'not' && ['word', 'string'].includes(this.token(1).kind)) {
      negated = true;
      this.at++;
    }
    const kind = this.operatorNamed(name);
    if (kind && typed !== name) {
      this.note(typed.toLowerCase() === name ? 'upper-case' : 'word-operator', token);
    } else if (kind && !OPERATOR_WORDS.has(name)) {
      this.note('word-operator', token);
    }
    return kind && { kind, negated, symbolic: false };
  }

  private operatorNamed(name: string): Operator['kind'] | undefined {
    if (name === 'in' || name === 'notin') {
      return 'in';
    }
    return name === 'exists' && this.endsTerm() ? 'exists' : TEXT_OPERATORS.get(name);
  }
}
