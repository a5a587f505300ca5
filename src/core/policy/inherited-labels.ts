import { objectsAt, textAt, textEntries } from './json-fields';
import { labelObject, LabelView } from './label-view';
import { readRule } from './read-rule';
import { METADATA_NAME_LABEL, NAME_LABEL, NAMESPACE_PREFIX, SERVICE_ACCOUNT_PREFIX } from './reserved-labels';
import { Rule } from './rule';
import { SelectorPool, Unreadable } from './selector-pool';
import { isObject, JsonObject, Manifest } from '../manifests';

/** Rules at the end of all tiers, and labels that endpoints inherit. */
export interface Profile {
  readonly name: string;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
  readonly labels: readonly (readonly [string, string])[];
  /** Prefix of the labels that aren't known, where the object behind the profile isn't among the manifests. */
  readonly unknownPrefix: string | undefined;
  /** False where nobody made the profile: Felix then denies (`DummyDropRules` in felix/calc/active_rules_calculator.go). */
  readonly exists: boolean;
}

const ANYTHING: JsonObject = { action: 'Allow' };
const NOTHING: JsonObject = { action: 'Deny' };
/** The profile that allows everything (libcalico-go/lib/resources/static.go). */
const DEFAULT_ALLOW = 'projectcalico-default-allow';

/**
 * The profiles: one of each namespace, which allows everything, and one of each service account, which has no rules. They carry the labels
 * (`NamespaceToProfile` and `ServiceAccountToProfile` in libcalico-go/lib/backend/k8s/conversion/conversion.go). A namespace or service
 * account that isn't among the manifests exists all the same, as pods can't be without; only its name is known.
 */
export class Profiles {
  private readonly made = new Map<string, Profile>();
  private readonly objects = new Map<string, Manifest>();
  /** What was asked for and wasn't among the manifests, as people name it. */
  public readonly missing = new Map<string, 'Namespace' | 'ServiceAccount' | 'Profile'>();

  constructor(manifests: readonly Manifest[], private readonly selectors: SelectorPool) {
    for (const manifest of manifests) {
      const key = manifest.kind === 'ServiceAccount' ? `ServiceAccount/${manifest.namespace ?? 'default'}/${manifest.name}` : `${manifest.kind}/${manifest.name}`;
      this.objects.set(key, manifest);
    }
  }

  public ofNamespace(namespace: string): Profile {
    return this.remember(`kns.${namespace}`, () => {
      const object = this.objects.get(`Namespace/${namespace}`);
      if (!object) {
        this.missing.set(namespace, 'Namespace');
      }
      const labels = [...labelsOf(object).filter(([key]) => key !== METADATA_NAME_LABEL), [METADATA_NAME_LABEL, namespace] as const];
      return { ...this.rules([ANYTHING], [ANYTHING]), ...inherited(NAMESPACE_PREFIX, namespace, labels, object) };
    });
  }

  public ofServiceAccount(namespace: string, name: string): Profile {
    return this.remember(`ksa.${namespace}.${name}`, () => {
      const object = this.objects.get(`ServiceAccount/${namespace}/${name}`);
      if (!object) {
        this.missing.set(`${namespace}/${name}`, 'ServiceAccount');
      }
      return { ...this.rules([], []), ...inherited(SERVICE_ACCOUNT_PREFIX, name, labelsOf(object), object) };
    });
  }

  /** What pods inherit from the namespaces among the manifests, by name. */
  public get namespaces(): ReadonlyMap<string, Profile> {
    return new Map([...this.objects.values()].flatMap(({ kind, name }) => (kind === 'Namespace' ? [[name, this.ofNamespace(name)]] : [])));
  }

  /** What pods inherit from the service accounts among the manifests. */
  public get accounts(): { readonly namespace: string; readonly name: string; readonly profile: Profile }[] {
    return [...this.objects.values()].flatMap(({ kind, name, namespace = 'default' }) =>
      (kind === 'ServiceAccount' ? [{ namespace, name, profile: this.ofServiceAccount(namespace, name) }] : []));
  }

  /** The Profiles among the manifests that stand in for those of namespaces and service accounts. */
  public get given(): string[] {
    return [...this.objects.values()].flatMap(({ kind, name }) => (kind === 'Profile' && /^k(ns|sa)\./.test(name) ? [name] : []));
  }

  /** A profile by its name, as host endpoints give it. */
  public named(name: string): Profile {
    const known = this.made.get(name);
    if (known) {
      return known;
    }
    const account = /^ksa\.([^.]+)\.(.+)$/.exec(name);
    if (this.objects.has(`Profile/${name}`) || (!name.startsWith('kns.') && !account)) {
      return this.remember(name, () => this.unmade(name));
    }
    return account ? this.ofServiceAccount(account[1], account[2]) : this.ofNamespace(name.slice('kns.'.length));
  }

  private unmade(name: string): Omit<Profile, 'name'> {
    const exists = name === DEFAULT_ALLOW;
    if (!exists) {
      this.missing.set(name, 'Profile');
    }
    const rule = exists ? ANYTHING : NOTHING;
    return { ...this.rules([rule], [rule]), labels: [], unknownPrefix: undefined, exists };
  }

  private remember(name: string, make: () => Omit<Profile, 'name'>): Profile {
    let profile = this.made.get(name);
    if (!profile) {
      const given = this.objects.get(`Profile/${name}`);
      profile = { name, ...(given ? this.readGiven(name, given.spec) : make()) };
      this.made.set(name, profile);
    }
    return profile;
  }

  /** A Profile among the manifests: they exist where the datastore is etcd. Calico drops one that it can't read. */
  private readGiven(name: string, spec: JsonObject): Omit<Profile, 'name'> {
    try {
      const rules = this.rules(objectsAt(spec, 'ingress'), objectsAt(spec, 'egress'));
      return { ...rules, labels: textEntries(spec, 'labelsToApply'), unknownPrefix: undefined, exists: true };
    } catch (error) {
      if (error instanceof Unreadable) {
        return this.unmade(name);
      }
      throw error;
    }
  }

  private rules(ingress: readonly JsonObject[], egress: readonly JsonObject[]): Pick<Profile, 'ingress' | 'egress'> {
    const read = (rules: readonly JsonObject[], key: string): Rule[] =>
      rules.map((rule, index) => readRule(rule, ['spec', key, index], undefined, this.selectors));
    return { ingress: read(ingress, 'ingress'), egress: read(egress, 'egress') };
  }
}

function labelsOf(manifest: Manifest | undefined): [string, string][] {
  const metadata = manifest?.object.metadata;
  return isObject(metadata) ? textEntries(metadata, 'labels') : [];
}

function inherited(
  prefix: string, name: string, labels: readonly (readonly [string, string])[], object: Manifest | undefined,
): Pick<Profile, 'labels' | 'unknownPrefix' | 'exists'> {
  return {
    labels: [[`${prefix}${NAME_LABEL}`, name], ...labels.map(([key, value]) => [`${prefix}${key}`, value] as const)],
    unknownPrefix: object ? undefined : prefix,
    exists: true,
  };
}

/** Own labels before those of profiles, in their order (`GetHandle` of `endpointData` in felix/labelindex/named_port_index.go). */
export function viewOf(own: readonly (readonly [string, string])[], profiles: readonly Profile[], unknownNames: readonly string[]): LabelView {
  return {
    labels: labelObject(own, ...profiles.map(({ labels }) => labels)),
    unknownPrefixes: profiles.flatMap(({ unknownPrefix }) => unknownPrefix ?? []),
    unknownNames,
  };
}

/** The name that a service account is given by where a pod names none. */
export function serviceAccountOf(podSpec: JsonObject): string {
  return textAt(podSpec, 'serviceAccountName') ?? textAt(podSpec, 'serviceAccount') ?? 'default';
}
