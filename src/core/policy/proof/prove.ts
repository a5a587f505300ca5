import { Formula, Formulas, FormulaSolution, FormulaSolved } from './formula';
import { FormulaDifference } from './formula-difference';
import { PlacedEnd, placeEnd } from './placed-end';
import { FlowWitness, Proof, ProofEnd, TrafficRange } from './question';
import { Assumptions, Inherited, Scope } from './scope';
import { anyTraffic, hasPortsFormula, SymbolicTraffic, SymbolicWalk } from './symbolic-walk';
import { tidySolution } from './tidy-solution';
import { witnessOf } from './witness';
import { Family } from '../../cidr';
import { decide, Decision } from '../decide';
import { endpointTitle } from '../endpoint';
import { PolicyModel } from '../policy-model';
import { hasPorts } from '../protocols';

/*
 * Is there a flow of some kind, whatever labels pods have? The question becomes one formula over labels, and over the bits of the protocol, ports
 * and addresses, and a search for what makes it true.
 *
 *  1. With all assumptions that a verdict would make, too. What is found is a flow; the ordinary verdict has to confirm it, and to be certain. Then
 *     the answer is `yes`.
 *  2. Without them. If nothing can be found, there is no such flow, whatever isn't known: `no`.
 *  3. Otherwise the answer hangs on something that isn't known: `unknown`, with what it is.
 */

/** What is asked of two ends in some models, which are those of one question. */
export interface Task {
  readonly models: readonly PolicyModel[];
  readonly inherited: readonly Inherited[];
  readonly family: Family;
  readonly from: ProofEnd;
  readonly to: ProofEnd;
  readonly traffic: readonly TrafficRange[] | undefined;
  /** What each model has to decide: of two models, `allowed` and `denied`. */
  readonly wanted: readonly ('allowed' | 'denied')[];
}

/** Steps of the search for one pair of ends: some two seconds. */
export const DEFAULT_BUDGET = 20_000_000;

/** How often an address is asked for that no endpoint has. */
const MOST_ADDRESSES = 64;

export function prove(task: Task, budget = DEFAULT_BUDGET): Proof {
  const outside = outsideOfProofs(task);
  if (outside !== undefined) {
    return { answer: 'unknown', why: [outside], witness: undefined };
  }
  return new Attempt(task, budget).run();
}

/** What isn't modelled for pods that aren't known. */
function outsideOfProofs({ models, from, to, wanted }: Task): string | undefined {
  if (from.kind === 'pod' || to.kind === 'pod') {
    const given = models.flatMap(({ profiles }) => profiles.given)[0];
    if (given !== undefined) {
      return `profile ${given} is among the manifests, and pods that aren't known may have it`;
    }
  }
  for (const [index, model] of models.entries()) {
    const chains = model.hostEndpoints.find((endpoint) => model.stackOf(endpoint.class).policies
      .some(({ policy }) => policy.stage !== 'normal' || policy.appliesOnForward));
    if (chains && wanted[index] === 'denied') {
      return `${endpointTitle(chains)} has policies for traffic that its node passes on, and which nodes that meets isn't known`;
    }
  }
  return undefined;
}

class Attempt {
  private readonly formulas = new Formulas();
  private readonly assumptions = new Assumptions();
  private readonly scopes: readonly Scope[];
  private readonly traffic: SymbolicTraffic;
  private readonly source: PlacedEnd;
  private readonly destination: PlacedEnd;

  constructor(private readonly task: Task, private readonly budget: number) {
    const { models, inherited, family } = task;
    this.scopes = models.map((model, index) =>
      ({ formulas: this.formulas, model, family, inherited: inherited[index], assumptions: this.assumptions }));
    this.traffic = anyTraffic(this.formulas);
    this.source = placeEnd(task.from, 'source', this.scopes);
    this.destination = placeEnd(task.to, 'destination', this.scopes);
    [...this.source.demands, ...this.destination.demands, ...this.trafficDemands()].forEach((demand) => this.formulas.demand(demand));
    this.formulas.demand(this.goal());
  }

  /** The answer that is wanted of the first model, and the other one of the second if there is one. */
  private goal(): Formula {
    const { formulas, task: { wanted } } = this;
    const [[out, into], other] = this.scopes.map((scope, index) => {
      const walk = new SymbolicWalk(scope, this.traffic, this.source.ends[index], this.destination.ends[index]);
      return [walk.passes('egress'), walk.passes('ingress')];
    });
    if (!other) {
      return formulas.all([out, into]) * (wanted[0] === 'allowed' ? 1 : -1);
    }
    const difference = new FormulaDifference(formulas);
    return formulas.any([formulas.all([difference.of(out, other[0]), into]), formulas.all([out, difference.of(into, other[1])])]);
  }

  private trafficDemands(): Formula[] {
    const { formulas, traffic: { protocol, sourcePort, destinationPort } } = this;
    const withPorts = hasPortsFormula(formulas, this.traffic);
    return [
      formulas.implies(withPorts, formulas.all([sourcePort.within(1, 65535), destinationPort.within(1, 65535)])),
      ...(this.task.traffic ? [formulas.any(this.task.traffic.map((range) => formulas.all([
        protocol.equals(range.protocol),
        ...(hasPorts(range.protocol) ? [destinationPort.within(range.first ?? 1, range.last ?? range.first ?? 65535)] : []),
      ])))] : []),
    ];
  }

  public run(): Proof {
    const assumed = this.solve(this.assumptions.formulas);
    if (assumed.answer === 'yes') {
      return this.confirm(this.tidy(assumed));
    }
    const free = this.assumptions.formulas.length === 0 ? assumed : this.solve([]);
    if (free.answer === 'yes') {
      return { answer: 'unknown', why: this.assumptions.brokenIn(free.holds), witness: this.read(this.tidy(free)) };
    }
    return free.answer === 'no' ? { answer: 'no' } : { answer: 'unknown', why: ['the question takes more work than its budget'], witness: undefined };
  }

  /** Asks again where an address is taken, without the block of taken addresses around it. */
  private solve(more: readonly Formula[]): FormulaSolution {
    for (let count = 0; count < MOST_ADDRESSES; count++) {
      const solution = this.formulas.solve(more, this.budget);
      if (solution.answer !== 'yes' || !this.excludeTaken(solution)) {
        return solution;
      }
    }
    return { answer: 'unknown' };
  }

  private excludeTaken(solution: FormulaSolved): boolean {
    let found = false;
    for (const free of [this.source.free, this.destination.free]) {
      const address = free?.bits.addressIn(solution);
      const block = address && free!.taken.find((one) => one.contains(address));
      if (block) {
        this.formulas.demand(-free!.bits.isIn(block));
        found = true;
      }
    }
    return found;
  }

  private tidy(solution: FormulaSolved): FormulaSolved {
    return tidySolution(solution, this.traffic, [this.source, this.destination], this.task.family);
  }

  private confirm(solution: FormulaSolved): Proof {
    const witness = this.read(solution);
    const why = [...this.impossibleValues(solution), ...this.doubts(witness)];
    return why.length === 0 ? { answer: 'yes', witness } : { answer: 'unknown', why, witness };
  }

  /** Texts that no Kubernetes object can have: the search knows texts only. */
  private impossibleValues({ labels }: FormulaSolved): string[] {
    return Object.entries(labels).flatMap(([variable, value]) => {
      const isPossible = [this.source, this.destination].every(({ valuesOf }) => valuesOf(variable)?.isValue(value) ?? true);
      return isPossible ? [] : [`it takes a label or name of ${JSON.stringify(value)}, which Kubernetes refuses`];
    });
  }

  private doubts({ packets }: FlowWitness): string[] {
    return this.task.models.flatMap((model, index) => {
      const decision = decide(model, packets[index]);
      return decision.certain && decision.allowed === (this.task.wanted[index] === 'allowed') ? [] : openOf(decision);
    });
  }

  private read(solution: FormulaSolved): FlowWitness {
    return witnessOf(solution, this.traffic, this.source.witness(solution), this.destination.witness(solution), this.scopes);
  }
}

function openOf({ open }: Decision): readonly string[] {
  return open.length > 0 ? open : ['the verdict rests on an address or label that isn\'t known'];
}
