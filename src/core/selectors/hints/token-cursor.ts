import { Habit } from './habits';
import { HabitAt, Token } from './tolerant-tokens';

/** Thrown where there is no one way to read on. */
export class GiveUp extends Error {}

/** Walks through tokens, and notes the habits that it was asked to. */
export class TokenCursor {
  protected at = 0;

  constructor(protected readonly tokens: readonly Token[], private readonly habits: HabitAt[]) {}

  protected endsTerm(): boolean {
    const token = this.token();
    return ['end', ')', '&&', '||', ','].includes(token.kind) || (token.kind === 'word' && ['and', 'or'].includes(token.value.toLowerCase()));
  }

  protected note(habit: Habit, token: Token): void {
    this.habits.push({ habit, start: token.start });
  }

  protected expect(kind: Token['kind']): void {
    if (!this.skip(kind)) {
      throw new GiveUp();
    }
  }

  protected skip(kind: Token['kind']): boolean {
    if (this.token().kind !== kind) {
      return false;
    }
    this.at++;
    return true;
  }

  protected take(): Token {
    const token = this.token();
    this.at++;
    return token;
  }

  /** The token so many places ahead; after the end there is only the end. */
  protected token(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)];
  }
}
