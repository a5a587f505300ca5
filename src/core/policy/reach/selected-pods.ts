import { addToList } from '../../add-to-list';
import { labelsOf, printSelector, setNode } from '../../selectors';
import { CompiledSelector } from '../label-view';
import { compareText } from '../policy';
import { PolicyModel } from '../policy-model';
import { PodQuestion, WitnessEnd, witnessEndTitle } from '../proof';
import { Formula, Formulas, FormulaSolved } from '../proof/formula';
import { constantTerm } from '../proof/label-values';
import { PlacedEnd, placeEnd } from '../proof/placed-end';
import { Assumptions, Inherited, inheritedOf, Scope } from '../proof/scope';
import { PodEnd } from '../proof/symbolic-end';
import { METADATA_NAME_LABEL, NAME_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX } from '../reserved-labels';

/** How many of some pods are selected. `some` also where that hangs on something that isn't known. */
export type Share = 'all' | 'some' | 'none';

/** Which of the pods that somebody may create a selector matches, whatever their labels and service accounts. */
export interface SelectedPods {
  /** Namespaces among the manifests whose pods are all selected, in order. */
  readonly allOf: readonly string[];
  /** Those of which some are. */
  readonly someOf: readonly string[];
  /** Of the pods in namespaces that aren't among the manifests. */
  readonly elsewhere: Share;
  /** Where some are selected and others aren't: one that is. */
  readonly example: string | undefined;
}

interface Answer {
  readonly share: Share;
  readonly example: string | undefined;
}

/** Steps that one question about a selector may cost; beyond it nothing is proved, and `some` is the answer. */
const BUDGET = 200_000;
const NOTHING_KNOWN: Inherited = { namespaces: new Map(), accounts: new Map() };
const NAMES: ReadonlySet<string> = new Set([NAMESPACE_LABEL, NAMESPACE_PREFIX + NAME_LABEL, NAMESPACE_PREFIX + METADATA_NAME_LABEL]);

/**
 * Answers for the selectors of a model. Namespaces that a selector can't tell apart are asked for once. Growth: one question for a policy of a
 * namespace; for a global one that looks at labels of namespaces a look at each of them, and one question for each group that it tells apart.
 */
export class PodSelection {
  private readonly inherited: Inherited;
  /** Those that are declared, and those that workloads are in. */
  private readonly namespaces: readonly string[];
  private readonly known = new Map<string, SelectedPods>();

  constructor(private readonly model: PolicyModel) {
    [this.inherited] = inheritedOf([model]);
    const used = model.endpoints.flatMap(({ namespace }) => namespace ?? []);
    this.namespaces = [...new Set([...this.inherited.namespaces.keys(), ...used])].sort(compareText);
  }

  /** `namespace` is that of the policy. */
  public of(selector: CompiledSelector, namespace: string | undefined): SelectedPods {
    const key = `${namespace ?? ''} ${selector.id}`;
    const selected = this.known.get(key) ?? (namespace === undefined ? this.globally(selector) : this.within(selector, namespace));
    this.known.set(key, selected);
    return selected;
  }

  /** Whether a selection is the same for every namespace. */
  public isEverywhere(share: Share, { allOf, someOf, elsewhere }: SelectedPods): boolean {
    return elsewhere === share && (share === 'all' ? allOf : someOf).length === this.namespaces.length;
  }

  private within(selector: CompiledSelector, namespace: string): SelectedPods {
    const { share, example } = this.inNamespace(selector, namespace);
    return { allOf: share === 'all' ? [namespace] : [], someOf: share === 'some' ? [namespace] : [], elsewhere: 'none', example };
  }

  private globally(selector: CompiledSelector): SelectedPods {
    const shares: Record<Share, string[]> = { all: [], some: [], none: [] };
    let example: string | undefined;
    for (const group of this.groups(selector)) {
      const answer = this.inNamespace(selector, group[0]);
      shares[answer.share].push(...group);
      example ??= answer.example;
    }
    const elsewhere = this.ask(selector, NOTHING_KNOWN, { kind: 'pod', except: looksAt(selector, isOfNamespace) ? this.declared() : [] });
    return {
      allOf: shares.all.sort(compareText),
      someOf: shares.some.sort(compareText),
      elsewhere: elsewhere.share,
      example: example ?? elsewhere.example,
    };
  }

  private declared(): string[] {
    return this.namespaces.length > 0 ? [printSelector(setNode('in', NAMESPACE_LABEL, this.namespaces))] : [];
  }

  /** Namespaces that the selector can't tell apart. */
  private groups(selector: CompiledSelector): readonly string[][] {
    const terms = labelsOf(selector.ast).filter(({ label }) => isOfNamespace(label));
    const looksAtAccounts = looksAt(selector, isOfAccount);
    const groups = new Map<string, string[]>();
    for (const namespace of this.namespaces) {
      const profile = this.inherited.namespaces.get(namespace);
      const answers = terms.map(({ label, term }) => (NAMES.has(label) ? constantTerm(term, namespace)
        : profile ? constantTerm(term, profile.labels.find(([name]) => name === label)?.[1]) : '?'));
      const key = `${answers.join()} ${looksAtAccounts && this.inherited.accounts.has(namespace) ? namespace : ''}`;
      addToList(groups, key, namespace);
    }
    return [...groups.values()];
  }

  private inNamespace(selector: CompiledSelector, namespace: string): Answer {
    const profile = this.inherited.namespaces.get(namespace);
    const accounts = this.inherited.accounts.get(namespace);
    return this.ask(selector, {
      namespaces: new Map(profile ? [[namespace, profile]] : []), accounts: new Map(accounts ? [[namespace, accounts]] : []),
    }, { kind: 'pod', namespace });
  }

  private ask(selector: CompiledSelector, inherited: Inherited, question: PodQuestion): Answer {
    const formulas = new Formulas();
    const scope: Scope = { formulas, model: this.model, family: 4, inherited, assumptions: new Assumptions() };
    const pod = placeEnd(question, 'pod', [scope]);
    pod.demands.forEach((demand) => formulas.demand(demand));
    const selects: Formula = (pod.ends[0] as PodEnd).matchesOwn(selector);
    const selected = formulas.solve([selects], BUDGET);
    if (selected.answer === 'no') {
      return { share: 'none', example: undefined };
    }
    if (formulas.solve([-selects], BUDGET).answer === 'no') {
      return { share: 'all', example: undefined };
    }
    return { share: 'some', example: selected.answer === 'yes' ? titleOf(pod, selected) : undefined };
  }
}

function looksAt({ ast }: CompiledSelector, is: (label: string) => boolean): boolean {
  return labelsOf(ast).some(({ label }) => is(label));
}

function isOfNamespace(label: string): boolean {
  return label === NAMESPACE_LABEL || label.startsWith(NAMESPACE_PREFIX);
}

function isOfAccount(label: string): boolean {
  return label === SERVICE_ACCOUNT_LABEL || label.startsWith(SERVICE_ACCOUNT_PREFIX);
}

/** One pod, with the names that people would expect as far as they will do. */
function titleOf(pod: PlacedEnd, solution: FormulaSolved): string {
  let tidied = solution;
  for (const [name, values] of Object.entries(pod.expected)) {
    tidied = values.map((value) => tidied.adjust({ [name]: value }, new Map())).find((one) => one !== undefined) ?? tidied;
  }
  const witness: WitnessEnd = { ...pod.witness(tidied), portNames: [] };
  return witnessEndTitle(witness);
}
