import { imported, local, sequence } from './code';
import { make, plain, Snippet, ValueClass, Writer } from './snippet';
import { BgpFilter } from '../constructs/bgp-filter';
import { Profile } from '../constructs/profile';
import { Tier } from '../constructs/tier';

/** Kinds that other objects name, and the words for how one of them is said. */
const KINDS = {
  Tier: { type: Tier, property: 'tierName', factory: 'fromTierName', constants: ['DEFAULT', 'KUBE_ADMIN', 'KUBE_BASELINE'] },
  BGPFilter: { type: BgpFilter, property: 'filterName', factory: 'fromFilterName', constants: [] },
  Profile: { type: Profile, property: 'profileName', factory: 'fromProfileName', constants: ['DEFAULT_ALLOW'] },
} as const;

type NamedKind = keyof typeof KINDS;

/** True for a kind that other objects name. Its objects come first in a program, so that variables can stand for them. */
export function isNamed(kind: string): kind is NamedKind {
  return Object.hasOwn(KINDS, kind);
}

/** How objects are named in others: by the variable of one that the program makes, or as one that somebody else makes. */
export class References {
  private readonly variables = new Map<string, string>();
  private readonly taken = new Set<string>();

  public readonly tier: Writer = (json) => this.reference('Tier', json);
  public readonly filter: Writer = (json) => this.reference('BGPFilter', json);
  public readonly profile: Writer = (json) => this.reference('Profile', json);

  /** Makes a variable for an object that the program makes, unless one of the same kind and name has one. */
  public declare(kind: NamedKind, name: string): string | undefined {
    const key = `${kind}/${name}`;
    if (this.variables.has(key)) {
      return undefined;
    }
    const words = [...name.match(/[A-Za-z0-9]+/g) ?? [], KINDS[kind].type.name].map((word) => word[0].toUpperCase() + word.slice(1)).join('');
    const base = (words[0].toLowerCase() + words.slice(1)).replace(/^\d/, '_$&');
    let variable = base;
    for (let number = 2; this.taken.has(variable); number++) {
      variable = `${base}${number}`;
    }
    this.taken.add(variable);
    this.variables.set(key, variable);
    return variable;
  }

  private reference(kind: NamedKind, json: unknown): Snippet | undefined {
    const { property, factory, constants } = KINDS[kind];
    const type: ValueClass = KINDS[kind].type;
    const variable = this.variables.get(`${kind}/${String(json)}`);
    if (typeof json !== 'string') {
      return undefined;
    }
    if (variable !== undefined) {
      return { code: local(variable), value: { [property]: json } };
    }
    const constant = constants.find((key) => type[key][property] === json);
    return constant === undefined
      ? make(type, factory, [plain(json)])
      : { code: sequence(imported(type.name), `.${constant}`), value: type[constant] };
  }
}
