import { CompiledSelector } from './label-view';
import { compileSelector, parseStrictly } from '../selectors';

/** Why a policy, or a part of one, can't be read. */
export class Unreadable extends Error {}

/** The selectors of a model, each text parsed and compiled once. */
export class SelectorPool {
  private readonly known = new Map<string, CompiledSelector>();

  /** @throws Unreadable where Calico couldn't read the text: it drops such a policy in silence */
  public compile(text: string): CompiledSelector {
    let selector = this.known.get(text);
    if (!selector) {
      const parsed = parseStrictly(text);
      if (!parsed.ok) {
        throw new Unreadable(`the selector ${JSON.stringify(text)} is invalid: ${parsed.fault.what}`);
      }
      selector = { id: this.known.size, text, ast: parsed.ast, matches: compileSelector(parsed.ast) };
      this.known.set(text, selector);
    }
    return selector;
  }
}
