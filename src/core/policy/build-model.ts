import { addressKey } from './address-key';
import { ClassPool } from './class-pool';
import { Endpoint } from './endpoint';
import { readFailsafe } from './failsafe';
import { Profiles } from './inherited-labels';
import { objectAt, objectsAt, textAt } from './json-fields';
import { ModelKind, modelKindOf } from './kinds';
import { Note } from './note';
import { HostNetwork, PolicyModel } from './policy-model';
import { readHostEndpoint, readNetworkSet } from './read-host-endpoint';
import { readNodeTraffic } from './read-node-traffic';
import { isFinished, isHostNetworked, podAddresses, PodReader, templateOf } from './read-pods';
import { readPolicies, sortPolicies } from './read-policies';
import { SelectorPool } from './selector-pool';
import { Services } from './services';
import { sortedTiers } from './tier';
import { addToList } from '../add-to-list';
import { readAddress } from '../cidr';
import { Manifest } from '../manifests';

/**
 * Builds the model of a cluster from its manifests, lists expanded. The order of the manifests changes nothing but ids. Grows with their size; the
 * namespaces, classes and selectors that many share are held once.
 */
export function buildModel(manifests: readonly Manifest[]): PolicyModel {
  return new ModelBuilder(manifests).build();
}

class ModelBuilder {
  private readonly groups = new Map<ModelKind, Manifest[]>();
  private readonly notes: Note[] = [];
  private readonly selectors = new SelectorPool();
  private readonly classes = new ClassPool();
  private readonly profiles: Profiles;

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      const kind = modelKindOf(manifest);
      if (kind) {
        addToList(this.groups, kind, manifest);
      }
    }
    this.profiles = new Profiles([...this.of('Namespace'), ...this.of('ServiceAccount'), ...this.of('Profile')], this.selectors);
  }

  public build(): PolicyModel {
    const policies = readPolicies((kind) => this.of(kind), this.selectors, this.notes);
    const enforced = policies.filter(({ isStaged }) => !isStaged);
    const tiers = sortedTiers(this.of('Tier'), policies.map(({ tier }) => tier));
    for (const tier of tiers.filter(({ exists }) => !exists)) {
      this.notes.push({ kind: 'assumed', what: `tier ${tier.name} isn't among the manifests: Calico asks it after all others, and it ends with Deny` });
    }
    const endpoints = this.readEndpoints();
    const sets = this.of('NetworkSet').map((manifest) => readNetworkSet(manifest, this.classes, this.profiles));
    const services = new Services(this.of('Service'), this.of('EndpointSlice'), endpoints);
    this.noteMissing(endpoints);
    return new PolicyModel({
      endpoints,
      classes: this.classes.classes,
      sets,
      tiers,
      policies: sortPolicies(enforced, tiers),
      staged: sortPolicies(policies.filter(({ isStaged }) => isStaged), tiers),
      profiles: this.profiles,
      services,
      hosts: this.readHosts(),
      notes: this.notes,
    });
  }

  private of(kind: ModelKind): readonly Manifest[] {
    return this.groups.get(kind) ?? [];
  }

  private readEndpoints(): Endpoint[] {
    const reader = new PodReader(this.classes, this.profiles);
    const endpoints: Endpoint[] = [];
    for (const manifest of this.of('Pod')) {
      if (!isHostNetworked(manifest.object) && !isFinished(manifest.object)) {
        endpoints.push(reader.read(endpoints.length, manifest, manifest.object));
      }
    }
    for (const manifest of this.of('Workload')) {
      const template = templateOf(manifest);
      if (template && !isHostNetworked(template)) {
        endpoints.push(reader.read(endpoints.length, manifest, template));
      }
    }
    for (const manifest of this.of('HostEndpoint')) {
      endpoints.push(readHostEndpoint(endpoints.length, manifest, this.classes, this.profiles));
    }
    return endpoints;
  }

  /** Addresses of nodes, and of pods on their network, are addresses of hosts. */
  private readHosts(): HostNetwork {
    const nodesByAddress = new Map<number | string, string>();
    for (const { name, object } of this.of('Node')) {
      for (const entry of objectsAt(objectAt(object, 'status'), 'addresses')) {
        const address = readAddress(textAt(entry, 'address') ?? '');
        if (address) {
          nodesByAddress.set(addressKey(address), name);
        }
      }
    }
    for (const { object } of this.of('Pod')) {
      const node = textAt(objectAt(object, 'spec'), 'nodeName');
      if (isHostNetworked(object) && node !== undefined) {
        podAddresses(object).forEach((address) => nodesByAddress.set(addressKey(address), node));
      }
    }
    const configuration = this.of('FelixConfiguration').find(({ name }) => name === 'default');
    const action = textAt(configuration?.spec ?? {}, 'defaultEndpointToHostAction')?.toLowerCase();
    const toOwnHost = action === 'accept' || action === 'drop' || action === 'return' ? action : 'unknown';
    const nodeTraffic = readNodeTraffic({
      felix: configuration, pools: this.of('IPPool'), installations: this.of('Installation').filter(({ name }) => name === 'default'), nodes: this.of('Node'),
    });
    return { nodesByAddress, failsafe: readFailsafe(configuration), toOwnHost, nodeTraffic };
  }

  private noteMissing(endpoints: readonly Endpoint[]): void {
    for (const [name, kind] of this.profiles.missing) {
      this.notes.push({
        kind: 'assumed',
        object: { kind, name },
        what: kind === 'Profile'
          ? `profile ${name} isn't among the manifests: Calico denies what reaches it`
          : `${kind} ${name} isn't among the manifests: it is taken to have no labels but its name`,
      });
    }
    const unaddressed = endpoints.filter(({ addresses, class: { kind } }) => addresses.length === 0 && kind === 'workload').length;
    if (unaddressed > 0) {
      this.notes.push({
        kind: 'assumed',
        what: `no address is known of ${unaddressed} ${unaddressed === 1 ? 'pod or workload' : 'pods and workloads'}: `
          + 'they are taken to lie in no block that a rule or network set names, unless it holds all addresses',
      });
    }
  }
}
