import { Formula, Formulas, FormulaSolved } from './formula';
import { placeEnd } from './placed-end';
import { DEFAULT_BUDGET } from './prove';
import { PodQuestion, WitnessEnd } from './question';
import { Assumptions, inheritedOf, Scope } from './scope';
import { PodEnd } from './symbolic-end';
import { newPod } from './witness';
import { Endpoint } from '../endpoint';
import { CompiledSelector } from '../label-view';
import { PolicyModel } from '../policy-model';

/** One pod of each kind that any selector tells apart. */
export type PodCells =
  | { readonly answer: 'cells'; readonly cells: readonly PodCell[] }
  | { readonly answer: 'too many' }
  | { readonly answer: 'unknown'; readonly why: string };

/** Pods that the selectors of all models answer alike, by one of them. It has no names for ports, and no address. */
export interface PodCell {
  readonly witness: WitnessEnd;
  /** In each model, for `endOfNew`. */
  readonly endpoints: readonly Endpoint[];
}

/**
 * The pods that somebody may create, as one for each way in which the selectors of some models can answer: those of policies and of rules. More than
 * `most` are too many. Growth: for each cell one search a selector that may match such a pod.
 */
export function podCells(models: readonly PolicyModel[], question: PodQuestion, most: number, budget = DEFAULT_BUDGET): PodCells {
  const formulas = new Formulas();
  const assumptions = new Assumptions();
  const inherited = inheritedOf(models);
  const scopes = models.map((model, index): Scope => ({ formulas, model, family: 4, inherited: inherited[index], assumptions }));
  const pod = placeEnd(question, 'pod', scopes);
  pod.demands.forEach((demand) => formulas.demand(demand));
  const answers = new Set<Formula>();
  models.forEach((model, index) => selectorsOf(model).forEach((selector) => answers.add(Math.abs((pod.ends[index] as PodEnd).matchesOwn(selector)))));
  answers.delete(1);
  const search = new CellSearch(formulas, assumptions.formulas, [...answers], most, budget);
  const found = search.run();
  return typeof found === 'string'
    ? found === 'too many' ? { answer: found } : { answer: 'unknown', why: 'the question takes more work than its budget' }
    : {
      answer: 'cells',
      cells: found.map((solution) => {
        const witness: WitnessEnd = { ...pod.witness(solution), portNames: [] };
        return { witness, endpoints: scopes.map((scope) => newPod(witness, [], scope.inherited)) };
      }),
    };
}

/** Every selector of a model that decides something about a pod. */
export function selectorsOf(model: PolicyModel): Set<CompiledSelector> {
  return new Set(model.policies.flatMap(({ selector, ingress = [], egress = [] }) => [
    selector,
    ...[...ingress, ...egress].flatMap(({ source, destination }) => [source, destination]).flatMap((one) => [one.selector, one.notSelector]),
  ].filter((one) => one !== undefined)));
}

/** What is fixed of the answers: those of a pod before an index, and the opposite one there. Of the first nothing is. */
interface Branch {
  readonly taken: readonly Formula[];
  readonly turned: number | undefined;
}

const ROOT: Branch = { taken: [], turned: undefined };

class CellSearch {
  private readonly found: FormulaSolved[] = [];

  constructor(
    private readonly formulas: Formulas, private readonly assumed: readonly Formula[], private readonly answers: readonly Formula[],
    private readonly most: number, private readonly budget: number,
  ) {}

  /** Goes through the answers with one pod, and at each looks for another pod that differs there first. */
  public run(): readonly FormulaSolved[] | 'too many' | 'unknown' {
    const pending: Branch[] = [];
    for (let next: Branch | undefined = ROOT; next !== undefined; next = pending.pop()) {
      const { taken, turned } = next;
      const fixed = turned === undefined ? [] : [...taken.slice(0, turned), -taken[turned]];
      const solution = this.formulas.solve([...this.assumed, ...fixed], this.budget);
      if (solution.answer === 'unknown') {
        return 'unknown';
      }
      if (solution.answer === 'yes') {
        if (this.found.push(solution) > this.most) {
          return 'too many';
        }
        const sides = [...fixed, ...this.answers.slice(fixed.length).map((answer) => solution.holds(answer) ? answer : -answer)];
        for (let index = fixed.length; index < sides.length; index++) {
          pending.push({ taken: sides, turned: index });
        }
      }
    }
    return this.found;
  }
}
