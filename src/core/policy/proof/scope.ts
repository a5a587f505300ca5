import { Formula, Formulas } from './formula';
import { Family } from '../../cidr';
import { Profile } from '../inherited-labels';
import { PolicyModel } from '../policy-model';

/** Namespaces and service accounts whose labels are known. */
export interface Inherited {
  /** Profiles by the names of namespaces. */
  readonly namespaces: ReadonlyMap<string, Profile>;
  /** Profiles by the names of service accounts, by namespace. */
  readonly accounts: ReadonlyMap<string, ReadonlyMap<string, Profile>>;
}

/** One model that is asked, with what formulas about it share. */
export interface Scope {
  readonly formulas: Formulas;
  readonly model: PolicyModel;
  readonly family: Family;
  readonly inherited: Inherited;
  readonly assumptions: Assumptions;
}

/** What is taken to be false because nothing says that it is true: with the sentence that says so. */
export class Assumptions {
  private readonly texts = new Map<Formula, string>();

  public add(formula: Formula, text: string): void {
    if (!this.texts.has(formula)) {
      this.texts.set(formula, text);
    }
  }

  /** All of them hold. */
  public get formulas(): Formula[] {
    return [...this.texts.keys()].map((formula) => -formula);
  }

  /** Those that a solution goes against, as sentences. */
  public brokenIn(holds: (formula: Formula) => boolean): string[] {
    return [...new Set([...this.texts].filter(([formula]) => holds(formula)).map(([, text]) => text))];
  }
}

/** What is known to the models together: a namespace that one of them leaves out is what it is in another. */
export function inheritedOf(models: readonly PolicyModel[]): Inherited[] {
  const own = models.map(({ profiles }) => {
    const accounts = new Map<string, Map<string, Profile>>();
    for (const { namespace, name, profile } of profiles.accounts) {
      accounts.set(namespace, (accounts.get(namespace) ?? new Map<string, Profile>()).set(name, profile));
    }
    return { namespaces: profiles.namespaces, accounts };
  });
  return own.map(({ namespaces, accounts }) => ({
    namespaces: merged([namespaces, ...own.map((one) => one.namespaces)]),
    accounts: new Map([...new Set(own.flatMap((one) => [...one.accounts.keys()]))].map((name) =>
      [name, merged([accounts, ...own.map((one) => one.accounts)].map((one) => one.get(name) ?? new Map()))])),
  }));
}

function merged(maps: readonly ReadonlyMap<string, Profile>[]): ReadonlyMap<string, Profile> {
  const all = new Map<string, Profile>();
  for (const [name, profile] of maps.flatMap((map) => [...map])) {
    if (!all.has(name)) {
      all.set(name, profile);
    }
  }
  return all;
}
