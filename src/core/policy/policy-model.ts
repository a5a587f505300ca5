import { addressKey } from './address-key';
import { End, everywhere } from './end';
import { Endpoint, EndpointClass, NetworkSetEntry } from './endpoint';
import { Failsafe } from './failsafe';
import { Profile, Profiles } from './inherited-labels';
import { Note } from './note';
import { mayHoldPods } from './pod-addresses';
import { compareText, Policy } from './policy';
import { AppliedPolicy, Chain, PolicyStack } from './policy-stack';
import { Direction } from './rule';
import { SelectionIndex } from './selection-index';
import { Services } from './services';
import { Station } from './station';
import { Tier } from './tier';
import { NodeTraffic } from './tunnel';
import { addToList } from '../add-to-list';
import { Family, Prefix, PrefixIndex } from '../cidr';

/** What a model is made of. */
export interface ModelParts {
  readonly endpoints: readonly Endpoint[];
  readonly classes: readonly EndpointClass[];
  readonly sets: readonly NetworkSetEntry[];
  readonly tiers: readonly Tier[];
  /** In the order of their tiers, then their own. Staged ones are apart. */
  readonly policies: readonly Policy[];
  readonly staged: readonly Policy[];
  readonly profiles: Profiles;
  readonly services: Services;
  readonly hosts: HostNetwork;
  readonly notes: readonly Note[];
}

/** What is known of nodes and of pods on their network. */
export interface HostNetwork {
  /** Names of nodes by the keys of their addresses. */
  readonly nodesByAddress: ReadonlyMap<number | string, string>;
  readonly failsafe: Failsafe;
  /** What becomes of a pod's packets to its own host once its policies let them pass. */
  readonly toOwnHost: 'accept' | 'drop' | 'return' | 'unknown';
  readonly nodeTraffic: NodeTraffic;
}

interface SetBlock {
  readonly block: Prefix;
  readonly set: NetworkSetEntry;
}

const NONE: readonly never[] = [];

/** The id of endpoints and classes that aren't among those of the model. */
export const NEW = -1;

/**
 * A cluster as its policies see it. Policies are selected for a class of endpoints when it is first asked for; with `n` endpoints of `c`
 * classes building costs n, and each class its labels and the policies filed under them.
 */
export class PolicyModel {
  public readonly endpoints: readonly Endpoint[];
  public readonly classes: readonly EndpointClass[];
  public readonly sets: readonly NetworkSetEntry[];
  public readonly tiers: readonly Tier[];
  public readonly policies: readonly Policy[];
  public readonly staged: readonly Policy[];
  public readonly services: Services;
  public readonly hosts: HostNetwork;
  public readonly notes: readonly Note[];

  /** By namespace, then by name. */
  private readonly byName = new Map<string, Map<string, Endpoint[]>>();
  private readonly byAddress = new Map<number | string, Endpoint[]>();
  public readonly hostEndpoints: readonly Endpoint[];
  private readonly setIndex: PrefixIndex<SetBlock>;
  /** Made when a class first asks: checks of a cluster without endpoints never do. */
  private enforcedIndex?: SelectionIndex<Policy>;
  private stagedIndex?: SelectionIndex<Policy>;
  private readonly ranks = new Map<Policy, number>();
  private readonly tierByName: ReadonlyMap<string, Tier>;
  /** What endpoints inherit labels from. */
  public readonly profiles: Profiles;
  private readonly stacks: (PolicyStack | undefined)[];
  private readonly profilesByClass: (readonly Profile[] | undefined)[];
  private readonly stackByKey = new Map<string, PolicyStack>();
  private readonly unaddressed = new Map<Family, End>();
  /** As long as they can get from the start: what is filled in no order would become a table. */
  private readonly ends: Readonly<Record<Family, (End | undefined)[]>>;
  private readonly profilesByNames = new Map<string, readonly Profile[]>();

  constructor(private readonly parts: ModelParts) {
    this.endpoints = parts.endpoints;
    this.classes = parts.classes;
    this.ends = { 4: new Array<undefined>(this.endpoints.length), 6: new Array<undefined>(this.endpoints.length) };
    this.stacks = new Array<undefined>(this.classes.length);
    this.profilesByClass = new Array<undefined>(this.classes.length);
    this.sets = parts.sets;
    this.tiers = parts.tiers;
    this.policies = parts.policies;
    this.staged = parts.staged;
    this.services = parts.services;
    this.hosts = parts.hosts;
    this.notes = parts.notes;
    this.profiles = parts.profiles;
    this.hostEndpoints = parts.endpoints.filter(({ class: { kind } }) => kind === 'host');
    for (const endpoint of parts.endpoints) {
      const namespace = endpoint.namespace ?? '';
      const names = this.byName.get(namespace) ?? new Map<string, Endpoint[]>();
      this.byName.set(namespace, names);
      addToList(names, endpoint.name, endpoint);
      for (const address of endpoint.addresses) {
        addToList(this.byAddress, addressKey(address), endpoint);
      }
    }
    this.setIndex = PrefixIndex.of(parts.sets.flatMap((set) => set.blocks.map((block) => ({ block, set }))), ({ block }) => block);
    parts.policies.forEach((policy, rank) => this.ranks.set(policy, rank));
    this.tierByName = new Map(parts.tiers.map((tier) => [tier.name, tier]));
  }

  /** The same cluster with other policies, in the order in which they are asked. Their tiers must be this model's. */
  public withPolicies(policies: readonly Policy[], staged: readonly Policy[]): PolicyModel {
    return new PolicyModel({ ...this.parts, policies, staged });
  }

  /** The same cluster with more endpoints, each of a class of its own. No service leads to them. */
  public withEndpoints(added: readonly Endpoint[]): PolicyModel {
    const { endpoints, classes } = this.parts;
    const numbered = added.map((endpoint, index): Endpoint =>
      ({ ...endpoint, id: endpoints.length + index, class: { ...endpoint.class, id: classes.length + index } }));
    return new PolicyModel({ ...this.parts, endpoints: [...endpoints, ...numbered], classes: [...classes, ...numbered.map((one) => one.class)] });
  }

  /** Endpoints of a namespace and name, of whatever kind. */
  public endpointsNamed(namespace: string | undefined, name: string): readonly Endpoint[] {
    return this.byName.get(namespace ?? '')?.get(name) ?? NONE;
  }

  /** Endpoints that have an address. */
  public endpointsAt(address: Prefix): readonly Endpoint[] {
    return this.byAddress.get(addressKey(address)) ?? NONE;
  }

  /** The host endpoints of a node, in the order in which Felix prefers them (`resolveHostEndpoints` in felix/dataplane/linux/endpoint_mgr.go). */
  public hostEndpointsOn(node: string): readonly Endpoint[] {
    return this.hostEndpoints.filter((endpoint) => endpoint.node === node).sort((a, b) => compareText(a.name, b.name));
  }

  /** The profiles of a class, in the order in which they are asked. */
  public profilesOf({ id, profiles }: EndpointClass): readonly Profile[] {
    return id === NEW ? this.sharedProfiles(profiles) : this.profilesByClass[id] ??= this.sharedProfiles(profiles);
  }

  private sharedProfiles(names: readonly string[]): readonly Profile[] {
    const key = names.join();
    const known = this.profilesByNames.get(key) ?? names.map((name) => this.profiles.named(name));
    this.profilesByNames.set(key, known);
    return known;
  }

  private enforcedSelection(): SelectionIndex<Policy> {
    return this.enforcedIndex ??= new SelectionIndex(this.policies, ({ selector }) => selector);
  }

  /** The policies that apply to a class. */
  public stackOf(endpointClass: EndpointClass): PolicyStack {
    let stack = endpointClass.id === NEW ? undefined : this.stacks[endpointClass.id];
    if (!stack) {
      const applied = this.enforcedSelection().select(endpointClass.view).map(({ entry, match }): AppliedPolicy => ({ policy: entry, match }));
      applied.sort((a, b) => this.ranks.get(a.policy)! - this.ranks.get(b.policy)!);
      const key = applied.map(({ policy, match }) => `${this.ranks.get(policy)!}:${match}`).join();
      stack = this.stackByKey.get(key);
      if (!stack) {
        stack = new PolicyStack(this.stackByKey.size, applied, this.tierByName);
        this.stackByKey.set(key, stack);
      }
      if (endpointClass.id !== NEW) {
        this.stacks[endpointClass.id] = stack;
      }
    }
    return stack;
  }

  /** The staged policies that would apply to a class, in no order. */
  public stagedFor(endpointClass: EndpointClass): Policy[] {
    this.stagedIndex ??= new SelectionIndex(this.staged, ({ selector }) => selector);
    return this.stagedIndex.select(endpointClass.view).map(({ entry }) => entry);
  }

  /** A chain of an endpoint. In the normal one profiles come last, and nothing means no. */
  public stationOf(endpoint: Endpoint, direction: Direction, chain: Chain): Station {
    const { failsafe, nodeTraffic } = this.hosts;
    const keepsFailsafe = endpoint.class.kind === 'host' && chain !== 'forward';
    return {
      endpoint,
      direction,
      chain,
      tiers: this.stackOf(endpoint.class).tiersOf(chain, direction),
      failsafe: keepsFailsafe ? (direction === 'ingress' ? failsafe.inbound : failsafe.outbound) : NONE,
      nodeTraffic: keepsFailsafe && chain === 'normal' ? nodeTraffic : undefined,
      profiles: chain === 'normal' ? this.profilesOf(endpoint.class) : NONE,
      end: chain === 'normal' ? 'deny' : 'continue',
    };
  }

  /** Ends are made here alone, all of one shape: verdicts over many endpoints read them faster. */
  private end(endpoint: Endpoint | undefined, block: Prefix, classes: readonly EndpointClass[], possible: readonly EndpointClass[]): End {
    const isWorkload = endpoint?.class.kind === 'workload';
    return {
      endpoint,
      block,
      classes,
      possible,
      egress: isWorkload ? this.stationOf(endpoint, 'egress', 'normal') : undefined,
      ingress: isWorkload ? this.stationOf(endpoint, 'ingress', 'normal') : undefined,
    };
  }

  /** An endpoint as an end of a flow; undefined where it has addresses, but none of the family. */
  public endOf(endpoint: Endpoint, family: Family): End | undefined {
    return this.ends[family][endpoint.id] ??= this.makeEnd(endpoint, family);
  }

  private makeEnd(endpoint: Endpoint, family: Family): End | undefined {
    const address = endpoint.addresses.find((one) => one.family === family);
    if (address) {
      return this.end(endpoint, address, this.classesAt(address), NONE);
    }
    if (endpoint.addresses.length > 0) {
      return undefined;
    }
    return this.endOfNew(endpoint, family);
  }

  /**
   * An end that the model doesn't have: what is decided of it holds for a pod that somebody may create. Nothing is remembered of a class whose
   * id is `NEW`. Its address is the first one, if it has any.
   */
  public endOfNew(endpoint: Endpoint, family: Family): End {
    const [address] = endpoint.addresses;
    const { block, classes, possible } = address ? this.endAt(address) : this.anywhere(family);
    return this.end(endpoint, block, [endpoint.class, ...classes], possible);
  }

  /** An end of which no address is known: in a network set for sure only if the set holds the whole family. */
  private anywhere(family: Family): End {
    let end = this.unaddressed.get(family);
    if (!end) {
      const block = everywhere(family);
      const classes = new Set(this.setIndex.containing(block).map(({ set }) => set.class));
      const possible = new Set(this.setIndex.within(block).filter((one) => mayHoldPods(one.block)).map(({ set }) => set.class));
      end = this.end(undefined, block, [...classes], [...possible]);
      this.unaddressed.set(family, end);
    }
    return end;
  }

  /** An address as an end of a flow: at an endpoint where one has it (the first by name, if several have), otherwise outside. */
  public endAt(address: Prefix): End {
    const endpoints = this.endpointsAt(address);
    const [endpoint] = endpoints.length < 2 ? endpoints : [...endpoints].sort((a, b) => compareText(a.name, b.name));
    return this.end(endpoint, address, this.classesAt(address), NONE);
  }

  /** What has an address: seldom more than one endpoint. */
  private classesAt(address: Prefix): readonly EndpointClass[] {
    const endpoints = this.endpointsAt(address);
    const sets = this.setIndex.containing(address);
    return endpoints.length === 1 && sets.length === 0
      ? [endpoints[0].class]
      : [...new Set([...endpoints.map((one) => one.class), ...sets.map(({ set }) => set.class)])];
  }
}
