import { Region, regionsOf } from './outside';
import { Part, Parts } from './parts';
import { Grouping } from './reach';
import { Family, minimalBlocks, Prefix, PrefixIndex } from '../../cidr';
import { addressKey, addressOfKey } from '../address-key';
import { End } from '../end';
import { Endpoint } from '../endpoint';
import { isNode } from '../node-traffic';
import { PolicyModel } from '../policy-model';
import { Rule } from '../rule';
import { Station } from '../station';

/** Ends that no rule can tell apart, and that the same policies govern. */
export interface PeerClass {
  /** Counts from 0. */
  readonly id: number;
  /** One of them. */
  readonly end: End;
  /** Empty: outside. */
  readonly endpoints: readonly Endpoint[];
  /** The addresses outside that it is made of. */
  readonly regions: readonly Region[];
}

interface Unit {
  readonly end: End;
  readonly endpoint: Endpoint | undefined;
  /** Whether it is what the name of the endpoint means: not one of its further addresses. */
  readonly isOwn: boolean;
  readonly region: Region | undefined;
}

/** The classes of one family. */
export class PeerClasses {
  public readonly classes: PeerClass[] = [];
  /** All that tell ends outside apart. */
  public readonly blocks: readonly Prefix[];
  private readonly byEndpoint = new Map<number, number>();
  private readonly byAddress = new Map<number | string, number>();
  private readonly outside: PrefixIndex<{ readonly block: Prefix; readonly id: number }>;

  /** Grows with the ends, and with what rules ask of each of them. */
  constructor(private readonly model: PolicyModel, public readonly family: Family, public readonly parts: Parts) {
    this.blocks = [
      ...parts.blocks(model.services),
      ...model.sets.flatMap(({ blocks }) => blocks),
      ...[...model.hosts.nodesByAddress.keys()].map(addressOfKey),
      ...[...model.hosts.failsafe.inbound, ...model.hosts.failsafe.outbound].flatMap(({ net }) => net ?? []),
      ...model.hosts.nodeTraffic.external,
    ];
    const units = this.units();
    parts.askAll(units.map(({ end }) => end), model.services);
    const answers = new Grouping(units.length).of(parts.all);
    const groupOf = new Int32Array(units.length);
    answers.ids.forEach((unit, index) => {
      groupOf[unit] = answers.groups[index];
    });
    const byRow = new Map<string, PeerClass & { endpoints: Endpoint[]; regions: Region[] }>();
    const classOfUnit = new Int32Array(units.length).fill(-1);
    const regions: { block: Prefix; id: number }[] = [];
    units.forEach(({ end, endpoint, isOwn, region }, index) => {
      const row = `${groupOf[index]} ${this.governedBy(units[index])}`;
      let known = byRow.get(row);
      if (!known) {
        known = { id: this.classes.length, end, endpoints: [], regions: [] };
        byRow.set(row, known);
        this.classes.push(known);
        classOfUnit[index] = known.id;
      }
      const { id } = known;
      if (endpoint) {
        if (known.endpoints.at(-1) !== endpoint) {
          known.endpoints.push(endpoint);
        }
        if (isOwn) {
          this.byEndpoint.set(endpoint.id, id);
        }
        if (end.block.isHost && this.model.endAt(end.block).endpoint === endpoint) {
          this.byAddress.set(addressKey(end.block), id);
        }
      }
      if (region) {
        known.regions.push(region);
        region.blocks.forEach((block) => regions.push({ block, id }));
      }
    });
    this.outside = PrefixIndex.of(regions, ({ block }) => block);
    parts.all.forEach((part) => keepFirsts(part, classOfUnit));
  }

  private units(): Unit[] {
    const { model, family } = this;
    const units: Unit[] = [];
    const addresses: Prefix[] = [];
    for (const endpoint of model.endpoints) {
      const end = model.endOf(endpoint, family);
      if (end) {
        units.push({ end, endpoint, isOwn: true, region: undefined });
      }
      endpoint.addresses.filter((address) => address.family === family).forEach((address, index) => {
        addresses.push(address);
        // By a further address an endpoint may be in other blocks; of several endpoints with one address the model picks one.
        const at = model.endAt(address);
        if (index > 0 || at.endpoint !== endpoint) {
          units.push({ end: at, endpoint: at.endpoint, isOwn: false, region: undefined });
        }
      });
    }
    for (const region of regionsOf(family, this.blocks, addresses)) {
      units.push({ end: model.endAt(region.sample), endpoint: undefined, isOwn: false, region });
    }
    return units;
  }

  /** What tells units apart that rules can't: their own policies, and where host endpoints have a say. */
  private governedBy({ end, endpoint, region }: Unit): string {
    const { hostEndpoints, hosts } = this.model;
    const host = hostEndpoints.length === 0
      ? ''
      : endpoint
        ? `${endpoint.node} ${endpoint.class.kind === 'host' ? endpoint.id : ''}`
        : `${hosts.nodesByAddress.get(addressKey(end.block)) ?? ''} ${[...hosts.failsafe.inbound, ...hosts.failsafe.outbound]
          .map(({ net }) => (net?.contains(end.block) ? 1 : 0)).join('')}`;
    const inNodes = hostEndpoints.length === 0 ? '' : isNode(hosts.nodeTraffic, end);
    return `${region ? 'outside' : stationKey(this.model, end.egress)} ${host} ${inNodes}`;
  }

  /** The class of an endpoint; undefined where it has no address of the family. */
  public classOf(endpoint: Endpoint): PeerClass | undefined {
    const id = this.byEndpoint.get(endpoint.id);
    return id === undefined ? undefined : this.classes[id];
  }

  /** The class of an address. */
  public classAt(address: Prefix): PeerClass {
    return this.classes[this.byAddress.get(addressKey(address)) ?? this.outside.containing(address)[0].id];
  }
}

/** What governs at a station: its policies and profiles. */
export function stationKey(model: PolicyModel, station: Station | undefined): string {
  return station ? `${model.stackOf(station.endpoint.class).id} ${station.profiles.map(({ name }) => name).join()}` : '';
}

/** Keeps of each class the answer of the end that stands for it, under the id of the class. */
function keepFirsts(part: Part, classOfUnit: Int32Array): void {
  const kept = part.ends.map((_, index) => index).filter((index) => classOfUnit[part.ends[index]] >= 0);
  part.answers = kept.map((index) => part.answers[index]);
  part.ends = kept.map((index) => classOfUnit[part.ends[index]]);
}

/** Every rule that a packet may meet. */
export function* rulesOf(model: PolicyModel): Generator<Rule> {
  for (const { ingress = [], egress = [] } of model.policies) {
    yield* ingress;
    yield* egress;
  }
  for (const profile of new Set(model.classes.flatMap((one) => model.profilesOf(one)))) {
    yield* profile.ingress;
    yield* profile.egress;
  }
}

/** The outside of a class as the fewest blocks. */
export function outsideOf({ regions }: Pick<PeerClass, 'regions'>): Prefix[] {
  return minimalBlocks(regions.flatMap(({ blocks }) => blocks));
}
