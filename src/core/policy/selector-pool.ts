import { CompiledSelector } from './label-view';
import { compileSelector, Labels, labelsOf, Matcher, parseStrictly, SelectorNode } from '../selectors';

/** Why a policy, or a part of one, can't be read. */
export class Unreadable extends Error {}

/** A selector that is compiled when it is first asked: of many policies, few meet any one endpoint. */
class PooledSelector implements CompiledSelector {
  private matcher: Matcher | undefined;
  private names: readonly string[] | undefined;

  constructor(public readonly id: number, public readonly text: string, public readonly ast: SelectorNode) {}

  public matches(labels: Labels): boolean {
    this.matcher ??= compileSelector(this.ast);
    return this.matcher(labels);
  }

  public get labels(): readonly string[] {
    return this.names ??= [...new Set(labelsOf(this.ast).map(({ label }) => label))];
  }
}

/** The selectors of a model, each text parsed once. */
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
      selector = new PooledSelector(this.known.size, text, parsed.ast);
      this.known.set(text, selector);
    }
    return selector;
  }
}
