import { FALSE, Formula, Formulas, TRUE } from './formula';
import { ACCOUNT_NAMES, constantTerm, LABEL_VALUES, NAMESPACE_NAMES, possibleTerm, Values } from './label-values';
import { Inherited, Scope } from './scope';
import { faultOfLabelKey, hasNode, setNode, TermNode, valueNode } from '../../selectors';
import { Profile } from '../inherited-labels';
import {
  METADATA_NAME_LABEL, NAME_LABEL, NAMESPACE_LABEL, NAMESPACE_PREFIX, ORCHESTRATOR_LABEL, SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX,
} from '../reserved-labels';

/*
 * The labels of a pod that isn't known, as variables: its own; the name of its namespace and of its service account; and the labels of a
 * namespace or account that isn't known either. The labels of a known namespace follow from its name.
 */

/** The names of a pod's variables. Two models that are asked of the same pod share them. */
export class PodNames {
  public readonly namespace: string;
  public readonly account: string;

  /** `id` tells the ends of a flow apart. */
  constructor(private readonly id: string) {
    this.namespace = `${id} namespace`;
    this.account = `${id} account`;
  }

  public own(label: string): string {
    return `${this.id} own ${label}`;
  }

  /** A label that is inherited, with its prefix. */
  public inherited(label: string): string {
    return `${this.id} inherited ${label}`;
  }

  /** What a variable can be; undefined where it isn't of this pod. */
  public valuesOf(variable: string): Values | undefined {
    return variable === this.namespace ? NAMESPACE_NAMES : variable === this.account ? ACCOUNT_NAMES : variable.startsWith(`${this.id} `) ? LABEL_VALUES : undefined;
  }

  /** The labels behind the variables of a kind. */
  public labelsIn(labels: Readonly<Record<string, string>>, kind: 'own' | 'inherited', prefix = ''): Record<string, string> {
    const start = `${this.id} ${kind} ${prefix}`;
    const own = Object.entries(labels).filter(([name]) => name.startsWith(start));
    return Object.fromEntries(own.map(([name, value]) => [name.slice(start.length), value]));
  }
}

const NAMESPACE_NAME_LABELS = [NAMESPACE_LABEL, NAMESPACE_PREFIX + NAME_LABEL, NAMESPACE_PREFIX + METADATA_NAME_LABEL];
/** Sets of more values stay sets. */
const FEW_VALUES = 16;

const ACCOUNT_NAME_LABELS = [SERVICE_ACCOUNT_LABEL, SERVICE_ACCOUNT_PREFIX + NAME_LABEL];

/** A pod's labels in one model. `namespace` is undefined where it may be any. */
export class PodLabels {
  private readonly formulas: Formulas;
  private readonly inherited: Inherited;

  constructor(private readonly scope: Scope, private readonly names: PodNames, private readonly namespace: string | undefined) {
    this.formulas = scope.formulas;
    this.inherited = scope.inherited;
  }

  public ofTerm(term: TermNode): Formula {
    const { label } = term;
    if (NAMESPACE_NAME_LABELS.includes(label)) {
      return this.namespace === undefined ? this.variable(term, this.names.namespace, NAMESPACE_NAMES) : constantTerm(term, this.namespace);
    }
    if (ACCOUNT_NAME_LABELS.includes(label)) {
      return this.variable(term, this.names.account, ACCOUNT_NAMES);
    }
    if (label === ORCHESTRATOR_LABEL) {
      return constantTerm(term, 'k8s');
    }
    if (label.startsWith(NAMESPACE_PREFIX)) {
      return this.ofNamespace(term);
    }
    if (label.startsWith(SERVICE_ACCOUNT_PREFIX)) {
      return this.ofAccount(term);
    }
    return faultOfLabelKey(label) === undefined ? this.variable(term, this.names.own(label), LABEL_VALUES) : constantTerm(term, undefined);
  }

  /** Whether the pod is in one of some namespaces. */
  public isInNamespace(namespaces: readonly string[]): Formula {
    return this.ofTerm(setNode('in', NAMESPACE_LABEL, namespaces));
  }

  public isOwn(label: string, value: string): Formula {
    return this.ofTerm(valueNode('equals', label, value));
  }

  private variable(term: TermNode, name: string, values: Values): Formula {
    const possible = possibleTerm(term, values);
    if (typeof possible === 'number') {
      return possible;
    }
    // Said with `in` or with `||`, it is the same formula.
    return (possible.kind === 'in' || possible.kind === 'notIn') && possible.values.length <= FEW_VALUES
      ? this.formulas.any(possible.values.map((value) => this.formulas.term(valueNode('equals', name, value)))) * (possible.kind === 'in' ? 1 : -1)
      : this.formulas.term({ ...possible, label: name, span: undefined });
  }

  private ofNamespace(term: TermNode): Formula {
    const { namespaces } = this.inherited;
    if (this.namespace !== undefined) {
      const known = namespaces.get(this.namespace);
      return known ? constantTerm(term, valueIn(known, term.label)) : this.unknown(term, `namespace ${this.namespace}`);
    }
    const holding = [...namespaces].filter(([, profile]) => constantTerm(term, valueIn(profile, term.label)) === TRUE).map(([name]) => name);
    return this.formulas.any([
      this.isInNamespace(holding),
      this.formulas.all([-this.isInNamespace([...namespaces.keys()]), this.variable(term, this.names.inherited(term.label), LABEL_VALUES)]),
    ]);
  }

  /** A namespace that is meant by its name has the labels that it has, and nobody knows them. */
  private unknown(term: TermNode, of: string): Formula {
    const name = this.names.inherited(term.label);
    this.scope.assumptions.add(this.formulas.term(hasNode(name)), `${of} isn't among the manifests: it is taken to have no labels but its name`);
    return this.variable(term, name, LABEL_VALUES);
  }

  /** Namespaces whose accounts answer alike are taken together. */
  private ofAccount(term: TermNode): Formula {
    const groups = new Map<string, { namespaces: string[]; known: string[]; holding: string[] }>();
    for (const [namespace, accounts] of this.inherited.accounts) {
      if (this.namespace === undefined || this.namespace === namespace) {
        const known = [...accounts.keys()];
        const holding = known.filter((name) => constantTerm(term, valueIn(accounts.get(name)!, term.label)) === TRUE);
        const key = JSON.stringify([known, holding]);
        const group = groups.get(key) ?? { namespaces: [], known, holding };
        groups.set(key, group);
        group.namespaces.push(namespace);
      }
    }
    const parts = [...groups.values()].map(({ namespaces, known, holding }) => {
      const inNamespaces = this.isInNamespace(namespaces);
      return { isKnown: this.formulas.all([inNamespaces, this.isAccount(known)]), holds: this.formulas.all([inNamespaces, this.isAccount(holding)]) };
    });
    return this.formulas.any([
      ...parts.map(({ holds }) => holds),
      this.formulas.all([...parts.map(({ isKnown }) => -isKnown), this.variable(term, this.names.inherited(term.label), LABEL_VALUES)]),
    ]);
  }

  private isAccount(names: readonly string[]): Formula {
    return names.length === 0 ? FALSE : this.ofTerm(setNode('in', SERVICE_ACCOUNT_LABEL, names));
  }
}

function valueIn({ labels }: Profile, label: string): string | undefined {
  return labels.find(([name]) => name === label)?.[1];
}
