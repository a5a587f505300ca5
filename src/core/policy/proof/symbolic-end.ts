import { Bits } from './bits';
import { FALSE, Formula, TRUE } from './formula';
import { PodLabels, PodNames } from './pod-labels';
import { Scope } from './scope';
import { selectorFormula } from './selector-formula';
import { Prefix } from '../../cidr';
import { hasNode, TermNode } from '../../selectors';
import { End } from '../end';
import { EndpointClass } from '../endpoint';
import { Profile } from '../inherited-labels';
import { CompiledSelector, isUnknown, LabelView, matchLabels } from '../label-view';
import { holds, isAssumed, NO, YES } from '../match';
import { NetSet } from '../net-set';
import { mayHoldPods } from '../pod-addresses';
import { Policy } from '../policy';
import { Direction, RuleService } from '../rule';
import { constantTerm } from './label-values';

/** What a packet has at an end, as formulas. */
export interface PortAt {
  readonly protocol: Bits;
  readonly port: Bits;
}

/** A policy and the formula for that it selects. */
export interface SymbolicPolicy {
  readonly policy: Policy;
  readonly selects: Formula;
}

/** Where policies apply. */
export interface SymbolicStation {
  /** In order. Those that surely don't select are left out. */
  readonly policies: readonly SymbolicPolicy[];
  readonly profiles: readonly Profile[];
  /** What follows if nothing decides. */
  readonly end: 'allow' | 'deny';
}

/** One end of a flow in one model: the answers to what rules ask, as formulas. The counterpart of `End`, question by question. */
export interface SymbolicEnd {
  /** Undefined where no policy applies. */
  station(direction: Direction): SymbolicStation | undefined;
  /** `matchEnd`. */
  matches(selector: CompiledSelector): Formula;
  /** `NetSet.holds`. */
  isIn(nets: NetSet): Formula;
  /** `matchNamedPort`. */
  hasPort(names: readonly string[], selector: CompiledSelector | undefined, at: PortAt): Formula;
  /** `Services.match`. */
  isBackend(service: RuleService, at: PortAt): Formula;
}

/** An address as bits, and what is known of it. */
export interface SymbolicAddress {
  readonly bits: Bits;
  /** Undefined where the address is known, or is asked for. Otherwise it is taken to lie in no block, with this sentence. */
  readonly unknown: string | undefined;
}

/** Blocks that hold an address, and the network sets there. */
abstract class AddressedEnd {
  private readonly answers = new Map<CompiledSelector, Formula>();

  constructor(protected readonly scope: Scope, private readonly address: SymbolicAddress) {}

  public isIn({ blocks }: NetSet): Formula {
    return this.scope.formulas.any(blocks.map((block) => this.isInBlock(block)));
  }

  private isInBlock(block: Prefix): Formula {
    if (block.family !== this.scope.family || (this.address.unknown !== undefined && !mayHoldPods(block))) {
      return FALSE;
    }
    const answer = this.address.bits.isIn(block);
    if (this.address.unknown !== undefined && answer !== TRUE) {
      this.scope.assumptions.add(answer, this.address.unknown);
    }
    return answer;
  }

  public matches(selector: CompiledSelector): Formula {
    let answer = this.answers.get(selector);
    if (answer === undefined) {
      answer = this.scope.formulas.any([this.matchesOwn(selector), ...this.scope.model.sets.map((set) => {
        const match = matchLabels(selector, set.class.view);
        return match === NO ? FALSE : this.scope.formulas.all([
          viewFormula(this.scope, selector, set.class.view, `set ${set.namespace ?? ''}/${set.name}`),
          this.scope.formulas.any(set.blocks.map((block) => this.isInBlock(block))),
        ]);
      })]);
      this.answers.set(selector, answer);
    }
    return answer;
  }

  protected abstract matchesOwn(selector: CompiledSelector): Formula;
}

/** An address outside. */
export class OutsideEnd extends AddressedEnd implements SymbolicEnd {
  constructor(scope: Scope, bits: Bits) {
    super(scope, { bits, unknown: undefined });
  }

  public station(): undefined {
    return undefined;
  }

  protected matchesOwn(): Formula {
    return FALSE;
  }

  public hasPort(): Formula {
    return FALSE;
  }

  /** Slices may name addresses outside. */
  public isBackend({ key, withPorts }: RuleService, at: PortAt): Formula {
    const { formulas, model: { services }, assumptions } = this.scope;
    if (services.isUnknown(key)) {
      const backend = formulas.variable();
      assumptions.add(backend, `where service ${key} leads isn't known: it is taken to lead nowhere`);
      return backend;
    }
    return formulas.any(services.addressesOf(key).map((address) => formulas.all([
      this.isIn(NetSet.of([address])), withPorts ? isOneOf(this.scope, services.portsAt(key, address), at) : TRUE,
    ])));
  }
}

/** The pod that isn't known. */
export interface PodVariables {
  readonly id: string;
  readonly names: PodNames;
  /** Undefined: any. */
  readonly namespace: string | undefined;
  readonly address: SymbolicAddress;
  /** By name: whether the port of the packet has that name. */
  readonly ports: Map<string, Formula>;
}

/** A pod that isn't known. */
export class PodEnd extends AddressedEnd implements SymbolicEnd {
  public readonly labels: PodLabels;
  private readonly own = new Map<CompiledSelector, Formula>();
  private readonly backends = new Map<string, Formula>();

  constructor(scope: Scope, private readonly variables: PodVariables) {
    super(scope, variables.address);
    this.labels = new PodLabels(scope, variables.names, variables.namespace);
  }

  /** The profile of every namespace allows everything, and that of a service account has no rules. */
  public station(direction: Direction): SymbolicStation {
    const { namespace } = this.variables;
    return {
      policies: this.scope.model.policies.flatMap((policy) => {
        const elsewhere = policy.namespace !== undefined && namespace !== undefined && policy.namespace !== namespace;
        const selects = elsewhere || policy.stage !== 'normal' || policy[direction] === undefined ? FALSE : this.matchesOwn(policy.selector);
        return selects === FALSE ? [] : [{ policy, selects }];
      }),
      profiles: [],
      end: 'allow',
    };
  }

  public matchesOwn(selector: CompiledSelector): Formula {
    let answer = this.own.get(selector);
    if (answer === undefined) {
      answer = selectorFormula(selector.ast, this.scope.formulas, (term) => this.labels.ofTerm(term));
      this.own.set(selector, answer);
    }
    return answer;
  }

  public hasPort(names: readonly string[], selector: CompiledSelector | undefined): Formula {
    const { formulas } = this.scope;
    return formulas.all([selector ? this.matchesOwn(selector) : TRUE, formulas.any(names.map((name) => {
      const known = this.variables.ports.get(name) ?? formulas.variable();
      this.variables.ports.set(name, known);
      return known;
    }))]);
  }

  /** A pod that would be a backend of a service is left open: its slices would say on which ports. */
  public isBackend({ key }: RuleService): Formula {
    const { formulas, model: { services }, assumptions } = this.scope;
    if (!services.mayLeadToPods(key)) {
      return FALSE;
    }
    let answer = this.backends.get(key);
    if (answer === undefined) {
      const selector = services.selectorOf(key);
      const selected = selector && formulas.all([
        this.labels.isInNamespace([selector.namespace]), ...selector.labels.map(([name, value]) => this.labels.isOwn(name, value)),
      ]);
      // Also a pod that the selector doesn't want: slices can be written by hand.
      answer = formulas.variable();
      assumptions.add(formulas.any([answer, selected ?? FALSE]), `a rule asks for the backends of service ${key}: the pod is taken to be none of them`);
      this.backends.set(key, answer);
    }
    return answer;
  }
}

/** An endpoint of the model, or what is known of one. */
export class KnownEnd extends AddressedEnd implements SymbolicEnd {
  constructor(
    scope: Scope, private readonly end: End, private readonly id: string, private readonly title: string, address: SymbolicAddress,
  ) {
    super(scope, address);
  }

  /** The classes at the end that aren't network sets: those follow from the address. */
  private get own(): readonly EndpointClass[] {
    return this.end.classes.filter(({ kind }) => kind !== 'set');
  }

  public station(direction: Direction): SymbolicStation | undefined {
    const station = this.end[direction];
    return station && {
      policies: station.tiers.flatMap(({ policies }) => policies.map(({ policy, match }) => ({
        policy, selects: match === YES ? TRUE : this.matchesClass(policy.selector, station.endpoint.class),
      }))),
      profiles: station.profiles,
      end: 'deny',
    };
  }

  protected matchesOwn(selector: CompiledSelector): Formula {
    return this.scope.formulas.any(this.own.map((one) => this.matchesClass(selector, one)));
  }

  private matchesClass(selector: CompiledSelector, { view, id }: EndpointClass): Formula {
    return viewFormula(this.scope, selector, view, `${this.id} class ${id}`, this.title);
  }

  public hasPort(names: readonly string[], selector: CompiledSelector | undefined, at: PortAt): Formula {
    return this.scope.formulas.any(this.own.map((one) => {
      const isOpen = isOneOf(this.scope, one.ports.filter(({ name }) => names.includes(name)), at);
      return isOpen === FALSE ? FALSE : this.scope.formulas.all([selector ? this.matchesClass(selector, one) : TRUE, isOpen]);
    }));
  }

  public isBackend(service: RuleService, at: PortAt): Formula {
    const { formulas, model: { services }, assumptions } = this.scope;
    const match = services.match({ key: service.key, withPorts: false }, this.end, 6, undefined);
    if (isAssumed(match)) {
      const backend = formulas.variable();
      assumptions.add(backend, `whether ${this.title} is a backend of service ${service.key} isn't known: it is taken to be none`);
      return backend;
    }
    if (!holds(match) || !service.withPorts) {
      return holds(match) ? TRUE : FALSE;
    }
    const ports = services.portsOf(service.key).filter(({ protocol, port }) => services.match(service, this.end, protocol, port) === YES);
    return isOneOf(this.scope, ports, at);
  }
}

function isOneOf({ formulas }: Scope, ports: readonly { readonly protocol: number; readonly port: number }[], { protocol, port }: PortAt): Formula {
  return formulas.any(ports.map((one) => formulas.all([protocol.equals(one.protocol), port.equals(one.port)])));
}

/** A selector on labels that are known in part: what isn't known is taken to be absent. */
function viewFormula(scope: Scope, selector: CompiledSelector, view: LabelView, id: string, title = id): Formula {
  const match = matchLabels(selector, view);
  if (!isAssumed(match)) {
    return match === YES ? TRUE : FALSE;
  }
  const { formulas, assumptions } = scope;
  return selectorFormula(selector.ast, formulas, (term: TermNode) => {
    if (!isUnknown(view, term.label)) {
      return constantTerm(term, view.labels[term.label]);
    }
    const name = `${id} label ${term.label}`;
    assumptions.add(formulas.term(hasNode(name)), `label ${term.label} of ${title} isn't known: it is taken to be absent`);
    return formulas.term({ ...term, label: name, span: undefined });
  });
}
