import { Endpoint, endpointTitle } from '../endpoint';
import { CompiledSelector, LabelView } from '../label-view';
import { compareText } from '../policy';
import { PolicyModel } from '../policy-model';
import { PodCell, podCells, selectorsOf, WitnessEnd } from '../proof';
import { inheritedOf } from '../proof/scope';
import { newPod } from '../proof/witness';
import { SelectionIndex } from '../selection-index';

/** Two clusters with pods that no manifest declares among their endpoints. */
export interface WithUndeclared {
  readonly before: PolicyModel;
  readonly after: PolicyModel;
  /** Why there are none, as a sentence; undefined: every kind of pod that somebody may create is among them, or one that is treated alike. */
  readonly note: string | undefined;
}

/** Selectors of which all answers are looked for. */
const MOST_SELECTORS = 500;
/** Kinds of pods that are compared; fewer where there are host endpoints, as every pair is asked for then. */
const MOST_CELLS = 256;
const MOST_WITH_HOSTS = 32;
/** Work of the search. */
const BUDGET = 1_000_000;

/** The kind of endpoints that stand for pods that no manifest declares. */
export const UNDECLARED = 'any other pod';

/**
 * Adds to two clusters the pods that somebody may create: one for each way in which the selectors of both can answer, unless a workload is like it.
 * Their addresses aren't known. Growth: the kinds of pods, times the selectors; beyond a bound none are added, and the note says so.
 */
export function withUndeclaredPods(before: PolicyModel, after: PolicyModel): WithUndeclared {
  const models = [before, after];
  const selectors = models.map(selectorsOf);
  if (selectors.some(({ size }) => size > MOST_SELECTORS)) {
    return { before, after, note: `pods that no manifest declares aren't compared: there are more than ${MOST_SELECTORS} selectors` };
  }
  const most = models.some(({ hostEndpoints }) => hostEndpoints.length > 0) ? MOST_WITH_HOSTS : MOST_CELLS;
  const cells = podCells(models, { kind: 'pod' }, most, BUDGET);
  if (cells.answer !== 'cells') {
    const why = cells.answer === 'unknown' ? cells.why : `there are more than ${most} kinds of them`;
    return { before, after, note: `pods that no manifest declares aren't compared: ${why}` };
  }
  const kinds = new PodKinds(models, selectors);
  const added = cells.cells.flatMap((cell) => kinds.namesOf(cell));
  const [first, second] = models.map((model, index) => model.withEndpoints(added.map(({ namespace, name, endpoints }) =>
    ({ ...endpoints[index], kind: UNDECLARED, namespace, name }))));
  return { before: first, after: second, note: undefined };
}

/** Pods of one kind. */
interface NamedPods {
  /** Its name; or a description of one that no manifest declares. */
  readonly namespace: string;
  /** Such as ` with app=web`. */
  readonly name: string;
  /** One of them, in each model. */
  readonly endpoints: readonly Endpoint[];
}

/** Tells pods apart by how the selectors of all models answer. */
class PodKinds {
  private readonly indexes: readonly SelectionIndex<CompiledSelector>[];
  private readonly inherited: ReturnType<typeof inheritedOf>;
  private readonly namespaces: readonly string[];
  /** Namespaces of the workloads that one of the models has, by their kind. */
  private readonly declared = new Map<string, Set<string>>();

  constructor(models: readonly PolicyModel[], selectors: readonly ReadonlySet<CompiledSelector>[]) {
    this.indexes = selectors.map((all) => new SelectionIndex([...all], (selector) => selector));
    this.inherited = inheritedOf(models);
    this.namespaces = [...this.inherited[0].namespaces.keys()].sort(compareText);
    const [first, second] = models.map(({ endpoints }) => new Map(endpoints.map((endpoint) => [endpointTitle(endpoint), endpoint])));
    for (const [title, endpoint] of [...first, ...second]) {
      if (endpoint.namespace !== undefined) {
        const kind = this.kindOf([first, second].map((named) => (named.get(title) ?? endpoint).class.view));
        this.declared.set(kind, (this.declared.get(kind) ?? new Set()).add(endpoint.namespace));
      }
    }
  }

  /** The pods of a cell, one of each namespace where they may be and no workload is like them. */
  public namesOf({ witness, endpoints }: PodCell): NamedPods[] {
    const kind = this.kindOf(endpoints.map((endpoint) => endpoint.class.view));
    const declared = this.declared.get(kind) ?? new Set<string>();
    // Pods of the account that all have read best.
    const usual = { ...witness, serviceAccount: 'default', serviceAccountLabels: {} };
    for (const one of [usual, witness]) {
      const places = this.namespaces.filter((namespace) => !declared.has(namespace) && this.isLike(kind, { ...one, namespace }));
      if (places.length > 0) {
        return places.map((namespace) => ({ namespace, name: podText(one), endpoints: this.podsOf({ ...one, namespace }) }));
      }
    }
    const name = podText(this.isLike(kind, usual) ? usual : witness);
    return declared.size > 0 ? [] : [{ namespace: `a namespace${labelsText(witness.namespaceLabels)} that no manifest declares`, name, endpoints }];
  }

  private podsOf(witness: WitnessEnd): Endpoint[] {
    return this.inherited.map((inherited) => newPod(witness, [], inherited));
  }

  private isLike(kind: string, witness: WitnessEnd): boolean {
    return kind === this.kindOf(this.podsOf(witness).map((endpoint) => endpoint.class.view));
  }

  private kindOf(views: readonly LabelView[]): string {
    return views.map((view, index) =>
      this.indexes[index].select(view).map(({ entry, match }) => `${entry.id}:${match}`).sort().join()).join(' ');
  }
}

function podText({ labels, serviceAccount, serviceAccountLabels }: WitnessEnd): string {
  const account = serviceAccount === 'default' ? '' : ` of service account ${serviceAccount}${labelsText(serviceAccountLabels)}`;
  return `${account}${labelsText(labels) || ' without labels'}`;
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const texts = Object.entries(labels).map(([name, value]) => `${name}=${value}`).sort(compareText);
  return texts.length === 0 ? '' : ` with ${texts.join(', ')}`;
}
