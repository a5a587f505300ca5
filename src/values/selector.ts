import {
  ALL, areEquivalent, canonicalise, explainNonText, findLabels, fromLabelSelector, GLOBAL, GroupNode, hasNode, implies, isTautology, Matcher,
  compileSelector, negation, parseSelector, printNonText, printSelector, printSyntaxError, SelectorNode, setNode, toLabelSelector, ValueKind,
  valueNode, faultOfName, faultOfValue,
} from '../core/selectors';

/**
 * One requirement of a Kubernetes LabelSelector.
 */
export interface LabelRequirementProps {
  /** The label. */
  readonly key: string;
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`. */
  readonly operator: string;
  /** The values of `In` and `NotIn`. @default - none */
  readonly values?: string[];
}

/**
 * A Kubernetes LabelSelector: all of its requirements must hold. Without any it matches everything.
 */
export interface LabelSelectorProps {
  /** Labels and the values that they must have. @default - none */
  readonly matchLabels?: { [key: string]: string };
  /** Further requirements. @default - none */
  readonly matchExpressions?: LabelRequirementProps[];
}

/**
 * A Calico selector: which endpoints, namespaces, service accounts or nodes are meant, by their labels.
 *
 * Immutable, and always one that Calico takes: there is no way to make another. A manifest gets the text that was parsed, as it was written; a
 * selector that was built gets the canonical text.
 */
export class Selector {
  /**
   * Parses a selector as Calico does. The empty text means `all()`.
   * @throws with the place, the reason and the corrected text where it is known, if Calico would refuse the text
   */
  public static parse(text: string): Selector {
    if (typeof text !== 'string') {
      throw new Error(printNonText(explainNonText(text)));
    }
    const parsed = parseSelector(text);
    if (!parsed.ok) {
      throw new Error(printSyntaxError(text, parsed.error));
    }
    return new Selector(parsed.ast, HAS_SURROGATE.test(text) ? undefined : text);
  }

  /**
   * Begins a term about one label: `Selector.label('app').equals('web')`.
   * @throws if Calico has no such label names
   */
  public static label(name: string): LabelTerm {
    return new LabelTerm(name);
  }

  /** Matches everything: `all()`. */
  public static all(): Selector {
    return new Selector(ALL);
  }

  /**
   * `global()`: in a rule's `namespaceSelector`, what belongs to no namespace, such as host endpoints and global network sets.
   * Calico refuses it everywhere else. It matches every label set.
   */
  public static global(): Selector {
    return new Selector(GLOBAL);
  }

  /**
   * Says a Kubernetes LabelSelector in Calico's language.
   * @throws if Kubernetes would refuse it
   */
  public static fromLabelSelector(labelSelector: LabelSelectorProps): Selector {
    const said = fromLabelSelector(labelSelector);
    if (!said.ok) {
      throw new Error(`${said.refusal.what}: ${said.refusal.why}`);
    }
    return new Selector(said.ast);
  }

  /** @internal */
  public static _of(node: SelectorNode): Selector {
    return new Selector(node);
  }

  private matcher: Matcher | undefined;

  private constructor(private readonly node: SelectorNode, private readonly source?: string) {}

  /** The text as Calico prints it: the form that `calicoctl get` and Felix's logs show. */
  public toString(): string {
    return printSelector(this.node);
  }

  /**
   * Calico's own text without doubled negations, which a selector that was built puts into manifests. Parsing it gives a selector with the same
   * meaning and the same canonical text.
   */
  public canonical(): string {
    return printSelector(canonicalise(this.node));
  }

  /** True if labels such as these are matched. */
  public matches(labels: { [name: string]: string }): boolean {
    this.matcher ??= compileSelector(this.node);
    return this.matcher(labels);
  }

  /** Both this and all of the others must match. */
  public and(...others: Selector[]): Selector {
    return this.join('and', others);
  }

  /** This or one of the others must match. */
  public or(...others: Selector[]): Selector {
    return this.join('or', others);
  }

  /** Matches what this doesn't match. */
  public not(): Selector {
    return new Selector(negation(this.node));
  }

  /** False if no labels at all can match, as with `a == "x" && a == "y"`. Proved: what can't be decided counts as true. */
  public isSatisfiable(): boolean {
    return findLabels({ matching: [this.node] }).answer !== 'no';
  }

  /** True if all labels match, as with `all()` or `has(a) || !has(a)`. Proved: what can't be decided counts as false. */
  public matchesEverything(): boolean {
    return isTautology(this.node) === 'yes';
  }

  /** True if whatever this matches is matched by the other too. Proved: what can't be decided counts as false. */
  public implies(other: Selector): boolean {
    return implies(this.node, other.node) === 'yes';
  }

  /** True if this and the other match the same labels. Proved: what can't be decided counts as false. */
  public isEquivalentTo(other: Selector): boolean {
    return areEquivalent(this.node, other.node) === 'yes';
  }

  /**
   * Says this as a Kubernetes LabelSelector.
   * @throws with the reason where that can't be said: `||` between labels, parts of values, names or values that Kubernetes refuses
   */
  public toLabelSelector(): LabelSelectorProps {
    const said = toLabelSelector(this.node);
    if (!said.ok) {
      throw new Error(`${this.canonical()} can't be said as a Kubernetes LabelSelector: ${said.refusal.what}; ${said.refusal.why}`);
    }
    return said.labelSelector as LabelSelectorProps;
  }

  /** @internal */
  public _toManifest(): string {
    return this.source ?? this.canonical();
  }

  /** @internal */
  public _node(): SelectorNode {
    return this.node;
  }

  /** Groups of the same kind are joined into one, so that a chain of calls reads like a list. */
  private join(kind: GroupNode['kind'], others: readonly Selector[]): Selector {
    if (others.length === 0) {
      return this;
    }
    const operands = [this, ...others].flatMap(({ node }) => node.kind === kind ? node.operands : [node]);
    return new Selector({ kind, operands });
  }
}

/**
 * The beginning of a term about one label; each method ends it and gives a selector.
 *
 * In TypeScript and JavaScript `equals` may be written for `equalTo`; in other languages every object has an `equals` already.
 */
export class LabelTerm {
  /**
   * The same as `Selector.label(name)`.
   * @throws if Calico has no such label names
   */
  constructor(private readonly name: string) {
    const fault = faultOfName(name);
    if (fault !== undefined) {
      throw new Error(fault);
    }
  }

  /**
   * The label is there, and has this value.
   * @jsii ignore
   */
  public equals(value: string): Selector {
    return this.equalTo(value);
  }

  /** The label is there, and has this value. The same as `equals`. */
  public equalTo(value: string): Selector {
    return this.compare('equals', value);
  }

  /** The label is absent, or has another value. */
  public notEquals(value: string): Selector {
    return this.compare('notEquals', value);
  }

  /** The label is there, and has one of these values. Of no values: matches nothing. */
  public in(...values: string[]): Selector {
    return Selector._of(setNode('in', this.name, values.map(checkedValue)));
  }

  /** The label is absent, or has none of these values. Of no values: matches everything. */
  public notIn(...values: string[]): Selector {
    return Selector._of(setNode('notIn', this.name, values.map(checkedValue)));
  }

  /** The label is there, and its value has this in it. */
  public contains(text: string): Selector {
    return this.compare('contains', text);
  }

  /** The label is there, and its value starts with this. */
  public startsWith(text: string): Selector {
    return this.compare('startsWith', text);
  }

  /** The label is there, and its value ends with this. */
  public endsWith(text: string): Selector {
    return this.compare('endsWith', text);
  }

  /** The label is there, whatever its value. */
  public exists(): Selector {
    return Selector._of(hasNode(this.name));
  }

  /** The label isn't there. */
  public absent(): Selector {
    return this.exists().not();
  }

  private compare(kind: ValueKind, value: string): Selector {
    return Selector._of(valueNode(kind, this.name, checkedValue(value)));
  }
}

/** A lone half of a pair is written to a file as another character: such texts, and all with pairs, get the canonical text. */
const HAS_SURROGATE = /[\ud800-\udfff]/;

/** @throws if the value can't be written in a selector */
function checkedValue(value: string): string {
  const fault = faultOfValue(value);
  if (fault !== undefined) {
    throw new Error(fault);
  }
  return value;
}
